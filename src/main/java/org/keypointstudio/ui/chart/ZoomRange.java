package org.keypointstudio.ui.chart;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which part of its horizontal axis a chart shows: all of it, or a range that a person chose. */
final class ZoomRange {
  private static final double NARROWEST = 1e-4;
  private static final double STEP = 1.25;

  private final ReadOnlyObjectWrapper<Optional<Range>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** The chosen range; empty while everything is shown. */
  ReadOnlyObjectProperty<Optional<Range>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  boolean isZoomed() {
    return chosen.get().isPresent();
  }

  /** What is shown of an axis. */
  Range shownOf(Range full) {
    return chosen.get().orElse(full);
  }

  /** Shows everything again, also what is yet to come. */
  void reset() {
    chosen.set(Optional.empty());
  }

  /** Shows the part between two values, if it is wide enough to be one. */
  void select(double one, double other, Range full) {
    double low = Math.max(full.low(), Math.min(one, other));
    double high = Math.min(full.high(), Math.max(one, other));
    if (high - low >= NARROWEST * full.length()) {
      choose(new Range(low, high), full);
    }
  }

  /**
   * Shows less or more of the axis; a value stays where it is.
   *
   * @param steps how much; below 0 to show more
   */
  void zoomAt(double value, double steps, Range full) {
    Range shown = shownOf(full);
    double factor = Math.pow(STEP, -steps);
    if (factor * shown.length() < NARROWEST * full.length()) {
      return;
    }
    double still = Math.clamp(value, shown.low(), shown.high());
    double low = still - factor * (still - shown.low());
    double high = still + factor * (shown.high() - still);
    choose(new Range(Math.max(full.low(), low), Math.min(full.high(), high)), full);
  }

  /** Shows what lies beside, as far as there is something. */
  void pan(double distance, Range full) {
    chosen
        .get()
        .ifPresent(
            shown -> {
              double moved =
                  Math.clamp(distance, full.low() - shown.low(), full.high() - shown.high());
              choose(new Range(shown.low() + moved, shown.high() + moved), full);
            });
  }

  private void choose(Range range, Range full) {
    boolean all = range.low() <= full.low() && range.high() >= full.high();
    chosen.set(all ? Optional.empty() : Optional.of(range));
  }
}
