package org.keypointstudio.ui.study;

import org.keypointstudio.project.study.Spread;

/**
 * A number of the table, which sorts by its mean and shows its spread.
 *
 * @param mean NaN if it is not known yet, which sorts last
 * @param text what the cell says
 */
record StudyNumber(double mean, String text) implements Comparable<StudyNumber> {
  static final StudyNumber NONE = new StudyNumber(Double.NaN, "–");

  static StudyNumber of(Spread spread) {
    return new StudyNumber(spread.mean(), spread.text());
  }

  @Override
  public int compareTo(StudyNumber other) {
    return Double.compare(mean, other.mean);
  }

  @Override
  public String toString() {
    return text;
  }
}
