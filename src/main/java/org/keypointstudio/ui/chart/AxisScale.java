package org.keypointstudio.ui.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How values are spread over an axis. */
enum AxisScale {
  /** Equal differences take equal lengths. */
  LINEAR {
    @Override
    double position(double value, Range range) {
      return (value - range.low()) / range.length();
    }

    @Override
    Range around(double least, double greatest) {
      double padding = greatest > least ? PADDING * (greatest - least) : Math.max(1, least) / 2;
      return new Range(Math.max(0, least - padding), greatest + padding);
    }

    @Override
    List<Tick> ticks(Range range, int most) {
      return evenTicks(range, most);
    }
  },

  /** Equal ratios take equal lengths; only for values above 0. */
  LOGARITHMIC {
    @Override
    double position(double value, Range range) {
      return Math.log(value / range.low()) / Math.log(range.high() / range.low());
    }

    @Override
    Range around(double least, double greatest) {
      double low = Math.max(least, SMALLEST_ON_LOGARITHMIC_AXIS);
      double high = Math.max(greatest, low);
      double factor = high > low ? Math.pow(high / low, PADDING) : 2;
      return new Range(low / factor, high * factor);
    }

    @Override
    List<Tick> ticks(Range range, int most) {
      if (range.high() / range.low() < SHORT_OF_A_DECADE) {
        return evenTicks(range, most);
      }
      List<Tick> ticks = new ArrayList<>();
      for (double decade = Math.pow(10, Math.floor(Math.log10(range.low())));
          decade <= range.high();
          decade *= 10) {
        for (double leading : LEADING_FIGURES) {
          if (range.contains(leading * decade)) {
            ticks.add(tick(leading * decade, decade));
          }
        }
      }
      return ticks;
    }
  };

  private static final double PADDING = 0.06;
  private static final double SHORT_OF_A_DECADE = 4;
  private static final double SMALLEST_ON_LOGARITHMIC_AXIS = 1e-6;
  private static final double[] LEADING_FIGURES = {1, 2, 5};

  /** Where a value lies: 0 at the range's low end, 1 at its high end. */
  abstract double position(double value, Range range);

  /** A range that shows these values, which are not below 0, with a little room around them. */
  abstract Range around(double least, double greatest);

  /** Round values to mark within a range: about {@code most} of them or fewer. */
  abstract List<Tick> ticks(Range range, int most);

  /** Marks whose distance is 1, 2 or 5 times a power of ten. */
  static List<Tick> evenTicks(Range range, int most) {
    double roughStep = range.length() / Math.max(1, most);
    double decade = Math.pow(10, Math.floor(Math.log10(roughStep)));
    double step = 10 * decade;
    for (double leading : LEADING_FIGURES) {
      if (leading * decade >= roughStep * (1 - 1e-9)) {
        step = leading * decade;
        break;
      }
    }
    List<Tick> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(range.low() / step - 1e-9);
        i * step <= range.high() + 1e-9 * step;
        i++) {
      ticks.add(tick(i * step, step));
    }
    return ticks;
  }

  /** A mark whose label has as many decimals as the step between marks needs. */
  private static Tick tick(double value, double step) {
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return new Tick(value, format.format(value));
  }
}
