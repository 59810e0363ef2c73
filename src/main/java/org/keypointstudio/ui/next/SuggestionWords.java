package org.keypointstudio.ui.next;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.keypointstudio.audit.next.FaceSuggestion;

/** Why a face is suggested, in words. */
final class SuggestionWords {
  /** Below this a look is called known, above its complement new. */
  private static final double LITTLE = 0.34;

  private SuggestionWords() {}

  /** What labelling the face brings: "Tells 4.1 % of what is unknown". */
  static String gain(FaceSuggestion suggestion) {
    return String.format(Locale.ROOT, "Tells %.1f %% of what is unknown", 100 * suggestion.gain());
  }

  /** Why: "models 12 % of the eye distance apart, looks new". */
  static String reasons(FaceSuggestion suggestion) {
    List<String> reasons = new ArrayList<>();
    if (!Double.isNaN(suggestion.uncertainty())) {
      reasons.add(
          String.format(
              Locale.ROOT, "answers %.0f %% of the eyes apart", 100 * suggestion.uncertainty()));
    }
    reasons.add(
        suggestion.novelty() > 1 - LITTLE
            ? "looks new"
            : suggestion.novelty() < LITTLE ? "looks like labelled ones" : "looks partly new");
    return String.join(", ", reasons);
  }

  /** All of it, for who wants to know. */
  static String explanation(FaceSuggestion suggestion) {
    String look =
        String.format(
            Locale.ROOT,
            "Of its look, the faces that are labelled or suggested before it tell %.0f %%."
                + " Labelled, it would tell %.1f %% of what was unknown of all faces.",
            100 * (1 - suggestion.novelty()),
            100 * suggestion.gain());
    return Double.isNaN(suggestion.uncertainty())
        ? look
        : String.format(
            Locale.ROOT,
            "The models' answers for its missing points lie %.1f %% of the distance between the"
                + " eyes apart. %s",
            100 * suggestion.uncertainty(),
            look);
  }
}
