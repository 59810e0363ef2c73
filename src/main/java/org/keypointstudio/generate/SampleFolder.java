package org.keypointstudio.generate;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.generate.face.RenderedFace;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

/** A folder of image files of several sizes beside a {@code keypoints.csv}. */
final class SampleFolder {
  private static final int IMAGES = 24;
  private static final int[] SIDES = {128, 160, 192, 224, 256};

  private SampleFolder() {}

  static void write(Path folder, long seed, TaskContext context) throws IOException {
    Files.createDirectories(folder);
    CallSheet callSheet = new CallSheet(seed);
    StringBuilder table = new StringBuilder("image");
    for (String name : KeypointSchema.kaggle15().keypointNames()) {
      table.append(',').append(name).append("_x,").append(name).append("_y");
    }
    table.append('\n');
    for (int row = 0; row < IMAGES; row++) {
      context.throwIfCancelled();
      RenderedFace face = callSheet.face(row, SIDES[row % SIDES.length]);
      String name = (row < 9 ? "face-0" : "face-") + (row + 1) + ".png";
      writeImage(folder.resolve(name), face.image());
      table.append(name);
      Annotation annotation = face.annotation();
      for (int keypoint = 0; keypoint < annotation.size(); keypoint++) {
        table.append(',').append(annotation.x(keypoint));
        table.append(',').append(annotation.y(keypoint));
      }
      table.append('\n');
      context.report(row + 1, IMAGES, "Drawing image files");
    }
    AtomicFile.replace(
        folder.resolve("keypoints.csv"),
        temporary -> Files.writeString(temporary, table, StandardCharsets.UTF_8));
  }

  private static void writeImage(Path file, GrayImage image) throws IOException {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        picture.getRaster().setSample(x, y, 0, image.at(x, y));
      }
    }
    AtomicFile.replace(
        file,
        temporary -> {
          if (!ImageIO.write(picture, "png", temporary.toFile())) {
            throw new IOException("This Java cannot write PNG files such as " + file);
          }
        });
  }
}
