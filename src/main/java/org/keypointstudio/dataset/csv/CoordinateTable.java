package org.keypointstudio.dataset.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;

/**
 * Coordinates without images: a column {@code <name>_x} and a column {@code <name>_y} for each
 * keypoint, one row a face, in pixels; two empty cells for a keypoint without a place. For Kaggle's
 * schema these are its thirty columns in its order.
 */
public final class CoordinateTable {
  private CoordinateTable() {}

  /**
   * Writes a table in one step.
   *
   * @throws DataSetException with one sentence if that fails; an old file is as it was
   */
  public static void write(Path file, KeypointSchema schema, List<Annotation> faces)
      throws DataSetException {
    try {
      AtomicFile.replace(
          file,
          temporary -> {
            try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
              out.write(
                  schema.keypointNames().stream()
                      .map(name -> name + "_x," + name + "_y")
                      .collect(Collectors.joining(",", "", "\n")));
              for (Annotation face : faces) {
                out.write(row(face));
              }
            }
          });
    } catch (IOException problem) {
      throw CsvSaver.unwritable(file, problem);
    }
  }

  private static String row(Annotation face) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < face.size(); i++) {
      row.append(i == 0 ? "" : ",")
          .append(CoordinateCell.format(face.x(i)))
          .append(',')
          .append(CoordinateCell.format(face.y(i)));
    }
    return row.append('\n').toString();
  }
}
