package org.keypointstudio.generate.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keypointstudio.generate.face.Shot.Pose;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaceRendererTest {
  private static final KeypointSchema SCHEMA = KeypointSchema.kaggle15();
  private static final int LEFT_EYE = SCHEMA.indexOf("left_eye_center");
  private static final int RIGHT_EYE = SCHEMA.indexOf("right_eye_center");
  private static final int NOSE = SCHEMA.indexOf("nose_tip");
  private static final int TOP_LIP = SCHEMA.indexOf("mouth_center_top_lip");
  private static final int BOTTOM_LIP = SCHEMA.indexOf("mouth_center_bottom_lip");
  private static final int FACES = 60;

  private final FaceRenderer renderer = new FaceRenderer();
  private List<RenderedFace> faces = List.of();

  @BeforeAll
  void draw_some_faces() {
    faces =
        LongStream.range(0, FACES)
            .parallel()
            .mapToObj(seed -> renderer.render(person(seed), shot(seed), 96))
            .toList();
  }

  private static Person person(long seed) {
    return Casting.person(seed);
  }

  private static Shot shot(long seed) {
    return PhotoSession.shot(1000 + seed);
  }

  private static byte[] pixels(GrayImage image) {
    byte[] pixels = new byte[image.size().pixelCount()];
    image.copyTo(pixels, 0);
    return pixels;
  }

  @Test
  void the_same_seeds_give_the_same_picture() {
    RenderedFace again = renderer.render(person(3), shot(3), 96);

    assertThat(pixels(again.image())).isEqualTo(pixels(faces.get(3).image()));
    assertThat(again.annotation()).isEqualTo(faces.get(3).annotation());
  }

  @Test
  void other_seeds_give_other_pictures() {
    assertThat(
            faces.stream()
                .map(face -> new String(pixels(face.image()), StandardCharsets.ISO_8859_1))
                .distinct())
        .hasSize(FACES);
  }

  @Test
  void the_keypoints_without_a_picture_are_those_of_the_picture() {
    assertThat(renderer.keypoints(person(5), shot(5), 96)).isEqualTo(faces.get(5).annotation());
  }

  @Test
  void every_keypoint_is_placed() {
    assertThat(faces).allMatch(face -> face.annotation().isComplete());
  }

  @Test
  void the_subjects_left_is_right_in_the_picture() {
    for (RenderedFace face : faces) {
      for (IndexPair pair : SCHEMA.flipPairs()) {
        assertThat(face.annotation().x(pair.first()))
            .as(SCHEMA.displayName(pair.first()))
            .isGreaterThan(face.annotation().x(pair.second()));
      }
    }
  }

  @Test
  void eyes_nose_and_mouth_lie_in_the_picture_and_in_this_order() {
    for (RenderedFace face : faces) {
      Annotation places = face.annotation();
      for (int keypoint : new int[] {LEFT_EYE, RIGHT_EYE, NOSE, TOP_LIP, BOTTOM_LIP}) {
        assertThat(places.x(keypoint)).isBetween(0.0, 95.0);
        assertThat(places.y(keypoint)).isBetween(0.0, 95.0);
      }
      double eyes = (places.y(LEFT_EYE) + places.y(RIGHT_EYE)) / 2;
      assertThat(places.y(NOSE)).isGreaterThan(eyes);
      assertThat(places.y(TOP_LIP)).isGreaterThan(places.y(NOSE));
      assertThat(places.y(BOTTOM_LIP)).isGreaterThan(places.y(TOP_LIP));
    }
  }

  @Test
  void faces_are_framed_as_in_kaggles_file() {
    assertThat(mean(LEFT_EYE, true)).isCloseTo(66.4, within(2.5));
    assertThat(mean(LEFT_EYE, false)).isCloseTo(37.7, within(2.5));
    assertThat(mean(RIGHT_EYE, true)).isCloseTo(30.3, within(2.5));
    assertThat(mean(NOSE, false)).isCloseTo(62.7, within(2.5));
    assertThat(mean(BOTTOM_LIP, false)).isCloseTo(79.0, within(4.5));
  }

  private double mean(int keypoint, boolean horizontal) {
    return faces.stream()
        .map(RenderedFace::annotation)
        .mapToDouble(a -> horizontal ? a.x(keypoint) : a.y(keypoint))
        .average()
        .orElseThrow();
  }

  @Test
  void the_eyes_are_where_the_picture_is_dark() {
    long dark =
        faces.stream()
            .filter(face -> darkness(face, LEFT_EYE) > 0 && darkness(face, RIGHT_EYE) > 0)
            .count();

    assertThat(dark).isGreaterThan(FACES * 85 / 100);
  }

  /** How much darker a keypoint is than the cheek a third of the inter-ocular distance below. */
  private static double darkness(RenderedFace face, int eye) {
    Annotation places = face.annotation();
    double below = 0.36 * places.keypoint(LEFT_EYE).distanceTo(places.keypoint(RIGHT_EYE));
    int x = (int) Math.round(places.x(eye));
    int y = (int) Math.round(places.y(eye));
    return patch(face.image(), x, y + (int) Math.round(below)) - patch(face.image(), x, y);
  }

  private static double patch(GrayImage image, int x, int y) {
    return IntStream.range(0, 9)
        .map(i -> image.at(Math.clamp(x - 1 + i % 3, 0, 95), Math.clamp(y - 1 + i / 3, 0, 95)))
        .average()
        .orElseThrow();
  }

  @Test
  void a_larger_picture_shows_the_same_places() {
    Annotation small = renderer.keypoints(person(7), shot(7), 96);
    Annotation large = renderer.keypoints(person(7), shot(7), 192);

    for (int i = 0; i < SCHEMA.size(); i++) {
      assertThat(large.x(i)).isCloseTo(2 * (small.x(i) + 0.5) - 0.5, within(0.001));
      assertThat(large.y(i)).isCloseTo(2 * (small.y(i) + 0.5) - 0.5, within(0.001));
    }
  }

  @Test
  void a_head_that_turns_to_its_left_points_its_nose_to_the_right_of_the_picture() {
    assertThat(noseFromMiddle(0.4)).isGreaterThan(noseFromMiddle(0) + 2);
    assertThat(noseFromMiddle(-0.4)).isLessThan(noseFromMiddle(0) - 2);
  }

  private double noseFromMiddle(double yaw) {
    Shot shot = shot(1);
    Shot turned =
        new Shot(
            new Pose(yaw, 0, 0, 0.38, 0.5, 0.58),
            shot.expression(),
            shot.lighting(),
            shot.backdrop(),
            shot.film(),
            shot.seed());
    Annotation places = renderer.keypoints(person(1), turned, 96);
    return places.x(NOSE) - (places.x(LEFT_EYE) + places.x(RIGHT_EYE)) / 2;
  }
}
