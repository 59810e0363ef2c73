package org.keypointstudio.ui.train;

import java.util.Comparator;
import java.util.List;

/** In which order runs are listed. */
public enum RunOrder {
  /** As they were started, the latest first. */
  NEWEST("Newest first"),
  /** The lowest validation error first. */
  BEST("Best first"),
  /** By name. */
  NAME("By name"),
  /** The shortest first. */
  DURATION("Quickest first");

  private final String displayName;

  RunOrder(String displayName) {
    this.displayName = displayName;
  }

  /**
   * Compares runs.
   *
   * @param newestFirst all of them, as they were started
   */
  Comparator<TrainingRun> comparator(List<TrainingRun> newestFirst) {
    return switch (this) {
      case NEWEST -> Comparator.comparingInt(newestFirst::indexOf);
      case BEST -> Comparator.comparingDouble(RunOrder::error);
      case NAME -> Comparator.comparing(TrainingRun::name, String.CASE_INSENSITIVE_ORDER);
      case DURATION -> Comparator.comparingDouble(run -> run.status().elapsedSeconds());
    };
  }

  private static double error(TrainingRun run) {
    return run.status().best().map(best -> best.validationRmse()).orElse(Double.MAX_VALUE);
  }

  @Override
  public String toString() {
    return displayName;
  }
}
