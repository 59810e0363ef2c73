package org.keypointstudio.generate.face;

/**
 * Smooth random functions of the plane: the same seed gives the same function. Values lie between
 * −1 and 1, and features are about one unit wide.
 */
final class Noise {
  private final int seed;

  Noise(long seed) {
    this.seed = (int) (seed ^ (seed >>> 32));
  }

  /** One octave of value noise. */
  double at(double x, double y) {
    double floorX = Math.floor(x);
    double floorY = Math.floor(y);
    int column = (int) floorX;
    int row = (int) floorY;
    double tx = fade(x - floorX);
    double ty = fade(y - floorY);
    double top = Smooth.mix(lattice(column, row), lattice(column + 1, row), tx);
    double bottom = Smooth.mix(lattice(column, row + 1), lattice(column + 1, row + 1), tx);
    return Smooth.mix(top, bottom, ty);
  }

  /** Several octaves, each twice as fine and half as strong as the one before. */
  double octaves(double x, double y, int count) {
    double sum = 0;
    double weight = 0.5;
    double scale = 1;
    for (int i = 0; i < count; i++) {
      sum += weight * at(x * scale + 17.3 * i, y * scale - 9.1 * i);
      weight *= 0.5;
      scale *= 2;
    }
    return sum;
  }

  private static double fade(double t) {
    return t * t * (3 - 2 * t);
  }

  /** A number of each lattice point; the constants are those of the MurmurHash3 finaliser. */
  private double lattice(int column, int row) {
    int hash = seed + column * 0x9E3779B1 + row * 0x85EBCA77;
    hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
    hash ^= hash >>> 16;
    return hash * (1.0 / (1L << 31));
  }
}
