package org.keypointstudio.generate.face;

import java.util.Random;
import org.keypointstudio.generate.face.Shot.Backdrop;
import org.keypointstudio.generate.face.Shot.BackdropKind;
import org.keypointstudio.generate.face.Shot.Expression;
import org.keypointstudio.generate.face.Shot.Film;
import org.keypointstudio.generate.face.Shot.Lighting;
import org.keypointstudio.generate.face.Shot.Pose;

/** Makes up the circumstances of a picture: the same seed gives the same shot. */
public final class PhotoSession {
  private final Random random;

  private PhotoSession(long seed) {
    random = new Random(Seeds.mix(seed, 3));
  }

  /** The shot of a seed, framed as Kaggle's faces are: the features fill the picture. */
  public static Shot shot(long seed) {
    PhotoSession session = new PhotoSession(seed);
    Pose pose = session.pose();
    Expression expression = session.expression();
    Lighting lighting = session.lighting();
    return new Shot(
        pose, expression, lighting, session.backdrop(), session.film(), Seeds.mix(seed, 4));
  }

  private double around(double mean, double deviation) {
    return mean + deviation * Math.clamp(random.nextGaussian(), -2.4, 2.4);
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private Pose pose() {
    double spread = chance(0.25) ? 0.28 : 0.13;
    return new Pose(
        around(0, spread),
        around(-0.02, 0.09),
        around(0, 0.08),
        around(0.385, 0.02),
        around(0.5, 0.016),
        around(0.575, 0.018));
  }

  private Expression expression() {
    double draw = random.nextDouble();
    double smile = 0;
    double open = 0;
    double teeth = 0;
    if (draw < 0.3) {
      smile = between(0.1, 0.5);
    } else if (draw < 0.58) {
      smile = between(0.6, 1);
      open = between(0.1, 0.2);
      teeth = 1;
    } else if (draw < 0.76) {
      smile = between(-0.2, 0.2);
      open = between(0.03, 0.28);
      teeth = between(0, 0.8);
    } else {
      smile = between(-0.35, 0.2);
    }
    double lids = chance(0.05) ? 0 : Math.clamp(around(0.97, 0.1), 0.55, 1.25);
    return new Expression(
        smile,
        open,
        teeth,
        Math.clamp(around(0.12, 0.36), -1.0, 1.0),
        lids,
        Math.clamp(around(0, 0.4), -1.0, 1.0),
        Math.clamp(around(0, 0.4), -1.0, 1.0));
  }

  private Lighting lighting() {
    boolean frontal = chance(0.45);
    double azimuth = frontal ? around(0, 0.35) : (chance(0.5) ? 1 : -1) * between(0.4, 1.15);
    double key = between(0.8, 1.5);
    double contrast = random.nextDouble();
    return new Lighting(
        azimuth,
        between(0.15, 0.95),
        key,
        Smooth.mix(0.45, 0.1, contrast),
        Smooth.mix(0.65, 0.25, contrast),
        chance(0.3) ? between(0.3, 1.2) : 0);
  }

  private Backdrop backdrop() {
    double draw = random.nextDouble();
    BackdropKind kind =
        draw < 0.35
            ? BackdropKind.WALL
            : draw < 0.78
                ? BackdropKind.ROOM
                : draw < 0.9 ? BackdropKind.FOLIAGE : BackdropKind.CURTAIN;
    double level = between(0.08, 0.85);
    return new Backdrop(kind, level * level, between(0.35, 1.1), random.nextDouble());
  }

  private Film film() {
    boolean blurred = chance(0.25);
    return new Film(
        between(0.5, 1.2),
        between(1.05, 1.5),
        chance(0.3) ? between(0, 0.12) : 0,
        blurred ? between(0.9, 1.5) : between(0.4, 0.8),
        chance(0.12) ? between(1, 3) : 0,
        between(0, Math.PI),
        between(0.6, 3.2),
        (int) Math.rint(between(55, 98)));
  }
}
