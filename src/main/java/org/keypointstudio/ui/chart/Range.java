package org.keypointstudio.ui.chart;

/**
 * The values that an axis shows.
 *
 * @param low the least
 * @param high the greatest, above the least
 */
record Range(double low, double high) {

  Range {
    if (!(low < high)) {
      throw new IllegalArgumentException("No range goes from " + low + " to " + high);
    }
  }

  double length() {
    return high - low;
  }

  boolean contains(double value) {
    return value >= low && value <= high;
  }
}
