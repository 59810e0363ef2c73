package org.keypointstudio.dataset.submission;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.dataset.csv.CoordinateCell;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;

/**
 * What a lookup table asks for, resolved: which coordinate of which face stands in each row.
 * Resolving comes before predicting, so that a table that does not fit costs no time.
 */
public final class Submission {
  /** The largest coordinate that Kaggle's scoring accepts, in pixels; the smallest is 0. */
  public static final double LARGEST = 96;

  private final List<Wanted> wanted;

  private Submission(List<Wanted> wanted) {
    this.wanted = wanted;
  }

  private record Wanted(int rowId, int face, int keypoint, boolean horizontal) {}

  /**
   * Finds each row's face and keypoint.
   *
   * @param test name of the file with the images, for messages
   * @throws DataSetException with a sentence for the person if there is no such image or keypoint
   */
  public static Submission of(
      LookupTable lookup, String test, ImageNumbers images, KeypointSchema schema)
      throws DataSetException {
    List<Wanted> wanted = new ArrayList<>(lookup.rows().size());
    for (LookupTable.Row row : lookup.rows()) {
      int face =
          images
              .faceOf(row.imageNumber())
              .orElseThrow(
                  () ->
                      new DataSetException(
                          "%s, line %,d, column ImageId: there is no image %d among the %,d of %s; give the lookup table that belongs to it."
                              .formatted(
                                  lookup.fileName(),
                                  row.line(),
                                  row.imageNumber(),
                                  images.size(),
                                  test)));
      String feature = row.feature();
      int keypoint =
          feature.endsWith("_x") || feature.endsWith("_y")
              ? schema.indexOf(feature.substring(0, feature.length() - 2))
              : -1;
      if (keypoint < 0) {
        throw new DataSetException(
            "%s, line %,d, column FeatureName: the model places no \"%s\"; expected one of its %d keypoints followed by _x or _y, such as %s_x."
                .formatted(
                    lookup.fileName(),
                    row.line(),
                    Excerpt.of(feature),
                    schema.size(),
                    schema.keypointNames().getFirst()));
      }
      wanted.add(new Wanted(row.rowId(), face, keypoint, feature.endsWith("_x")));
    }
    return new Submission(wanted);
  }

  /** The number of coordinates. */
  public int size() {
    return wanted.size();
  }

  /**
   * Writes {@code RowId,Location} in the lookup table's order, in one step, each coordinate clipped
   * to 0 … {@link #LARGEST}.
   *
   * @param predictions one a face of the test file, in its order
   * @return how many coordinates were clipped
   * @throws DataSetException with one sentence if that fails; an old file is as it was
   */
  public int write(Path file, List<Annotation> predictions) throws DataSetException {
    int clipped = 0;
    StringBuilder text = new StringBuilder(24 * wanted.size()).append("RowId,Location\n");
    for (Wanted one : wanted) {
      Annotation face = predictions.get(one.face());
      double value = one.horizontal() ? face.x(one.keypoint()) : face.y(one.keypoint());
      double location = Math.clamp(value, 0, LARGEST);
      clipped += location == value ? 0 : 1;
      text.append(one.rowId()).append(',').append(CoordinateCell.format(location)).append('\n');
    }
    try {
      AtomicFile.replace(
          file,
          temporary -> {
            try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
              out.append(text);
            }
          });
    } catch (IOException problem) {
      throw new DataSetException(
          "%s could not be written: %s; choose another place for it."
              .formatted(file, problem.getMessage()),
          problem);
    }
    return clipped;
  }
}
