package org.keypointstudio.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.training.TrainingFaces;

/** As many images as a data set of usual size has, each of other waves, with points anywhere. */
final class BenchFaces {
  private static final ImageSize SIZE = new ImageSize(96, 96);
  private static final int WAVES = 4;

  private BenchFaces() {}

  static TrainingFaces of(int count) {
    var random = new SplittableRandom(5);
    List<GrayImage> images = new ArrayList<>(count);
    List<Annotation> annotations = new ArrayList<>(count);
    KeypointSchema schema = KeypointSchema.kaggle15();
    for (int i = 0; i < count; i++) {
      images.add(new GrayImage(SIZE, waves(random)));
      annotations.add(
          Annotation.ofCoordinates(random.doubles(2L * schema.size(), 0, SIZE.width()).toArray()));
    }
    return new TrainingFaces(schema, images, annotations);
  }

  private static byte[] waves(SplittableRandom random) {
    double[] numbers = random.doubles(3L * WAVES, -0.3, 0.3).toArray();
    byte[] pixels = new byte[SIZE.pixelCount()];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % SIZE.width();
      int y = i / SIZE.width();
      double grey = 128;
      for (int w = 0; w < numbers.length; w += 3) {
        grey += 30 * Math.sin(numbers[w] * x + numbers[w + 1] * y + 10 * numbers[w + 2]);
      }
      pixels[i] = (byte) grey;
    }
    return pixels;
  }
}
