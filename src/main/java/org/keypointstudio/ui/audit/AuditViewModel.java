package org.keypointstudio.ui.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.keypointstudio.edit.LabelsChange;
import org.keypointstudio.project.audit.AuditRecord;
import org.keypointstudio.project.audit.Finding;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.CanvasSwitch;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.FaceNavigator;
import org.keypointstudio.ui.canvas.tools.KeypointEditingViewModel;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.StudioSession;

/**
 * The queue of suspicious labels: the most suspicious first, accepted, kept, or left for later one
 * after the other. What became of a label follows from the labels as they are, so that undoing a
 * correction brings its suspicion back.
 */
public final class AuditViewModel implements FaceNavigator {
  private final StudioSession session;
  private final Notifications notifications;
  private final KeypointEditingViewModel editing;
  private final CurrentAudit audit;
  private final CanvasViewModel view = new CanvasViewModel();
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
   * The audits of a session's data sets.
   *
   * @param editing drags keypoints of the selected face
   * @param shared how faces are looked at in all workspaces; zoom and place are this one's own
   */
  public AuditViewModel(
      StudioSession session,
      AuditServices services,
      KeypointEditingViewModel editing,
      CanvasViewModel shared) {
    this.session = session;
    this.editing = editing;
    this.notifications = services.notifications();
    this.audit = new CurrentAudit(session, services);
    view.shareLook(shared);
    view.switchProperty(CanvasSwitch.PREDICTIONS).set(false);
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
            .filter(finding -> isInHand(finding) || hasWantedState(finding))
            .toList());
    bringBack(shown.get());
  }

  /** What is in hand stays in the queue until the person goes on. */
  private boolean isInHand(Finding finding) {
    return current.get().filter(finding::equals).isPresent();
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
  public void select(Finding finding) {
    selecting = true;
    current.set(Optional.of(finding));
    session.selectedFaceProperty().set(finding.face());
    session.selectedKeypointProperty().set(finding.keypoint());
    selecting = false;
    if (!view.isFitted() && !view.isWholeImageSeen()) {
      view.centreOn(finding.x(), finding.y());
    }
    refreshQueueOnly();
  }

  /** What was in hand before leaves the queue now if it is decided. */
  private void refreshQueueOnly() {
    queue.removeIf(finding -> !isInHand(finding) && !hasWantedState(finding));
  }

  /** Takes the finding in hand that comes {@code steps} after the present one in the queue. */
  @Override
  public void step(int steps) {
    if (queue.isEmpty()) {
      return;
    }
    int position = current.get().map(queue::indexOf).orElse(-1);
    int next = position < 0 ? 0 : Math.clamp((long) position + steps, 0, queue.size() - 1);
    select(queue.get(next));
  }

  /** Goes on to the next finding that nobody has decided about, if there is one. */
  private void goOn() {
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

  /**
   * Makes the suggestion the label and goes on; of a finding that is decided already, only goes on.
   */
  public void accept() {
    Optional<Finding> finding = current.get();
    Optional<Review> shown = audit.reviewProperty().get();
    if (finding.isEmpty() || shown.isEmpty()) {
      return;
    }
    if (state(finding.get()).isReviewed()) {
      goOn();
      return;
    }
    AcceptedSuggestion suggestion = suggestion(shown.get(), finding.get());
    if (!suggestion.isPossible(finding.get())) {
      notifications.inform(
          "Nothing is suggested for this point. Drag it to its place, or keep it as it is.");
      return;
    }
    apply(shown.get(), suggestion.change(finding.get()));
  }

  /** Makes all suggestions for the face in hand its labels in one step, and goes on. */
  public void acceptFace() {
    Optional<Review> shown = audit.reviewProperty().get();
    current
        .get()
        .filter(_ -> !openOfSelectedFace().isEmpty())
        .ifPresent(
            _ ->
                shown.ifPresent(
                    it -> apply(it, it.suggestions(openOfSelectedFace()).changeOfFace())));
  }

  private List<Finding> openOfSelectedFace() {
    return ofSelectedFace().stream().filter(finding -> !state(finding).isReviewed()).toList();
  }

  private void apply(Review shown, LabelsChange change) {
    if (change.isIdentity()) {
      notifications.problem("The point is locked. Unlock it in the Edit workspace to move it.");
      return;
    }
    shown.document().apply(change);
    goOn();
  }

  private AcceptedSuggestion suggestion(Review shown, Finding finding) {
    return shown.suggestions(
        shown.ofFace(finding.face()).stream()
            .filter(other -> other.equals(finding) || !state(other).isReviewed())
            .toList());
  }

  /** The label in hand is right as it is: remembers it and goes on; or forgets that again. */
  public void keep() {
    current
        .get()
        .ifPresent(
            finding ->
                audit
                    .reviewProperty()
                    .get()
                    .ifPresent(
                        shown -> {
                          boolean keep = state(finding) != ReviewState.KEPT;
                          if (!shown.label(finding).isPlaced()) {
                            return;
                          }
                          audit.kept().decide(shown.keepable(finding), keep);
                          if (keep) {
                            goOn();
                          }
                        }));
  }

  /** Leaves the label in hand for later and goes on. */
  public void skip() {
    current
        .get()
        .ifPresent(
            finding -> {
              skipped.add(finding);
              goOn();
            });
  }

  /** Audits the labels as they are now, in the background. */
  public void start() {
    session.openDataSet().ifPresent(audit::start);
  }

  /** What became of a finding. */
  public ReviewState state(Finding finding) {
    return audit
        .reviewProperty()
        .get()
        .map(shown -> shown.state(finding, audit.kept().value(), skipped))
        .orElse(ReviewState.OPEN);
  }

  /**
   * Where accepting would put the points of the face; empty if nothing is in hand or it is done.
   */
  List<SuggestedMove> suggestedMoves() {
    Optional<Review> shown = audit.reviewProperty().get();
    return current
        .get()
        .filter(finding -> !state(finding).isReviewed())
        .filter(finding -> finding.face() == session.selectedFaceProperty().get())
        .flatMap(
            finding -> shown.map(it -> SuggestedMove.of(suggestion(it, finding).change(finding))))
        .orElse(List.of());
  }

  /** The findings of the selected face that are probably wrong, or in hand. */
  List<Finding> ofSelectedFace() {
    return audit
        .reviewProperty()
        .get()
        .map(shown -> shown.ofFace(session.selectedFaceProperty().get()))
        .orElse(List.of())
        .stream()
        .filter(finding -> finding.suspicion().isProbablyWrong() || isInHand(finding))
        .toList();
  }

  /** What is painted over the selected face; empty if there is none. */
  Optional<CanvasFrame> frame() {
    return editing.frame(view);
  }

  /** How many of the labels that are probably wrong are decided. */
  public ReviewProgress progress() {
    return audit
        .reviewProperty()
        .get()
        .map(shown -> shown.progress(this::state))
        .orElse(ReviewProgress.NONE);
  }

  /** The latest audit; empty if there was none. */
  public Optional<AuditRecord> audited() {
    return audit.reviewProperty().get().map(Review::audit);
  }

  /** The audit and the labels as they are, to be looked at when it becomes another one. */
  ReadOnlyObjectProperty<Optional<Review>> reviewProperty() {
    return audit.reviewProperty();
  }

  /** How many faces have other labels now than those that were judged. */
  public ReadOnlyIntegerProperty changedFacesProperty() {
    return audit.changedFacesProperty();
  }

  /** The findings that pass the filters, the most suspicious first. */
  public ObservableList<Finding> queue() {
    return queueView;
  }

  /** Which findings are in the queue, besides the filter of the window. */
  public ObjectProperty<QueueFilter> filterProperty() {
    return filter;
  }

  /** The finding in hand; empty if none is. */
  public ReadOnlyObjectProperty<Optional<Finding>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** How the next audit is done, and how the present one goes. */
  public AuditRunViewModel run() {
    return audit.run();
  }

  /** Whether the workspace is on show. */
  public BooleanProperty activeProperty() {
    return active;
  }

  /** What all workspaces share. */
  StudioSession session() {
    return session;
  }

  /** How the face is looked at here. */
  @Override
  public CanvasViewModel view() {
    return view;
  }
}
