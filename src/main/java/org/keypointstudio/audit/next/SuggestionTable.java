package org.keypointstudio.audit.next;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Suggestions as CSV: {@code row,gain,uncertainty,novelty}, the best first; the uncertainty is
 * empty if no model was asked.
 */
public final class SuggestionTable {
  private SuggestionTable() {}

  /** The table with its header; rows are counted from 0. */
  public static String of(List<FaceSuggestion> suggestions) {
    return suggestions.stream()
        .map(
            suggestion ->
                String.format(
                    Locale.ROOT,
                    "%d,%.6f,%s,%.6f%n",
                    suggestion.face(),
                    suggestion.gain(),
                    Double.isNaN(suggestion.uncertainty())
                        ? ""
                        : String.format(Locale.ROOT, "%.6f", suggestion.uncertainty()),
                    suggestion.novelty()))
        .collect(Collectors.joining("", String.format("row,gain,uncertainty,novelty%n"), ""));
  }
}
