package org.keypointstudio.project.convert;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CoordinateCell;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.task.TaskContext;

/** Writes the CSV of a folder of images: its name and two columns a keypoint, one row a face. */
final class ImageTableWriter {
  private ImageTableWriter() {}

  static void write(AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    AnnotationFile.replace(
        target,
        temporary -> {
          try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
            out.write("image");
            for (String name : images.schema().keypointNames()) {
              out.write("," + cell(name + "_x") + "," + cell(name + "_y"));
            }
            out.write("\n");
            for (AnnotatedFace face : images.faces()) {
              context.throwIfCancelled();
              write(face, out);
            }
          }
        });
  }

  private static void write(AnnotatedFace face, BufferedWriter out) throws IOException {
    out.write(cell(face.imageName()));
    Annotation annotation = face.annotation();
    for (int i = 0; i < annotation.size(); i++) {
      boolean placed = annotation.isPlaced(i);
      out.write("," + (placed ? CoordinateCell.format(annotation.x(i)) : ""));
      out.write("," + (placed ? CoordinateCell.format(annotation.y(i)) : ""));
    }
    out.write("\n");
  }

  private static String cell(String text) {
    return text.contains(",") || text.contains("\"")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
