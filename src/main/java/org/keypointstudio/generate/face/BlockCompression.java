package org.keypointstudio.generate.face;

/**
 * The loss of a baseline JPEG: 8×8 blocks lose fine detail to quantisation. The table is the
 * luminance table of ITU-T T.81, annex K, scaled by quality as the Independent JPEG Group does.
 */
final class BlockCompression {
  private static final int SIDE = 8;
  private static final int[] LUMINANCE = {
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
    92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99
  };
  private static final double[] BASIS = basis();

  private final double[] steps = new double[SIDE * SIDE];

  BlockCompression(int quality) {
    double scale = quality < 50 ? 5000.0 / quality : 200 - 2.0 * quality;
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Math.clamp(Math.floor((LUMINANCE[i] * scale + 50) / 100), 1.0, 255.0);
    }
  }

  private static double[] basis() {
    double[] basis = new double[SIDE * SIDE];
    for (int k = 0; k < SIDE; k++) {
      double norm = k == 0 ? Math.sqrt(1.0 / SIDE) : Math.sqrt(2.0 / SIDE);
      for (int i = 0; i < SIDE; i++) {
        basis[k * SIDE + i] = norm * StrictMath.cos((2 * i + 1) * k * Math.PI / (2 * SIDE));
      }
    }
    return basis;
  }

  /** Compresses and restores grey levels in place. */
  void apply(float[] grey, int width, int height) {
    double[] block = new double[SIDE * SIDE];
    double[] rows = new double[SIDE * SIDE];
    for (int top = 0; top < height; top += SIDE) {
      for (int left = 0; left < width; left += SIDE) {
        for (int i = 0; i < block.length; i++) {
          int row = Math.min(top + i / SIDE, height - 1);
          int column = Math.min(left + i % SIDE, width - 1);
          block[i] = grey[row * width + column] - 128;
        }
        transform(block, rows);
        for (int i = 0; i < block.length; i++) {
          block[i] = Math.rint(block[i] / steps[i]) * steps[i];
        }
        restore(block, rows);
        for (int i = 0; i < block.length; i++) {
          int row = top + i / SIDE;
          int column = left + i % SIDE;
          if (row < height && column < width) {
            grey[row * width + column] = (float) (block[i] + 128);
          }
        }
      }
    }
  }

  private static void transform(double[] block, double[] rows) {
    for (int r = 0; r < SIDE; r++) {
      for (int k = 0; k < SIDE; k++) {
        double sum = 0;
        for (int i = 0; i < SIDE; i++) {
          sum += block[r * SIDE + i] * BASIS[k * SIDE + i];
        }
        rows[r * SIDE + k] = sum;
      }
    }
    for (int c = 0; c < SIDE; c++) {
      for (int k = 0; k < SIDE; k++) {
        double sum = 0;
        for (int i = 0; i < SIDE; i++) {
          sum += rows[i * SIDE + c] * BASIS[k * SIDE + i];
        }
        block[k * SIDE + c] = sum;
      }
    }
  }

  private static void restore(double[] block, double[] rows) {
    for (int c = 0; c < SIDE; c++) {
      for (int i = 0; i < SIDE; i++) {
        double sum = 0;
        for (int k = 0; k < SIDE; k++) {
          sum += block[k * SIDE + c] * BASIS[k * SIDE + i];
        }
        rows[i * SIDE + c] = sum;
      }
    }
    for (int r = 0; r < SIDE; r++) {
      for (int i = 0; i < SIDE; i++) {
        double sum = 0;
        for (int k = 0; k < SIDE; k++) {
          sum += rows[r * SIDE + k] * BASIS[k * SIDE + i];
        }
        block[r * SIDE + i] = sum;
      }
    }
  }
}
