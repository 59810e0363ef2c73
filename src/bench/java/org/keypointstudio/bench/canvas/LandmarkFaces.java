package org.keypointstudio.bench.canvas;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.task.TaskContext;

/** A data set of a few images with 68 landmarks each, about where a face has them. */
final class LandmarkFaces {
  private static final int FACES = 4;
  private static final int SIDE = 512;

  private LandmarkFaces() {}

  /** Writes the images and their CSV into a folder, and opens them. */
  static FaceDataSet in(Path folder) throws IOException, DataSetException {
    Random random = new Random(5);
    List<String> lines = new ArrayList<>();
    lines.add(
        "image"
            + String.join(
                "",
                IntStream.range(0, 68).mapToObj(",part_%1$d_x,part_%1$d_y"::formatted).toList()));
    for (int face = 0; face < FACES; face++) {
      String name = "face%d.png".formatted(face);
      ImageIO.write(image(random), "png", folder.resolve(name).toFile());
      StringBuilder line = new StringBuilder(name);
      for (double[] place : landmarks()) {
        line.append(
            String.format(
                Locale.ROOT,
                ",%.2f,%.2f",
                place[0] + random.nextGaussian(),
                place[1] + random.nextGaussian()));
      }
      lines.add(line.toString());
    }
    Path csv = Files.write(folder.resolve("keypoints.csv"), lines);
    return new DataSetFiles().open(csv, TaskContext.unattended());
  }

  private static BufferedImage image(Random random) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double inside = Math.hypot((x - 256) / 190.0, (y - 270) / 230.0);
        int grey = (int) Math.clamp(210 - 130 * inside + 12 * random.nextGaussian(), 0, 255);
        image.getRaster().setSample(x, y, 0, grey);
      }
    }
    return image;
  }

  private static List<double[]> landmarks() {
    List<double[]> places = new ArrayList<>();
    arc(places, 17, 256, 240, 170, 210, 180, 0);
    arc(places, 5, 170, 190, 50, 25, 180, 360);
    arc(places, 5, 342, 190, 50, 25, 180, 360);
    for (int i = 0; i < 4; i++) {
      places.add(new double[] {256, 210 + 25 * i});
    }
    arc(places, 5, 256, 300, 35, 12, 180, 0);
    arc(places, 6, 180, 220, 28, 12, 180, 480);
    arc(places, 6, 332, 220, 28, 12, 180, 480);
    arc(places, 12, 256, 370, 65, 30, 180, 510);
    arc(places, 8, 256, 370, 45, 14, 180, 495);
    return places;
  }

  private static void arc(
      List<double[]> places,
      int count,
      double x,
      double y,
      double radiusX,
      double radiusY,
      double from,
      double to) {
    for (int i = 0; i < count; i++) {
      double angle = Math.toRadians(from + (to - from) * i / (count - 1));
      places.add(new double[] {x + radiusX * Math.cos(angle), y + radiusY * Math.sin(angle)});
    }
  }

  /** Where a model that is a few pixels off sees the landmarks. */
  static List<Annotation> predicted(FaceDataSet faces, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, faces.size())
        .mapToObj(
            face ->
                Annotation.of(
                    faces.annotation(face).keypoints().stream()
                        .map(
                            point ->
                                Keypoint.visible(
                                    point.x() + 4 * random.nextGaussian(),
                                    point.y() + 4 * random.nextGaussian()))
                        .toList()))
        .toList();
  }
}
