package org.keypointstudio.ui.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.project.audit.AuditRecord;
import org.keypointstudio.project.audit.Finding;
import org.keypointstudio.project.audit.KeptLabel;
import org.keypointstudio.project.audit.KeptLabels;

/** An audit beside the labels as they are now: what became of each finding follows from both. */
final class Review {
  private final AuditRecord audit;
  private final AnnotationDocument document;
  private final Map<Integer, List<Finding>> byFace;

  Review(AuditRecord audit, AnnotationDocument document) {
    this.audit = audit;
    this.document = document;
    this.byFace = audit.findings().stream().collect(Collectors.groupingBy(Finding::face));
  }

  AuditRecord audit() {
    return audit;
  }

  AnnotationDocument document() {
    return document;
  }

  /** The findings of a face, the most suspicious first. */
  List<Finding> ofFace(int face) {
    return byFace.getOrDefault(face, List.of());
  }

  /** The label that a finding is about, as it is now. */
  Keypoint label(Finding finding) {
    return document.annotation(finding.face()).keypoint(finding.keypoint());
  }

  /** The label that a finding is about, as one that a person may keep. */
  KeptLabel keepable(Finding finding) {
    return KeptLabel.of(
        finding.face(), document.schema().keypointNames().get(finding.keypoint()), label(finding));
  }

  /**
   * What became of a finding.
   *
   * @param kept what a person said is right
   * @param skipped what a person left for later
   */
  ReviewState state(Finding finding, KeptLabels kept, Set<Finding> skipped) {
    if (!finding.isOf(label(finding))) {
      return ReviewState.CORRECTED;
    }
    if (kept.contains(keepable(finding))) {
      return ReviewState.KEPT;
    }
    return skipped.contains(finding) ? ReviewState.SKIPPED : ReviewState.OPEN;
  }

  /** What can be accepted on a face. */
  AcceptedSuggestion suggestions(List<Finding> ofFace) {
    return new AcceptedSuggestion(
        document.schema(), document.labels(ofFace.getFirst().face()), ofFace);
  }

  /** How many of the labels that are probably wrong are decided. */
  ReviewProgress progress(Function<Finding, ReviewState> stateOf) {
    List<ReviewState> states =
        audit.findings().stream()
            .filter(finding -> finding.suspicion().isProbablyWrong())
            .map(stateOf)
            .toList();
    return new ReviewProgress(
        (int) states.stream().filter(ReviewState::isReviewed).count(),
        (int) states.stream().filter(ReviewState.SKIPPED::equals).count(),
        states.size());
  }
}
