package org.keypointstudio.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

class ReferenceFaceTest {
  private static final Annotation EYES_AND_NOSE = Annotation.ofCoordinates(60, 40, 20, 40, 40, 70);

  private static GrayImage spotAt(int spotX, int spotY) {
    byte[] pixels = new byte[100 * 100];
    for (int y = 0; y < 100; y++) {
      for (int x = 0; x < 100; x++) {
        pixels[100 * y + x] = (byte) (Math.hypot(x - spotX, y - spotY) < 4 ? 200 : 20);
      }
    }
    return new GrayImage(new ImageSize(100, 100), pixels);
  }

  @Test
  void what_is_at_a_keypoint_of_every_face_is_at_that_keypoint_of_the_mean() {
    Annotation shifted = new Similarity(1, 0, 15, 5).applyTo(EYES_AND_NOSE);
    MeanShape shape = MeanShape.of(3, List.of(EYES_AND_NOSE, shifted));

    ReferenceFace face =
        ReferenceFace.of(
            shape,
            List.of(
                new ReferenceFace.Example(EYES_AND_NOSE, spotAt(40, 70)),
                new ReferenceFace.Example(shifted, spotAt(55, 75))),
            80);

    int noseX = (int) Math.round(face.points().x(2));
    int noseY = (int) Math.round(face.points().y(2));
    assertThat(face.image().at(noseX, noseY)).isGreaterThan(180);
    assertThat(face.image().at(5, 5)).isLessThan(40);
  }

  @Test
  void all_keypoints_are_in_the_picture_with_a_margin() {
    ReferenceFace face = ReferenceFace.of(MeanShape.of(3, List.of(EYES_AND_NOSE)), List.of(), 90);

    for (int k = 0; k < 3; k++) {
      assertThat(face.points().x(k)).isBetween(9.0, 81.0);
      assertThat(face.points().y(k)).isBetween(9.0, 81.0);
    }
    assertThat((face.points().x(0) + face.points().x(1)) / 2).isCloseTo(44.5, within(1e-9));
  }

  @Test
  void one_keypoint_is_not_a_face() {
    Annotation nose = Annotation.ofCoordinates(40, 70);
    assertThatThrownBy(() -> ReferenceFace.of(MeanShape.of(1, List.of(nose)), List.of(), 90))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
