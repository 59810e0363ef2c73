package org.keypointstudio.dataset.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

class FacePoseTest {
  private static final KeypointSchema SCHEMA = KeypointSchema.kaggle15();
  private static final int LEFT_EYE = 0;
  private static final int RIGHT_EYE = 1;
  private static final int NOSE_TIP = 10;

  private final FacePose pose = new FacePose(SCHEMA, List.of(face(50)));

  /** The subject's left eye is at the right of the image. */
  private static Annotation face(double noseX) {
    return Annotation.unlabelled(15)
        .with(LEFT_EYE, Keypoint.visible(70, 40))
        .with(RIGHT_EYE, Keypoint.visible(30, 40))
        .with(NOSE_TIP, Keypoint.visible(noseX, 60));
  }

  private static Annotation turned(Annotation face, double degrees) {
    double cosine = Math.cos(Math.toRadians(degrees));
    double sine = Math.sin(Math.toRadians(degrees));
    return Annotation.of(
        face.keypoints().stream()
            .map(
                point ->
                    point.isPlaced()
                        ? Keypoint.visible(
                            cosine * point.x() - sine * point.y(),
                            sine * point.x() + cosine * point.y())
                        : point)
            .toList());
  }

  @Test
  void a_level_frontal_face_is_not_turned() {
    assertThat(pose.roll(face(50))).hasValue(0);
    assertThat(pose.yaw(face(50))).hasValue(0);
  }

  @Test
  void a_nose_towards_the_subjects_left_is_a_turn_to_the_left() {
    assertThat(pose.yaw(face(60))).hasValue(0.25);
    assertThat(pose.yaw(face(46))).hasValue(-0.1);
  }

  @Property(tries = 50)
  void turning_the_image_changes_the_roll_by_as_much_and_leaves_the_yaw(
      @ForAll @DoubleRange(min = -170, max = 170) double degrees) {
    Annotation turned = turned(face(60), degrees);

    assertThat(pose.roll(turned).orElseThrow()).isCloseTo(degrees, within(1e-9));
    assertThat(pose.yaw(turned).orElseThrow()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void a_schema_that_names_the_right_eye_first_reads_the_same() {
    KeypointSchema rightFirst =
        new KeypointSchema(
            "right first",
            List.of("a", "b", "nose"),
            List.of(new IndexPair(0, 1)),
            List.of(),
            List.of(new IndexPair(0, 1)));
    Annotation face = Annotation.ofCoordinates(30, 40, 70, 40, 60, 60);
    FacePose its = new FacePose(rightFirst, List.of(face, face));

    assertThat(its.roll(face)).hasValue(0);
    assertThat(its.yaw(face)).hasValue(0.25);
    assertThat(its.roll(Annotation.ofCoordinates(70, 40, 30, 40, 60, 60)))
        .as("a face with its eyes exchanged")
        .hasValue(180);
  }

  @Test
  void without_eyes_or_nose_nothing_is_known() {
    assertThat(pose.roll(face(50).with(LEFT_EYE, Keypoint.unlabelled()))).isEmpty();
    assertThat(pose.yaw(face(50).with(NOSE_TIP, Keypoint.unlabelled()))).isEmpty();
    assertThat(pose.roll(face(50).with(LEFT_EYE, Keypoint.visible(30, 40))))
        .as("eyes in one place have no line between them")
        .isEmpty();
    FacePose ofNothing =
        new FacePose(
            new KeypointSchema("x", List.of("a", "b"), List.of(), List.of(), List.of()), List.of());
    assertThat(ofNothing.knowsNose()).isFalse();
    assertThat(ofNothing.yaw(Annotation.unlabelled(2))).isEmpty();
  }
}
