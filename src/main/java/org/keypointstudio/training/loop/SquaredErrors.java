package org.keypointstudio.training.loop;

/** A sum of squared errors whose root mean is asked for. */
final class SquaredErrors {
  private double sum;
  private long count;

  SquaredErrors() {}

  /** A sum that was begun before. */
  SquaredErrors(double sum, long count) {
    this.sum = sum;
    this.count = count;
  }

  void clear() {
    sum = 0;
    count = 0;
  }

  void add(double error) {
    sum += error * error;
    count++;
  }

  void addAll(SquaredErrors other) {
    sum += other.sum;
    count += other.count;
  }

  double sum() {
    return sum;
  }

  long count() {
    return count;
  }

  /** √(Σ error² / n); 0 if there is none. */
  double rootMean() {
    return count == 0 ? 0 : Math.sqrt(sum / count);
  }
}
