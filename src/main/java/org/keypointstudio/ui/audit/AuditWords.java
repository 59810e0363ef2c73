package org.keypointstudio.ui.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.keypointstudio.audit.Suspicion;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.project.audit.AuditRecord;
import org.keypointstudio.project.audit.Finding;

/** What the Audit workspace says, in words. */
final class AuditWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

  private AuditWords() {}

  /** "97 %": how likely the label is wrong, never wholly sure. */
  static String probability(Suspicion suspicion) {
    double percent = 100 * suspicion.probability();
    if (percent > 99) {
      return "> 99 %";
    }
    return percent < 1 ? "< 1 %" : "%.0f %%".formatted(percent);
  }

  /** "48.2, 57.0". */
  static String place(double x, double y) {
    return "%.1f, %.1f".formatted(x, y);
  }

  /** Where the label stood when it was judged, and where it is suggested. */
  static String places(Finding finding) {
    Keypoint suggested = finding.suspicion().suggested();
    String label = "Label at %s".formatted(place(finding.x(), finding.y()));
    return suggested.isPlaced()
        ? "%s; suggested at %s, %.1f px away"
            .formatted(
                label,
                place(suggested.x(), suggested.y()),
                Math.hypot(suggested.x() - finding.x(), suggested.y() - finding.y()))
        : label + "; no place is suggested";
  }

  /** When and how an audit was done. */
  static String audited(AuditRecord audit, ZoneId zone) {
    return "%s · %,d labels judged by %d models, %d min, seed %d"
        .formatted(
            time(audit.at(), zone),
            audit.labelledPoints(),
            audit.settings().folds(),
            audit.settings().trainingTime().toMinutes(),
            audit.settings().seed());
  }

  private static String time(Instant instant, ZoneId zone) {
    return TIME.format(instant.atZone(zone));
  }

  /** Empty while the audit is up to date. */
  static String outOfDate(int changedFaces) {
    return changedFaces == 0
        ? ""
        : "Out of date for %s, whose labels changed since."
            .formatted(changedFaces == 1 ? "1 face" : "%,d faces".formatted(changedFaces));
  }
}
