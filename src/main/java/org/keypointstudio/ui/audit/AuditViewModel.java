package org.keypointstudio.ui.audit;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
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
  private final ReviewQueue queue;
  private final CanvasViewModel view = new CanvasViewModel();

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
    this.queue = new ReviewQueue(session, audit, this::bringIntoView);
  }

  private void bringIntoView(Finding finding) {
    if (!view.isFitted() && !view.isWholeImageSeen()) {
      view.centreOn(finding.x(), finding.y());
    }
  }

  /** Takes a finding in hand: selects its face and keypoint. */
  public void select(Finding finding) {
    queue.select(finding);
  }

  /** Takes the finding in hand that comes {@code steps} after the present one in the queue. */
  @Override
  public void step(int steps) {
    queue.step(steps);
  }

  /**
   * Makes the suggestion the label and goes on; of a finding that is decided already, only goes on.
   */
  public void accept() {
    Optional<Finding> finding = queue.currentProperty().get();
    Optional<Review> shown = audit.reviewProperty().get();
    if (finding.isEmpty() || shown.isEmpty()) {
      return;
    }
    if (state(finding.get()).isReviewed()) {
      queue.goOn();
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
    queue
        .currentProperty()
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
    queue.goOn();
  }

  private AcceptedSuggestion suggestion(Review shown, Finding finding) {
    return shown.suggestions(
        shown.ofFace(finding.face()).stream()
            .filter(other -> other.equals(finding) || !state(other).isReviewed())
            .toList());
  }

  /** The label in hand is right as it is: remembers it and goes on; or forgets that again. */
  public void keep() {
    queue
        .currentProperty()
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
                            queue.goOn();
                          }
                        }));
  }

  /** Leaves the label in hand for later and goes on. */
  public void skip() {
    queue.skip();
  }

  /** Audits the labels as they are now, in the background. */
  public void start() {
    session.openDataSet().ifPresent(audit::start);
  }

  /** What became of a finding. */
  public ReviewState state(Finding finding) {
    return queue.state(finding);
  }

  /**
   * Where accepting would put the points of the face; empty if nothing is in hand or it is done.
   */
  List<SuggestedMove> suggestedMoves() {
    Optional<Review> shown = audit.reviewProperty().get();
    return queue
        .currentProperty()
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
        .filter(finding -> finding.suspicion().isProbablyWrong() || queue.isInHand(finding))
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
    return queue.findings();
  }

  /** Which findings are in the queue, besides the filter of the window. */
  public ObjectProperty<QueueFilter> filterProperty() {
    return queue.filterProperty();
  }

  /** The finding in hand; empty if none is. */
  public ReadOnlyObjectProperty<Optional<Finding>> currentProperty() {
    return queue.currentProperty();
  }

  /** How the next audit is done, and how the present one goes. */
  public AuditRunViewModel run() {
    return audit.run();
  }

  /** Whether the workspace is on show. */
  public BooleanProperty activeProperty() {
    return queue.activeProperty();
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
