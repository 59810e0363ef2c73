package org.keypointstudio.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.loop.AugmentationPreview.VariedFace;

class AugmentationPreviewTest {
  private static final KeypointSchema SCHEMA = KeypointSchema.kaggle15();
  private static final int LEFT_EYE = 0;
  private static final int RIGHT_EYE = 1;
  private static final int NOSE = 10;

  private final Annotation annotation =
      Annotation.unlabelled(SCHEMA.size())
          .with(LEFT_EYE, Keypoint.visible(66, 37))
          .with(NOSE, Keypoint.visible(48.25, 57.5));

  /** A bright spot where the left eye is, on a slope of greys. */
  private static GrayImage image(int width, int height) {
    byte[] pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double distance = Math.hypot(x * 96.0 / width - 66, y * 96.0 / height - 37);
        pixels[y * width + x] = (byte) Math.round(40 + 0.5 * y + 150 * Math.exp(-distance / 4));
      }
    }
    return new GrayImage(new ImageSize(width, height), pixels);
  }

  private List<VariedFace> varied(Augmentation augmentation, long seed) {
    return AugmentationPreview.varied(SCHEMA, image(96, 96), annotation, augmentation, 8, seed);
  }

  private static int brightestColumn(GrayImage image, int row) {
    int best = 0;
    for (int x = 0; x < image.width(); x++) {
      best = image.at(x, row) > image.at(best, row) ? x : best;
    }
    return best;
  }

  @Test
  void without_augmentation_the_face_is_as_it_was() {
    GrayImage image = image(96, 96);

    VariedFace face = AugmentationPreview.original(SCHEMA, image, annotation);

    assertThat(face.annotation()).isEqualTo(annotation);
    for (int x = 0; x < 96; x++) {
      assertThat(face.image().at(x, 37)).isCloseTo(image.at(x, 37), within(1));
    }
  }

  @Test
  void flips_mirror_half_of_the_copies_and_left_becomes_right() {
    List<VariedFace> faces = varied(Augmentation.flipsOnly(), 1);

    assertThat(faces).hasSize(8);
    List<VariedFace> mirrored =
        faces.stream().filter(face -> face.annotation().isPlaced(RIGHT_EYE)).toList();
    assertThat(mirrored).hasSize(4);
    assertThat(mirrored.getFirst().annotation().x(RIGHT_EYE)).isEqualTo(95 - 66);
    assertThat(brightestColumn(mirrored.getFirst().image(), 37)).isEqualTo(95 - 66);
  }

  @Test
  void the_points_go_where_the_pixels_go() {
    Augmentation shifts = new Augmentation(false, 0, 0, 8, 0, 0, 0, 0, 0, 0);

    for (VariedFace face : varied(shifts, 3)) {
      int row = (int) Math.round(face.annotation().y(LEFT_EYE));
      assertThat((double) brightestColumn(face.image(), row))
          .isCloseTo(face.annotation().x(LEFT_EYE), within(1.0));
    }
  }

  @Test
  void the_same_seed_varies_in_the_same_way_and_another_does_not() {
    List<Annotation> first = annotations(varied(Augmentation.strong(), 5));

    assertThat(annotations(varied(Augmentation.strong(), 5))).isEqualTo(first);
    assertThat(annotations(varied(Augmentation.strong(), 6))).isNotEqualTo(first);
  }

  private static List<Annotation> annotations(List<VariedFace> faces) {
    return faces.stream().map(VariedFace::annotation).toList();
  }

  @Test
  void an_image_of_any_size_is_shown_in_the_size_of_the_network() {
    VariedFace face =
        AugmentationPreview.original(
            SCHEMA,
            image(200, 300),
            Annotation.unlabelled(15).with(NOSE, Keypoint.visible(99.5, 149.5)));

    assertThat(face.image().width()).isEqualTo(96);
    assertThat(face.annotation().x(NOSE)).isCloseTo(47.5, within(1e-4));
    assertThat(face.annotation().y(NOSE)).isCloseTo(47.5, within(1e-4));
  }
}
