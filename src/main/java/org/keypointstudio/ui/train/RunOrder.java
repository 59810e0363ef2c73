package org.keypointstudio.ui.train;

import java.util.Comparator;

/** In which order runs are listed. */
public enum RunOrder {
  /** As they were started, the latest first. */
  NEWEST("Newest first", (_, _) -> 0),
  /** The lowest validation error first. */
  BEST("Best first", Comparator.comparingDouble(RunOrder::error)),
  /** By name. */
  NAME("By name", Comparator.comparing(TrainingRun::name, String.CASE_INSENSITIVE_ORDER)),
  /** The shortest first. */
  DURATION("Quickest first", Comparator.comparingDouble(run -> run.status().elapsedSeconds()));

  private final String displayName;
  private final Comparator<TrainingRun> comparator;

  RunOrder(String displayName, Comparator<TrainingRun> comparator) {
    this.displayName = displayName;
    this.comparator = comparator;
  }

  private static double error(TrainingRun run) {
    return run.status().best().map(best -> best.validationRmse()).orElse(Double.MAX_VALUE);
  }

  /** Compares runs that stand with the newest first; equal ones stay as they stand. */
  Comparator<TrainingRun> comparator() {
    return comparator;
  }

  @Override
  public String toString() {
    return displayName;
  }
}
