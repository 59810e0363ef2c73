package org.keypointstudio.generate.face;

import java.util.Random;
import org.keypointstudio.generate.face.Shot.Backdrop;

/** What is behind a head, as linear brightness over the unit square. */
final class BackdropPainter {
  private static final int THINGS = 9;

  private final Backdrop backdrop;
  private final Noise noise;
  private final double slopeX;
  private final double slopeY;
  private final double[][] things = new double[THINGS][];

  BackdropPainter(Backdrop backdrop, long seed) {
    this.backdrop = backdrop;
    noise = new Noise(seed + 101);
    Random random = new Random(seed);
    slopeX = random.nextGaussian() * 0.35;
    slopeY = random.nextGaussian() * 0.35;
    for (int i = 0; i < THINGS; i++) {
      things[i] =
          new double[] {
            random.nextDouble(),
            random.nextDouble(),
            0.03 + 0.3 * random.nextDouble() * random.nextDouble(),
            0.05 + 0.6 * random.nextDouble(),
            random.nextGaussian(),
            random.nextDouble()
          };
    }
  }

  /** Brightness at a place of the picture, 0 to 1 across and down. */
  double at(double x, double y) {
    double c = backdrop.contrast();
    double shade = 1 + c * (slopeX * (x - 0.5) + slopeY * (y - 0.5)) * 1.6;
    double detail =
        switch (backdrop.kind()) {
          case WALL -> 0.25 * noise.octaves(x * 2, y * 2, 2);
          case ROOM -> clutter(x, y);
          case FOLIAGE -> 1.3 * noise.octaves(x * 5, y * 5, 4);
          case CURTAIN -> {
            double fold = x * 7 + 0.7 * noise.at(x * 2, y * 1.2) + slopeX * y;
            yield 0.6 * StrictMath.sin(2 * Math.PI * fold) + 0.3 * noise.at(fold * 2.7, y);
          }
        };
    return Math.clamp(backdrop.level() * (shade + c * detail), 0.004, 1.3);
  }

  private double clutter(double x, double y) {
    double soft = Smooth.mix(0.09, 0.012, backdrop.focus());
    double sum = 0.2 * noise.octaves(x * 3, y * 3, 3);
    for (double[] thing : things) {
      double dx = Math.abs(x - thing[0]);
      double dy = Math.abs(y - thing[1]);
      double inside;
      if (thing[5] < 0.75) {
        inside =
            (1 - Smooth.step(thing[2] - soft, thing[2] + soft, dx))
                * (1 - Smooth.step(thing[3] - soft, thing[3] + soft, dy));
      } else {
        double r = Math.sqrt(dx * dx + dy * dy);
        inside = 1 - Smooth.step(0.12 - soft, 0.12 + soft, r);
      }
      sum += 0.55 * thing[4] * inside;
    }
    return sum;
  }
}
