package org.keypointstudio.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.training.BlobFaces;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.network.InputFrame;
import org.keypointstudio.training.network.TargetScaling;

class BatchTest {
  private static final InputFrame FRAME = new InputFrame(96, 96);
  private static final TargetScaling PIXELS =
      new TargetScaling(List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0), 1);

  // Not symmetric: the subject's left eye is the darkest blob and stands low.
  private final Annotation annotation = Annotation.ofCoordinates(70, 40, 30, 20, 55, 80);

  @Test
  void the_labels_of_a_flipped_face_land_on_the_features_that_they_name() {
    Batch batch = batch();
    batch.setFlipped(0, encoded(annotation), 0);

    assertThat(target(batch, 0)).as("left eye").containsExactly(95 - 30, 20);
    assertThat(target(batch, 1)).as("right eye").containsExactly(95 - 70, 40);
    assertThat(target(batch, 2)).as("mouth").containsExactly(95 - 55, 80);

    Batch plain = batch();
    plain.set(0, encoded(annotation), 0);
    assertThat(pixelAt(batch, 65, 20)).isEqualTo(pixelAt(plain, 30, 20));
    assertThat(pixelAt(batch, 25, 40)).isEqualTo(pixelAt(plain, 70, 40));
    assertThat(pixelAt(batch, 40, 80)).isEqualTo(pixelAt(plain, 55, 80));
  }

  @Test
  void a_flip_is_the_one_that_annotations_know() {
    Annotation partly = annotation.with(0, Keypoint.unlabelled());
    Annotation expected = partly.flipped(BlobFaces.SCHEMA, 96);
    Batch batch = batch();

    batch.setFlipped(0, encoded(partly), 0);

    assertThat(batch.mask()).startsWith(1, 1, 0, 0, 1, 1);
    assertThat(target(batch, 0)).containsExactly((float) expected.x(0), (float) expected.y(0));
    assertThat(target(batch, 2)).containsExactly((float) expected.x(2), (float) expected.y(2));
  }

  @Test
  void a_missing_keypoint_is_masked_and_never_filled_with_a_place() {
    Batch batch = batch();
    batch.set(0, encoded(annotation.with(1, Keypoint.absent())), 0);

    assertThat(batch.mask()).startsWith(1, 1, 0, 0, 1, 1);
    assertThat(batch.targets()).doesNotContain(Float.NaN);
  }

  @Test
  void errors_count_in_the_pixels_of_the_faces_own_image() {
    ImageSize size = new ImageSize(192, 48);
    Annotation large = Annotation.ofCoordinates(140, 20, 60, 10, 110, 40);
    Batch batch = batch();
    batch.set(
        0,
        new EncodedFaces(
            new TrainingFaces(
                BlobFaces.SCHEMA, List.of(BlobFaces.image(large, size)), List.of(large)),
            new int[] {0},
            FRAME),
        0);
    float[] outputs = batch.targets().clone();
    outputs[0] += 3;
    outputs[1] += 8;
    SquaredErrors errors = new SquaredErrors();

    batch.addErrorsTo(errors, outputs);

    // 3 input pixels are 6 of the image across, 8 are 4 of it down.
    assertThat(errors.rootMean()).isCloseTo(Math.sqrt((36 + 16) / 6.0), within(1e-5));
  }

  private static Batch batch() {
    Batch batch = new Batch(1, BlobFaces.SCHEMA, FRAME, PIXELS);
    batch.begin(1);
    return batch;
  }

  private static EncodedFaces encoded(Annotation annotation) {
    // The blobs stay where they are; only what is labelled changes.
    Annotation whole = Annotation.ofCoordinates(70, 40, 30, 20, 55, 80);
    return new EncodedFaces(
        new TrainingFaces(
            BlobFaces.SCHEMA,
            List.of(BlobFaces.image(whole, new ImageSize(96, 96))),
            List.of(annotation)),
        new int[] {0},
        FRAME);
  }

  private static float[] target(Batch batch, int keypoint) {
    return new float[] {batch.targets()[2 * keypoint], batch.targets()[2 * keypoint + 1]};
  }

  private static float pixelAt(Batch batch, int x, int y) {
    return batch.images()[y * 96 + x];
  }
}
