package org.keypointstudio.ui.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A grey picture, or one channel of a coloured one, that is scaled to pixels of the screen by this
 * class instead of the graphics pipeline, which without a graphics card takes several times as
 * long. For small scales it keeps the picture reduced by halves, so that no pixel is skipped.
 */
final class ScaledPlane {
  private static final int OPAQUE = 0xff000000;
  private static final int FRACTION_BITS = 8;
  private static final int ONE = 1 << FRACTION_BITS;

  private final List<Level> levels = new ArrayList<>();

  /** The picture, or a reduced one; grey values row by row. */
  private static final class Level {
    private final int width;
    private final int height;
    private final int[] greys;

    Level(int width, int height, int[] greys) {
      this.width = width;
      this.height = height;
      this.greys = greys;
    }

    Level halved() {
      int halfWidth = (width + 1) / 2;
      int halfHeight = (height + 1) / 2;
      int[] half = new int[halfWidth * halfHeight];
      for (int y = 0; y < halfHeight; y++) {
        int upper = 2 * y * width;
        int lower = Math.min(2 * y + 1, height - 1) * width;
        for (int x = 0; x < halfWidth; x++) {
          int left = 2 * x;
          int right = Math.min(2 * x + 1, width - 1);
          int sum =
              greys[upper + left]
                  + greys[upper + right]
                  + greys[lower + left]
                  + greys[lower + right];
          half[y * halfWidth + x] = (sum + 2) / 4;
        }
      }
      return new Level(halfWidth, halfHeight, half);
    }
  }

  /** Where the pixels of a line of the screen come from. */
  private static final class Line {
    /** The first pixel of the screen that the picture covers. */
    private final int begin;

    /** The one after the last. */
    private final int end;

    /** Positions in the picture, one a pixel of the screen from {@link #begin} on. */
    private final int[] first;

    /** The positions whose greys are mixed with those of the first. */
    private final int[] second;

    /** The share of the second, in {@link #ONE}-ths. */
    private final int[] share;

    Line(int begin, int end, int[] first, int[] second, int[] share) {
      this.begin = begin;
      this.end = end;
      this.first = first;
      this.second = second;
      this.share = share;
    }

    static Line of(int length, double scale, double start, int target, boolean smooth, double end) {
      int from = (int) Math.clamp(Math.ceil(start - 0.5), 0, target);
      int to = (int) Math.clamp(Math.ceil(end - 0.5), from, target);
      int[] first = new int[to - from];
      int[] second = new int[to - from];
      int[] share = new int[to - from];
      for (int i = 0; i < first.length; i++) {
        double place = (from + i + 0.5 - start) / scale;
        if (smooth) {
          double centre = place - 0.5;
          int lower = (int) Math.floor(centre);
          first[i] = Math.clamp(lower, 0, length - 1);
          second[i] = Math.clamp(lower + 1, 0, length - 1);
          share[i] = (int) Math.round((centre - lower) * ONE);
        } else {
          first[i] = Math.clamp((int) place, 0, length - 1);
          second[i] = first[i];
        }
      }
      return new Line(from, to, first, second, share);
    }
  }

  /**
   * A picture.
   *
   * @param greys 0 to 255, row by row; must not be changed
   */
  ScaledPlane(int width, int height, int[] greys) {
    levels.add(new Level(width, height, greys));
  }

  /**
   * Paints the picture; what it does not cover becomes transparent.
   *
   * @param target ARGB row by row
   * @param width of the target, in pixels
   * @param transform where the picture stands in the target
   * @param smooth whether enlarged pixels are blended; reduced ones always are
   */
  void paint(int[] target, int width, ViewTransform transform, boolean smooth) {
    int height = target.length / width;
    int halvings = (int) Math.max(0, Math.round(-Math.log(transform.scale()) / Math.log(2)));
    Level level = level(halvings);
    double scale = transform.scale() * (1 << halvings);
    boolean blended = smooth || transform.scale() < 1;
    Level whole = levels.getFirst();
    Line columns =
        Line.of(
            level.width,
            scale,
            transform.left(),
            width,
            blended,
            transform.left() + transform.scale() * whole.width);
    Line rows =
        Line.of(
            level.height,
            scale,
            transform.top(),
            height,
            blended,
            transform.top() + transform.scale() * whole.height);
    Arrays.fill(target, 0, rows.begin * width, 0);
    if (blended) {
      paintBlended(level, target, width, columns, rows);
    } else {
      paintCrisp(level, target, width, columns, rows);
    }
    Arrays.fill(target, rows.end * width, target.length, 0);
  }

  private Level level(int halvings) {
    while (levels.size() <= halvings) {
      levels.add(levels.getLast().halved());
    }
    return levels.get(halvings);
  }

  private static void paintCrisp(Level level, int[] target, int width, Line columns, Line rows) {
    int painted = -1;
    for (int row = rows.begin; row < rows.end; row++) {
      int source = rows.first[row - rows.begin];
      int start = row * width;
      if (source == painted) {
        System.arraycopy(target, start - width, target, start, width);
      } else {
        Arrays.fill(target, start, start + columns.begin, 0);
        int offset = source * level.width;
        for (int i = 0; i < columns.first.length; i++) {
          target[start + columns.begin + i] = opaque(level.greys[offset + columns.first[i]]);
        }
        Arrays.fill(target, start + columns.end, start + width, 0);
        painted = source;
      }
    }
  }

  private static void paintBlended(Level level, int[] target, int width, Line columns, Line rows) {
    int[] upper = new int[columns.first.length];
    int[] lower = new int[columns.first.length];
    int upperRow = -1;
    int lowerRow = -1;
    for (int row = rows.begin; row < rows.end; row++) {
      int first = rows.first[row - rows.begin];
      int second = rows.second[row - rows.begin];
      if (first != upperRow) {
        stretch(level, first, columns, upper);
        upperRow = first;
      }
      if (second != lowerRow) {
        stretch(level, second, columns, lower);
        lowerRow = second;
      }
      int share = rows.share[row - rows.begin];
      int start = row * width;
      Arrays.fill(target, start, start + columns.begin, 0);
      int begin = start + columns.begin;
      for (int i = 0; i < upper.length; i++) {
        int grey = (upper[i] * (ONE - share) + lower[i] * share) >> (2 * FRACTION_BITS);
        target[begin + i] = opaque(grey);
      }
      Arrays.fill(target, start + columns.end, start + width, 0);
    }
  }

  /** One row of the picture as wide as it is on the screen, its greys in {@link #ONE}-ths. */
  private static void stretch(Level level, int row, Line columns, int[] stretched) {
    int offset = row * level.width;
    int[] greys = level.greys;
    for (int i = 0; i < stretched.length; i++) {
      int share = columns.share[i];
      stretched[i] =
          greys[offset + columns.first[i]] * (ONE - share)
              + greys[offset + columns.second[i]] * share;
    }
  }

  private static int opaque(int grey) {
    return OPAQUE | grey << 16 | grey << 8 | grey;
  }
}
