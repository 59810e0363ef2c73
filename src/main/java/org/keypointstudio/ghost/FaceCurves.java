package org.keypointstudio.ghost;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * The lines of a plain face seen from the front. The unit is half the height between the forehead
 * and the chin; x points right and y down from the middle. Lines are drawn for the left of the
 * picture, which is the subject's right, and mirrored for the other side.
 */
final class FaceCurves {
  static final double EYE_X = 0.34;
  static final double EYE_Y = -0.16;
  static final double EAR_X = 0.8;
  static final double EAR_Y = -0.1;
  static final double NOSE_TIP_Y = 0.26;
  private static final double EYE_HALF_WIDTH = 0.16;
  private static final double EYE_HALF_HEIGHT = 0.075;
  private static final double JAW_X = 0.78;
  private static final double JAW_Y = -0.14;
  private static final double CHIN_Y = 0.98;
  private static final double CROWN_Y = -1.1;
  private static final double MOUTH_Y = 0.57;
  private static final double MOUTH_HALF_WIDTH = 0.29;
  private static final double INNER_MOUTH = 0.84;

  private FaceCurves() {}

  /** A place on the face. */
  record Place(double x, double y) {
    Place mirrored() {
      return new Place(-x, y);
    }
  }

  /** Places at equal steps of a line, both ends among them. */
  private static List<Place> steps(int count, DoubleFunction<Place> line) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(line.apply((double) i / (count - 1)));
    }
    return places;
  }

  static List<Place> mirrored(List<Place> places) {
    return places.stream().map(Place::mirrored).toList();
  }

  /** From ear to ear by the chin, from the left of the picture to its right. */
  static List<Place> jaw(int count) {
    return steps(
        count,
        t ->
            new Place(
                -JAW_X * Math.cos(Math.PI * t), JAW_Y + (CHIN_Y - JAW_Y) * Math.sin(Math.PI * t)));
  }

  /** From ear to ear over the head, from the left of the picture to its right. */
  static List<Place> crown(int count) {
    return steps(
        count,
        t ->
            new Place(
                -JAW_X * Math.cos(Math.PI * t), JAW_Y + (CROWN_Y - JAW_Y) * Math.sin(Math.PI * t)));
  }

  /** The eyebrow at the left of the picture, from its outer end to its inner one. */
  static List<Place> browTop(int count) {
    return steps(
        count, t -> new Place(-0.57 + 0.43 * t, -0.4 - 0.02 * t - 0.1 * Math.sin(Math.PI * t)));
  }

  /** The lower edge of that eyebrow, from its inner end to its outer one. */
  static List<Place> browBottom(int count) {
    return steps(
        count, t -> new Place(-0.15 - 0.4 * t, -0.36 + 0.005 * t - 0.09 * Math.sin(Math.PI * t)));
  }

  /** The lids of the eye at the left of the picture: from the outer corner over the top around. */
  static List<Place> eye(int countAround) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < countAround; i++) {
      double angle = 2 * Math.PI * i / countAround;
      double height = angle < Math.PI ? EYE_HALF_HEIGHT : 0.8 * EYE_HALF_HEIGHT;
      places.add(
          new Place(-EYE_X - EYE_HALF_WIDTH * Math.cos(angle), EYE_Y - height * Math.sin(angle)));
    }
    return places;
  }

  /** From between the eyes down to the tip. */
  static List<Place> bridge(int count) {
    return steps(count, t -> new Place(0, EYE_Y + (NOSE_TIP_Y - EYE_Y) * t));
  }

  /** The lower edge of the nose, from the left of the picture to its right. */
  static List<Place> noseBase(int count) {
    return steps(count, t -> new Place(-0.17 + 0.34 * t, 0.32 + 0.05 * Math.sin(Math.PI * t)));
  }

  /** The upper edge of the lips, from the left of the picture to its right, both corners. */
  static List<Place> lipsTop(int count) {
    return steps(
        count,
        t -> {
          double bow = 0.02 * Math.exp(-Math.pow((t - 0.5) / 0.08, 2));
          return new Place(
              MOUTH_HALF_WIDTH * (2 * t - 1), MOUTH_Y - 0.1 * Math.sin(Math.PI * t) + bow);
        });
  }

  /** The lower edge of the lips, from the right of the picture to its left, both corners. */
  static List<Place> lipsBottom(int count) {
    return steps(
        count,
        t -> new Place(MOUTH_HALF_WIDTH * (1 - 2 * t), MOUTH_Y + 0.14 * Math.sin(Math.PI * t)));
  }

  /** The lower edge of the upper lip, from the left of the picture to its right. */
  static List<Place> mouthTop(int count) {
    return steps(
        count,
        t ->
            new Place(
                INNER_MOUTH * MOUTH_HALF_WIDTH * (2 * t - 1),
                MOUTH_Y - 0.025 * Math.sin(Math.PI * t)));
  }

  /** The upper edge of the lower lip, from the right of the picture to its left. */
  static List<Place> mouthBottom(int count) {
    return steps(
        count,
        t ->
            new Place(
                INNER_MOUTH * MOUTH_HALF_WIDTH * (1 - 2 * t),
                MOUTH_Y + 0.045 * Math.sin(Math.PI * t)));
  }
}
