package org.keypointstudio.ui.safety;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.keypointstudio.project.journal.JournalState;

/** How a journal stands, in words for the status bar. */
public final class JournalText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private JournalText() {}

  /** A few words; none if there is nothing to keep. */
  public static String brief(JournalState state) {
    return switch (state) {
      case JournalState.Empty _ -> "";
      case JournalState.Writing _ -> "Writing the journal…";
      case JournalState.Kept kept when kept.elsewhere().isEmpty() ->
          "Journal saved " + TIME.format(kept.time());
      case JournalState.Kept kept ->
          "Journal saved %s in %s".formatted(TIME.format(kept.time()), kept.file().getParent());
      case JournalState.Failing _ -> "No journal: save soon";
    };
  }

  /** A sentence or two. */
  public static String explanation(JournalState state) {
    return switch (state) {
      case JournalState.Empty _ -> "";
      case JournalState.Writing _ -> "The last change is on its way to the disk.";
      case JournalState.Kept kept when kept.elsewhere().isEmpty() ->
          "Every change up to then survives a crash. It is in %s until you save."
              .formatted(kept.file());
      case JournalState.Kept kept ->
          "%s. Every change survives a crash in %s until you save."
              .formatted(kept.elsewhere(), kept.file());
      case JournalState.Failing(String reason) ->
          "%s. Unsaved changes would not survive a crash.".formatted(reason);
    };
  }

  /** Whether a person should see to it. */
  public static boolean isAlarming(JournalState state) {
    return switch (state) {
      case JournalState.Empty _, JournalState.Writing _ -> false;
      case JournalState.Kept kept -> !kept.elsewhere().isEmpty();
      case JournalState.Failing _ -> true;
    };
  }
}
