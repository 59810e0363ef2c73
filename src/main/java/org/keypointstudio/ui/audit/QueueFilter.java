package org.keypointstudio.ui.audit;

import java.util.Optional;
import org.keypointstudio.audit.SuspicionKind;
import org.keypointstudio.project.audit.Finding;

/**
 * Which findings are in the queue.
 *
 * @param state what became of them; empty for anything
 * @param kind what is wrong with them; empty for anything
 * @param keypoint index in the schema; empty for all
 * @param unlikelyToo whether labels are taken in that are rather right than wrong
 */
public record QueueFilter(
    Optional<ReviewState> state,
    Optional<SuspicionKind> kind,
    Optional<Integer> keypoint,
    boolean unlikelyToo) {
  /** What a person has to look at. */
  public static final QueueFilter TO_REVIEW =
      new QueueFilter(Optional.of(ReviewState.OPEN), Optional.empty(), Optional.empty(), false);

  /** Whether a finding is taken in, whatever became of it. */
  boolean acceptsWhatever(Finding finding) {
    return (unlikelyToo || finding.suspicion().isProbablyWrong())
        && kind.filter(wanted -> wanted != finding.suspicion().kind()).isEmpty()
        && keypoint.filter(wanted -> wanted != finding.keypoint()).isEmpty();
  }

  /** This filter with another state. */
  public QueueFilter withState(Optional<ReviewState> wanted) {
    return new QueueFilter(wanted, kind, keypoint, unlikelyToo);
  }

  /** This filter with another kind. */
  public QueueFilter withKind(Optional<SuspicionKind> wanted) {
    return new QueueFilter(state, wanted, keypoint, unlikelyToo);
  }

  /** This filter with another keypoint. */
  public QueueFilter withKeypoint(Optional<Integer> wanted) {
    return new QueueFilter(state, kind, wanted, unlikelyToo);
  }

  /** This filter with or without the labels that are rather right. */
  public QueueFilter withUnlikelyToo(boolean wanted) {
    return new QueueFilter(state, kind, keypoint, wanted);
  }
}
