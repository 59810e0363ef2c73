package org.keypointstudio.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.schema.SchemaGuess;
import org.keypointstudio.task.TaskContext;

/**
 * The worked example of docs/how-to/add-a-format.md: a text file whose first line names the
 * keypoints, and whose other lines give an image and its points, separated by tabs.
 */
final class PlainPoints implements KeypointFormat {
  private static final String FIRST_WORD = "# points";
  private static final String UNLABELLED = "-";

  @Override
  public String id() {
    return "plain-points";
  }

  @Override
  public String displayName() {
    return "Plain points (.points)";
  }

  @Override
  public Layout layout() {
    return Layout.ONE_FILE;
  }

  @Override
  public String fileEnding() {
    return ".points";
  }

  @Override
  public Set<Feature> carries() {
    return EnumSet.of(
        Feature.KEYPOINT_NAMES,
        Feature.PARTLY_LABELLED,
        Feature.FRACTIONS,
        Feature.SEVERAL_FACES,
        Feature.EMPTY_IMAGES);
  }

  @Override
  public boolean recognises(Path path, byte[] head) {
    return new String(head, StandardCharsets.UTF_8).startsWith(FIRST_WORD + "\t");
  }

  @Override
  public AnnotatedImages read(Path path, TaskContext context) throws DataSetException {
    AnnotationFile.requireAtMost(path, 100_000_000);
    List<String> lines;
    try {
      lines = Files.readAllLines(path);
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(path, problem);
    }
    if (lines.isEmpty() || !lines.getFirst().startsWith(FIRST_WORD + "\t")) {
      throw new DataSetException(
          "%s has no first line “%s” with the names of keypoints: add it."
              .formatted(path.getFileName(), FIRST_WORD));
    }
    List<String> names = List.of(lines.getFirst().split("\t", -1));
    names = names.subList(1, names.size());
    List<AnnotatedFace> faces = new ArrayList<>();
    for (int row = 1; row < lines.size(); row++) {
      context.throwIfCancelled();
      context.report(row, lines.size(), "Opening " + path.getFileName());
      faces.add(face(path, row + 1, lines.get(row), names.size()));
    }
    return new AnnotatedImages(SchemaGuess.of(names), faces);
  }

  private static AnnotatedFace face(Path path, int line, String text, int keypoints)
      throws DataSetException {
    String[] cells = text.split("\t", -1);
    if (cells.length != 1 + keypoints || cells[0].isEmpty()) {
      throw new DataSetException(
          "%s, line %d: expected an image and %d points separated by tabs: mend the line."
              .formatted(path.getFileName(), line, keypoints));
    }
    List<Keypoint> points = new ArrayList<>(keypoints);
    for (int i = 1; i < cells.length; i++) {
      points.add(point(path, line, cells[i]));
    }
    return AnnotatedFace.of(cells[0], Annotation.of(points));
  }

  private static Keypoint point(Path path, int line, String cell) throws DataSetException {
    if (cell.equals(UNLABELLED)) {
      return Keypoint.unlabelled();
    }
    try {
      int comma = cell.indexOf(',');
      return Keypoint.visible(
          Double.parseDouble(cell.substring(0, comma)),
          Double.parseDouble(cell.substring(comma + 1)));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException problem) {
      throw new DataSetException(
          "%s, line %d: “%s” is no point: write x,y in pixels, or %s for none."
              .formatted(path.getFileName(), line, cell, UNLABELLED),
          problem);
    }
  }

  @Override
  public void write(AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    StringBuilder text = new StringBuilder(FIRST_WORD);
    images.schema().keypointNames().forEach(name -> text.append('\t').append(name));
    text.append('\n');
    for (AnnotatedFace face : images.faces()) {
      context.throwIfCancelled();
      text.append(face.imageName());
      Annotation points = face.annotation();
      for (int i = 0; i < points.size(); i++) {
        text.append('\t');
        text.append(points.isPlaced(i) ? points.x(i) + "," + points.y(i) : UNLABELLED);
      }
      text.append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    AnnotationFile.replace(target, temporary -> Files.write(temporary, bytes));
  }
}
