package org.keypointstudio.ui.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.keypointstudio.project.audit.Finding;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Which findings pass the filters, the most suspicious first, and which of them is in hand: it is
 * always one of the selected face.
 */
final class ReviewQueue {
  private final StudioSession session;
  private final CurrentAudit audit;
  private final Consumer<Finding> taken;
  private final BooleanProperty active = new SimpleBooleanProperty();
  private final ObjectProperty<QueueFilter> filter =
      new SimpleObjectProperty<>(QueueFilter.TO_REVIEW);
  private final ObservableList<Finding> queue = FXCollections.observableArrayList();

  /** One view for all: a view that nobody holds would be collected with its listeners. */
  private final ObservableList<Finding> queueView = FXCollections.unmodifiableObservableList(queue);

  private final ReadOnlyObjectWrapper<Optional<Finding>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Set<Finding> skipped = new HashSet<>();
  private Set<Finding> reviewed = Set.of();
  private boolean selecting;
  private boolean stale;

  /**
   * The queue of a session's audits.
   *
   * @param taken is told which finding was taken in hand
   */
  ReviewQueue(StudioSession session, CurrentAudit audit, Consumer<Finding> taken) {
    this.session = session;
    this.audit = audit;
    this.taken = taken;
    audit.reviewProperty().subscribe(this::onReview);
    audit.kept().valueProperty().subscribe(this::refresh);
    session.revisionProperty().subscribe(this::refresh);
    session.shownFaces().subscribe(this::refresh);
    session.selectedFaceProperty().subscribe(this::follow);
    session.selectedKeypointProperty().subscribe(this::follow);
    filter.subscribe(this::refresh);
    active.subscribe(this::begin);
  }

  private void onReview() {
    skipped.clear();
    reviewed = Set.of();
    current.set(Optional.empty());
    filter.set(QueueFilter.TO_REVIEW);
    refresh();
    if (active.get() && !queue.isEmpty()) {
      select(queue.getFirst());
    }
  }

  /** Shows the most suspicious label when a person comes to review and no other is in hand. */
  private void begin() {
    if (active.get() && stale) {
      // What was decided elsewhere meanwhile changes the queue, but takes nothing in hand.
      reviewed = Set.of();
      refresh();
    }
    if (active.get() && current.get().isEmpty()) {
      follow();
    }
    if (active.get() && current.get().isEmpty() && !queue.isEmpty()) {
      select(queue.getFirst());
    }
  }

  /** Lists anew what passes, but only while somebody looks: each edit anywhere asks for it. */
  private void refresh() {
    Optional<Review> shown = audit.reviewProperty().get();
    stale = !active.get();
    if (shown.isEmpty()) {
      queue.clear();
      return;
    }
    if (stale) {
      return;
    }
    boolean all = session.shownFaces().size() == shown.get().document().size();
    Set<Integer> faces = all ? Set.of() : new HashSet<>(session.shownFaces());
    queue.setAll(
        shown.get().audit().findings().stream()
            .filter(filter.get()::acceptsWhatever)
            .filter(finding -> all || faces.contains(finding.face()))
            // What is in hand stays in the queue until the person goes on.
            .filter(finding -> isInHand(finding) || hasWantedState(finding))
            .toList());
    bringBack(shown.get());
  }

  private boolean hasWantedState(Finding finding) {
    return filter.get().state().filter(wanted -> wanted != state(finding)).isEmpty();
  }

  /** A suspicion that comes back, since its correction was undone, is the one in hand. */
  private void bringBack(Review shown) {
    Set<Finding> before = reviewed;
    reviewed =
        shown.audit().findings().stream()
            .filter(finding -> state(finding).isReviewed())
            .collect(Collectors.toSet());
    List<Finding> back =
        shown.audit().findings().stream()
            .filter(finding -> before.contains(finding) && !reviewed.contains(finding))
            .toList();
    if (active.get() && !back.isEmpty() && current.get().filter(back::contains).isEmpty()) {
      select(back.getFirst());
    }
  }

  /** The finding in hand is always one of the selected face, so that both show the same. */
  private void follow() {
    int face = session.selectedFaceProperty().get();
    int keypoint = session.selectedKeypointProperty().get();
    if (selecting || audit.reviewProperty().get().isEmpty()) {
      return;
    }
    List<Finding> here = queue.stream().filter(finding -> finding.face() == face).toList();
    Optional<Finding> pointedAt =
        here.stream().filter(finding -> finding.keypoint() == keypoint).findFirst();
    boolean stays = current.get().filter(finding -> finding.face() == face).isPresent();
    if (pointedAt.isPresent()) {
      current.set(pointedAt);
    } else if (!stays && active.get() && !here.isEmpty()) {
      select(here.getFirst());
    } else if (!stays) {
      current.set(Optional.empty());
    }
  }

  /** Takes a finding in hand: selects its face and keypoint. */
  void select(Finding finding) {
    selecting = true;
    current.set(Optional.of(finding));
    session.selectedFaceProperty().set(finding.face());
    session.selectedKeypointProperty().set(finding.keypoint());
    selecting = false;
    taken.accept(finding);
    refreshQueueOnly();
  }

  /** What was in hand before leaves the queue now if it is decided. */
  private void refreshQueueOnly() {
    queue.removeIf(finding -> !isInHand(finding) && !hasWantedState(finding));
  }

  /** Takes the finding in hand that comes {@code steps} after the present one in the queue. */
  void step(int steps) {
    if (queue.isEmpty()) {
      return;
    }
    int position = current.get().map(queue::indexOf).orElse(-1);
    int next = position < 0 ? 0 : Math.clamp((long) position + steps, 0, queue.size() - 1);
    select(queue.get(next));
  }

  /** Goes on to the next finding that nobody has decided about, if there is one. */
  void goOn() {
    int position = current.get().map(queue::indexOf).orElse(-1);
    List<Finding> later = queue.subList(position + 1, queue.size());
    List<Finding> earlier = queue.subList(0, Math.max(0, position));
    later.stream()
        .filter(this::isOpen)
        .findFirst()
        .or(() -> earlier.stream().filter(this::isOpen).findFirst())
        .ifPresentOrElse(this::select, this::endReview);
  }

  /** Nothing is left to review: nothing is in hand, unless the person looks at what was decided. */
  private void endReview() {
    if (filter.get().state().equals(Optional.of(ReviewState.OPEN))) {
      current.set(Optional.empty());
    }
    refreshQueueOnly();
  }

  private boolean isOpen(Finding finding) {
    return state(finding) == ReviewState.OPEN;
  }

  /** Leaves the finding in hand for later and goes on. */
  void skip() {
    current
        .get()
        .ifPresent(
            finding -> {
              skipped.add(finding);
              goOn();
            });
  }

  /** What became of a finding. */
  ReviewState state(Finding finding) {
    return audit
        .reviewProperty()
        .get()
        .map(shown -> shown.state(finding, audit.kept().value(), skipped))
        .orElse(ReviewState.OPEN);
  }

  /** Whether a finding is the one in hand. */
  boolean isInHand(Finding finding) {
    return current.get().filter(finding::equals).isPresent();
  }

  /** The findings that pass the filters, the most suspicious first. */
  ObservableList<Finding> findings() {
    return queueView;
  }

  /** Which findings are in the queue, besides the filter of the window. */
  ObjectProperty<QueueFilter> filterProperty() {
    return filter;
  }

  /** The finding in hand; empty if none is. */
  ReadOnlyObjectProperty<Optional<Finding>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Whether the workspace is on show. */
  BooleanProperty activeProperty() {
    return active;
  }
}
