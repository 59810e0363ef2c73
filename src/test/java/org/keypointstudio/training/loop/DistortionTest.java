package org.keypointstudio.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.BlobFaces;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.network.InputFrame;
import org.keypointstudio.training.network.TargetScaling;

class DistortionTest {
  private static final InputFrame FRAME = new InputFrame(96, 96);
  private static final KeypointSchema ONE =
      new KeypointSchema("one", List.of("nose"), List.of(), List.of(), List.of());

  @Property(tries = 300)
  void a_keypoint_stays_on_its_feature_whatever_happens_to_the_image(
      @ForAll long seed,
      @ForAll boolean mirrored,
      @ForAll @DoubleRange(min = 35, max = 60) double x,
      @ForAll @DoubleRange(min = 35, max = 60) double y) {
    Annotation annotation = Annotation.ofCoordinates(x, y);
    Distortion distortion =
        Distortion.draw(Augmentation.strong(), FRAME, mirrored, new SplittableRandom(seed));
    Batch batch = batch(annotation, distortion);

    double sumX = 0;
    double sumY = 0;
    double sum = 0;
    float brightest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < FRAME.pixelCount(); i++) {
      brightest = Math.max(brightest, batch.images()[i]);
    }
    for (int row = 0; row < 96; row++) {
      for (int column = 0; column < 96; column++) {
        double weight = Math.max(0, batch.images()[96 * row + column] - brightest / 2);
        sum += weight;
        sumX += weight * column;
        sumY += weight * row;
      }
    }
    // An uneven stretch moves the middle of a blob a little off the point that it was drawn around.
    assertThat(batch.targets()[0]).isCloseTo((float) (sumX / sum), within(0.6f));
    assertThat(batch.targets()[1]).isCloseTo((float) (sumY / sum), within(0.6f));
  }

  @Property(tries = 300)
  void a_warped_keypoint_is_taken_from_where_it_was(
      @ForAll long seed,
      @ForAll @DoubleRange(min = -5, max = 100) double x,
      @ForAll @DoubleRange(min = -5, max = 100) double y) {
    Augmentation bounds = new Augmentation(true, 12, 0.12, 4, 0.05, 6, 0, 0, 0, 0);
    Distortion distortion = Distortion.draw(bounds, FRAME, true, new SplittableRandom(seed));
    double[] place = new double[2];

    distortion.warp().place(distortion.map(), x, y, place);

    AffineMap back = distortion.map().inverse();
    double[] displacement = displacement(distortion.warp(), place);
    assertThat(back.x(place[0], place[1]) + displacement[0]).isCloseTo(x, within(0.05));
    assertThat(back.y(place[0], place[1]) + displacement[1]).isCloseTo(y, within(0.05));
  }

  /** Mixed from the four nodes around a place, as {@link LocalWarp} says it is. */
  private static double[] displacement(LocalWarp warp, double[] place) {
    double column = Math.clamp(place[0] / 24, 0, 4);
    double row = Math.clamp(place[1] / 24, 0, 4);
    int left = Math.min((int) column, 3);
    int above = Math.min((int) row, 3);
    double[] displacement = new double[2];
    float[][] fields = {warp.dx(), warp.dy()};
    for (int axis = 0; axis < 2; axis++) {
      for (int node = 0; node < 4; node++) {
        double shareX = node % 2 == 0 ? 1 - (column - left) : column - left;
        double shareY = node < 2 ? 1 - (row - above) : row - above;
        int at = 5 * (above + node / 2) + left + node % 2;
        displacement[axis] += shareX * shareY * fields[axis][at];
      }
    }
    return displacement;
  }

  @Property
  void a_map_and_its_inverse_cancel_out(
      @ForAll long seed,
      @ForAll @DoubleRange(min = -200, max = 200) double x,
      @ForAll @DoubleRange(min = -200, max = 200) double y) {
    AffineMap map =
        Distortion.draw(Augmentation.strong(), FRAME, true, new SplittableRandom(seed)).map();
    AffineMap back = map.inverse();

    assertThat(back.x(map.x(x, y), map.y(x, y))).isCloseTo(x, within(1e-9));
    assertThat(back.y(map.x(x, y), map.y(x, y))).isCloseTo(y, within(1e-9));
  }

  @Test
  void without_any_deviation_a_face_stays_as_it_is() {
    TrainingFaces faces = BlobFaces.of(1, 1);
    EncodedFaces encoded = new EncodedFaces(faces, new int[] {0}, FRAME);
    TargetScaling scaling = MeanFace.scalingOf(encoded);
    Batch plain = new Batch(1, BlobFaces.SCHEMA, FRAME, scaling);
    plain.begin(1);
    plain.setFlipped(0, encoded, 0);
    Batch distorted = new Batch(1, BlobFaces.SCHEMA, FRAME, scaling);
    distorted.begin(1);

    distorted.set(
        0, encoded, 0, Distortion.draw(Augmentation.none(), FRAME, true, new SplittableRandom(1)));

    assertThat(distorted.images()).containsExactly(plain.images());
    for (int i = 0; i < 6; i++) {
      assertThat(distorted.targets()[i]).isCloseTo(plain.targets()[i], within(1e-6f));
    }
  }

  @Test
  void noise_has_the_deviation_that_was_drawn() {
    Distortion noisy =
        new Distortion(
            AffineMap.about(0, 0, false, 0, 1, 0, 0, 0),
            LocalWarp.draw(0, FRAME, new SplittableRandom(1)),
            false,
            0,
            1,
            0.5,
            77,
            0);
    float[] image = new float[FRAME.pixelCount()];

    noisy.changeGreys(image, 0, FRAME);

    double squares = 0;
    for (float value : image) {
      squares += value * value;
    }
    assertThat(Math.sqrt(squares / image.length)).isCloseTo(0.5, within(0.02));
  }

  private static Batch batch(Annotation annotation, Distortion distortion) {
    TrainingFaces faces =
        new TrainingFaces(
            ONE, List.of(BlobFaces.image(annotation, new ImageSize(96, 96))), List.of(annotation));
    Batch batch = new Batch(1, ONE, FRAME, new TargetScaling(List.of(0.0, 0.0), 1));
    batch.begin(1);
    batch.set(0, new EncodedFaces(faces, new int[] {0}, FRAME), 0, distortion);
    return batch;
  }
}
