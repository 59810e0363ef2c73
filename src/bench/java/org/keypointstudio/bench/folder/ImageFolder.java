package org.keypointstudio.bench.folder;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * Makes a folder as CelebA's: JPEG files of 178 × 218 pixels beside a CSV with five keypoints of
 * each. The files are hard links to a few hundred different ones, so that the folder is made in
 * seconds and reading it still costs what reading as many files does.
 */
final class ImageFolder {
  private static final int WIDTH = 178;
  private static final int HEIGHT = 218;
  private static final int DIFFERENT = 400;
  private static final int IMAGES_A_FOLDER = 20_000;
  private static final List<String> KEYPOINTS =
      List.of("left_eye", "right_eye", "nose_tip", "mouth_left_corner", "mouth_right_corner");
  private static final double[] MEAN = {107, 112, 71, 112, 88, 135, 105, 152, 73, 152};

  /** Of a hundred faces. */
  private static final int SPARSE = 10;

  private ImageFolder() {}

  /** Makes so many images, and gives the CSV. */
  static Path make(Path folder, int images) throws IOException {
    List<Path> originals = new ArrayList<>();
    Path drawn = Files.createDirectories(folder.resolve("drawn"));
    for (int i = 0; i < DIFFERENT; i++) {
      Path file = drawn.resolve(i + ".jpg");
      ImageIO.write(draw(i), "jpg", file.toFile());
      originals.add(file);
    }
    Path csv = folder.resolve("faces.csv");
    SplittableRandom random = new SplittableRandom(1);
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write("image");
      for (String keypoint : KEYPOINTS) {
        out.write(",%s_x,%s_y".formatted(keypoint, keypoint));
      }
      out.write('\n');
      for (int i = 0; i < images; i++) {
        String name = "%02d/%06d.jpg".formatted(i / IMAGES_A_FOLDER, i + 1);
        Path file = folder.resolve(name);
        if (i % IMAGES_A_FOLDER == 0) {
          Files.createDirectories(folder.resolve("%02d".formatted(i / IMAGES_A_FOLDER)));
        }
        Files.createLink(file, originals.get(i % DIFFERENT));
        out.write(name + coordinates(random) + '\n');
      }
    }
    return csv;
  }

  private static String coordinates(SplittableRandom random) {
    StringBuilder cells = new StringBuilder();
    boolean sparse = random.nextInt(100) < SPARSE;
    for (int i = 0; i < MEAN.length; i++) {
      cells.append(',');
      if (!sparse || i < 4) {
        cells.append(String.format(Locale.ROOT, "%.1f", MEAN[i] + 4 * random.nextGaussian()));
      }
    }
    return cells.toString();
  }

  private static BufferedImage draw(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    for (int shape = 0; shape < 40; shape++) {
      graphics.setPaint(
          new GradientPaint(
              random.nextInt(WIDTH),
              0,
              new Color(random.nextInt(1 << 24)),
              random.nextInt(WIDTH),
              HEIGHT,
              new Color(random.nextInt(1 << 24))));
      int size = 20 + random.nextInt(WIDTH / (1 + shape / 8));
      graphics.fillOval(
          random.nextInt(WIDTH) - size / 2, random.nextInt(HEIGHT) - size / 2, size, size);
    }
    graphics.dispose();
    return image;
  }
}
