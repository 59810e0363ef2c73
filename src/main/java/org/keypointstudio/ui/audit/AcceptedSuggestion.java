package org.keypointstudio.ui.audit;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keypointstudio.audit.SuspicionKind;
import org.keypointstudio.edit.LabelsChange;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;
import org.keypointstudio.project.audit.Finding;

/**
 * What accepting a suggestion makes of a face, as one undoable step: two points that were exchanged
 * change places, all suspicious points of a face with another face's labels move together, any
 * other point moves alone.
 */
final class AcceptedSuggestion {
  /** Who says where a point is that was moved to the suggested place. */
  static final Origin ORIGIN = Origin.model("audit");

  private final KeypointSchema schema;
  private final FaceLabels before;
  private final List<Finding> ofFace;

  /**
   * The suggestions for a face.
   *
   * @param before its labels as they are
   * @param ofFace the findings about them that nobody has decided about
   */
  AcceptedSuggestion(KeypointSchema schema, FaceLabels before, List<Finding> ofFace) {
    this.schema = schema;
    this.before = before;
    this.ofFace = ofFace;
  }

  /** The keypoint with which the one of a finding was exchanged, if it was. */
  Optional<Integer> partner(Finding finding) {
    return switch (finding.suspicion().kind()) {
      case SWAP ->
          Optional.of(schema.flipPartner(finding.keypoint()))
              .filter(partner -> partner != finding.keypoint())
              .filter(before.annotation()::isPlaced);
      case EXCHANGE ->
          others(finding)
              .min(Comparator.comparingDouble(other -> distanceToSuggestion(finding, other)))
              .map(Finding::keypoint);
      case DISAGREEMENT, SHAPE, OTHER_FACE, DUPLICATE, OUTSIDE, COINCIDENT -> Optional.empty();
    };
  }

  private Stream<Finding> others(Finding finding) {
    return ofFace.stream()
        .filter(other -> other.keypoint() != finding.keypoint())
        .filter(other -> other.suspicion().kind() == finding.suspicion().kind());
  }

  private double distanceToSuggestion(Finding finding, Finding other) {
    double distance =
        before.annotation().keypoint(other.keypoint()).distanceTo(finding.suspicion().suggested());
    return Double.isNaN(distance) ? Double.MAX_VALUE : distance;
  }

  /** Whether there is something to accept. */
  boolean isPossible(Finding finding) {
    return partner(finding).isPresent() || finding.suspicion().suggested().isPlaced();
  }

  /** The step, which changes nothing if the points are locked or there is nothing to accept. */
  LabelsChange change(Finding finding) {
    String name = schema.displayName(finding.keypoint());
    Optional<Integer> partner = partner(finding);
    if (finding.suspicion().kind() == SuspicionKind.OTHER_FACE) {
      return step(
          accepted(ofFace.stream().filter(AcceptedSuggestion::isOfOtherFace).toList()),
          "Accept the suggestions for the whole face");
    }
    return step(
        accepted(List.of(finding)),
        partner
            .map(other -> "Exchange %s and %s".formatted(name, schema.displayName(other)))
            .orElse("Accept the suggestion for " + name));
  }

  /** All suggestions for the face as one step. */
  LabelsChange changeOfFace() {
    return step(accepted(ofFace), "Accept all suggestions for the face");
  }

  private static boolean isOfOtherFace(Finding finding) {
    return finding.suspicion().kind() == SuspicionKind.OTHER_FACE;
  }

  private LabelsChange step(FaceLabels after, String text) {
    return new LabelsChange(ofFace.getFirst().face(), before, after, text);
  }

  /** No point is moved twice: what was exchanged with its partner is in its place. */
  private FaceLabels accepted(List<Finding> findings) {
    FaceLabels labels = before;
    Set<Integer> done = new HashSet<>();
    for (Finding finding : findings) {
      Optional<Integer> partner = partner(finding).filter(other -> !done.contains(other));
      if (!done.add(finding.keypoint())) {
        continue;
      }
      if (partner.isPresent()) {
        done.add(partner.get());
        labels =
            labels.changedTo(
                exchanged(labels.annotation(), finding.keypoint(), partner.get()), Origin.HAND);
      } else {
        labels = labels.changedTo(moved(labels.annotation(), finding), ORIGIN);
      }
    }
    return labels;
  }

  private Annotation exchanged(Annotation points, int one, int other) {
    boolean locked = before.isLocked(one) || before.isLocked(other);
    return locked
        ? points
        : points.with(one, points.keypoint(other)).with(other, points.keypoint(one));
  }

  private static Annotation moved(Annotation points, Finding finding) {
    Keypoint suggested = finding.suspicion().suggested();
    Keypoint label = points.keypoint(finding.keypoint());
    return suggested.isPlaced() && label.isPlaced()
        ? points.with(
            finding.keypoint(), new Keypoint(suggested.x(), suggested.y(), label.visibility()))
        : points;
  }
}
