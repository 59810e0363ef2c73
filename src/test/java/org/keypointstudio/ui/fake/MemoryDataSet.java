package org.keypointstudio.ui.fake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Face;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

/** Shaded ovals with the 15 keypoints about where a face has them; the same for the same seed. */
public final class MemoryDataSet implements FaceDataSet {
  private static final ImageSize SIZE = new ImageSize(96, 96);
  private static final double[] MEAN_FACE = {
    66, 37, 30, 37, 59, 38, 73, 38, 37, 38, 23, 38, 57, 29, 79, 29, 39, 29, 16, 29, 48, 57, 63, 76,
    33, 76, 48, 73, 48, 79
  };

  private final List<Annotation> annotations = new ArrayList<>();
  private final List<GrayImage> images = new ArrayList<>();

  /** A data set of so many faces; every fifth lacks its eyebrows. */
  public MemoryDataSet(int size) {
    Random random = new Random(7);
    for (int face = 0; face < size; face++) {
      double dx = 3 * random.nextGaussian();
      double dy = 3 * random.nextGaussian();
      List<Keypoint> keypoints = new ArrayList<>();
      for (int i = 0; i < MEAN_FACE.length; i += 2) {
        boolean missing = face % 5 == 4 && i >= 12 && i < 20;
        keypoints.add(
            missing
                ? Keypoint.unlabelled()
                : Keypoint.visible(
                    MEAN_FACE[i] + dx + random.nextGaussian(),
                    MEAN_FACE[i + 1] + dy + random.nextGaussian()));
      }
      annotations.add(Annotation.of(keypoints));
      images.add(oval(48 + dx, 52 + dy));
    }
  }

  private static GrayImage oval(double centreX, double centreY) {
    byte[] pixels = new byte[SIZE.pixelCount()];
    for (int y = 0; y < SIZE.height(); y++) {
      for (int x = 0; x < SIZE.width(); x++) {
        double distance = Math.hypot((x - centreX) / 38, (y - centreY) / 46);
        double shade = distance < 1 ? 205 - 90 * distance * distance - x / 3.0 : 40 + y / 4.0;
        pixels[y * SIZE.width() + x] = (byte) Math.round(shade);
      }
    }
    return new GrayImage(SIZE, pixels);
  }

  @Override
  public Path path() {
    return Path.of("faces.csv");
  }

  @Override
  public KeypointSchema schema() {
    return KeypointSchema.kaggle15();
  }

  @Override
  public int size() {
    return annotations.size();
  }

  @Override
  public Face face(int index) {
    return new Face(index, "row " + (index + 1));
  }

  @Override
  public GrayImage image(int index) {
    return images.get(index);
  }

  @Override
  public Annotation annotation(int index) {
    return annotations.get(index);
  }
}
