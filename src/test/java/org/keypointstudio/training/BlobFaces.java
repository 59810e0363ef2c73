package org.keypointstudio.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

/** Small faces for tests: a bright blob stands at each of three keypoints. */
public final class BlobFaces {
  /** A left and a right eye that change places in the mirror, and a mouth that stays. */
  public static final KeypointSchema SCHEMA =
      new KeypointSchema(
          "blobs",
          List.of("left_eye", "right_eye", "mouth"),
          List.of(new IndexPair(0, 1)),
          List.of(),
          List.of(new IndexPair(0, 1)));

  private static final int[] BRIGHTNESS = {100, 160, 220};

  private BlobFaces() {}

  /** So many faces with all keypoints labelled, each in its own group. */
  public static TrainingFaces of(int count, long seed) {
    return of(count, new ImageSize(96, 96), seed);
  }

  /** So many faces of a size. */
  public static TrainingFaces of(int count, ImageSize size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<GrayImage> images = new ArrayList<>();
    List<Annotation> annotations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double dx = random.nextDouble(-0.12, 0.12);
      double dy = random.nextDouble(-0.12, 0.12);
      Annotation annotation =
          Annotation.ofCoordinates(
              (0.7 + dx) * size.width(),
              (0.3 + dy) * size.height(),
              (0.3 + dx) * size.width(),
              (0.3 + dy) * size.height(),
              (0.5 + dx) * size.width(),
              (0.7 + dy) * size.height());
      annotations.add(annotation);
      images.add(image(annotation, size));
    }
    return new TrainingFaces(SCHEMA, images, annotations);
  }

  /** The image in which the blobs stand where an annotation says. */
  public static GrayImage image(Annotation annotation, ImageSize size) {
    byte[] pixels = new byte[size.pixelCount()];
    double radius = size.width() / 16.0;
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        double value = 20;
        for (int k = 0; k < annotation.size(); k++) {
          double distance = Math.hypot(x - annotation.x(k), y - annotation.y(k)) / radius;
          value += BRIGHTNESS[k] * Math.exp(-distance * distance);
        }
        pixels[y * size.width() + x] = (byte) Math.min(255, Math.round(value));
      }
    }
    return new GrayImage(size, pixels);
  }
}
