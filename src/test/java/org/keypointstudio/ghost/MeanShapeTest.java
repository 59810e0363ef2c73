package org.keypointstudio.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;

class MeanShapeTest {
  private static final Annotation SHAPE =
      Annotation.ofCoordinates(30, 40, 60, 40, 45, 60, 45, 75, 36, 72);

  private static Similarity similarity(double turn, double scale, double x, double y) {
    return new Similarity(scale * Math.cos(turn), scale * Math.sin(turn), x, y);
  }

  private static void assertNear(Annotation found, Annotation expected) {
    for (int k = 0; k < expected.size(); k++) {
      assertThat(found.keypoint(k).distanceTo(expected.keypoint(k))).isCloseTo(0, within(1e-6));
    }
  }

  @Property(tries = 200)
  void a_turned_scaled_and_shifted_face_gets_its_missing_keypoints_where_they_are(
      @ForAll @DoubleRange(min = -3, max = 3) double turn,
      @ForAll @DoubleRange(min = 0.1, max = 10) double scale,
      @ForAll @DoubleRange(min = -500, max = 500) double shift) {
    MeanShape shape = MeanShape.of(5, List.of(SHAPE, SHAPE));
    Annotation face = similarity(turn, scale, shift, -shift).applyTo(SHAPE);
    Annotation two =
        face.with(1, Keypoint.unlabelled())
            .with(2, Keypoint.unlabelled())
            .with(4, Keypoint.unlabelled());

    assertNear(shape.fittedTo(two), face);
  }

  @Property(tries = 200)
  void no_other_turn_or_scale_fits_better(
      @ForAll @DoubleRange(min = -0.3, max = 0.3) double turn,
      @ForAll @DoubleRange(min = 0.8, max = 1.25) double scale,
      @ForAll long seed) {
    Random random = new Random(seed);
    double[] xy = new double[10];
    for (int c = 0; c < xy.length; c++) {
      xy[c] = 96 * random.nextDouble();
    }
    Annotation goal = Annotation.ofCoordinates(xy);
    Similarity best = Similarity.fit(SHAPE, goal);
    Similarity other =
        new Similarity(
            best.a() * scale * Math.cos(turn) - best.b() * scale * Math.sin(turn),
            best.a() * scale * Math.sin(turn) + best.b() * scale * Math.cos(turn),
            best.shiftX(),
            best.shiftY());

    assertThat(squaredDistance(best.applyTo(SHAPE), goal))
        .isLessThanOrEqualTo(squaredDistance(other.applyTo(SHAPE), goal) + 1e-6);
  }

  private static double squaredDistance(Annotation one, Annotation other) {
    double sum = 0;
    for (int k = 0; k < one.size(); k++) {
      sum += Math.pow(one.keypoint(k).distanceTo(other.keypoint(k)), 2);
    }
    return sum;
  }

  @Test
  void with_one_keypoint_the_shape_is_only_shifted() {
    MeanShape shape = MeanShape.of(5, List.of(SHAPE));
    Annotation one = Annotation.unlabelled(5).with(0, Keypoint.visible(40, 45));

    assertNear(shape.fittedTo(one), similarity(0, 1, 10, 5).applyTo(SHAPE));
  }

  @Test
  void without_a_keypoint_the_shape_stands_where_faces_stand() {
    MeanShape shape = MeanShape.of(5, List.of(SHAPE, similarity(0, 1, 10, 0).applyTo(SHAPE)));

    assertNear(shape.fittedTo(Annotation.unlabelled(5)), similarity(0, 1, 5, 0).applyTo(SHAPE));
  }

  @Test
  void a_keypoint_that_nobody_labelled_has_no_ghost() {
    Annotation noMouth = SHAPE.with(4, Keypoint.unlabelled());
    MeanShape shape = MeanShape.of(5, List.of(noMouth, noMouth));
    GhostSource source = new MeanShapeGhosts(plain(5), shape);

    assertThat(source.ghosts(0, noMouth)).isEmpty();
    assertThat(source.ghosts(0, Annotation.unlabelled(5))).hasSize(4);
  }

  @Test
  void without_any_label_there_is_no_ghost() {
    MeanShape shape = MeanShape.of(5, List.of(Annotation.unlabelled(5)));

    assertThat(new MeanShapeGhosts(plain(5), shape).ghosts(0, Annotation.unlabelled(5))).isEmpty();
  }

  @Test
  void an_absent_keypoint_has_no_ghost() {
    GhostSource source = new MeanShapeGhosts(plain(5), MeanShape.of(5, List.of(SHAPE)));
    Annotation absent = SHAPE.with(2, Keypoint.absent()).with(4, Keypoint.unlabelled());

    assertThat(source.ghosts(0, absent)).extracting(Ghost::keypoint).containsExactly(4);
    assertThat(source.ghosts(0, absent)).extracting(Ghost::origin).containsOnly(Origin.MEAN_SHAPE);
  }

  @Test
  void the_deviation_is_the_spread_of_the_keypoint_that_was_left_out() {
    Random random = new Random(7);
    List<Annotation> faces = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      faces.add(
          SHAPE.with(
              4, Keypoint.visible(36 + 2 * random.nextGaussian(), 72 + 2 * random.nextGaussian())));
    }
    MeanShape shape = MeanShape.of(5, faces);

    double[] deviations = shape.deviations(SHAPE.with(4, Keypoint.unlabelled()));

    assertThat(deviations[4]).isCloseTo(2, within(0.3));
    Annotation twiceAsLarge = similarity(0, 2, 0, 0).applyTo(SHAPE).with(4, Keypoint.unlabelled());
    assertThat(shape.deviations(twiceAsLarge)[4]).isCloseTo(4, within(0.6));
  }

  @Test
  void the_shape_bends_as_faces_do() {
    // A wide mouth goes with eyes that are far apart: the fit alone would not know.
    Random random = new Random(11);
    List<Annotation> faces = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      faces.add(withWidth(4 * random.nextGaussian()));
    }
    MeanShape shape = MeanShape.of(5, faces);
    Annotation wide = withWidth(6);
    Annotation seen = wide.with(4, Keypoint.unlabelled());

    assertThat(shape.fittedTo(seen).keypoint(4).distanceTo(wide.keypoint(4))).isLessThan(0.6);
    assertThat(shape.deviations(seen)[4]).isLessThan(0.6);
  }

  private static Annotation withWidth(double wider) {
    return Annotation.ofCoordinates(
        30 - wider, 40, 60 + wider, 40, 45, 60, 45, 75, 36 - 2 * wider, 72);
  }

  @Test
  void few_faces_give_no_confidence() {
    GhostSource source = new MeanShapeGhosts(plain(5), MeanShape.of(5, List.of(SHAPE, SHAPE)));

    assertThat(source.ghosts(0, SHAPE.with(4, Keypoint.unlabelled())))
        .singleElement()
        .extracting(Ghost::confidence)
        .isEqualTo(0.0);
  }

  private static KeypointSchema plain(int size) {
    List<String> names = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      names.add("point " + k);
    }
    return new KeypointSchema("plain", names, List.of(), List.of(), List.of());
  }
}
