package org.keypointstudio.ui.canvas.tools;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.ghost.Ghost;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.KeypointsInHand;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Correcting the keypoints of the selected face: selecting, dragging, placing, nudging, clearing.
 * All coordinates are pixel indices of the image.
 */
public final class KeypointEditingViewModel {
  private final StudioSession session;
  private final Supplier<List<Ghost>> ghosts;
  private final KeypointSelection selection;
  private final GroupEditing group;
  private final BooleanProperty snap = new SimpleBooleanProperty();
  private final IntegerProperty hoveredKeypoint = new SimpleIntegerProperty(StudioSession.NONE);
  private final ObjectProperty<Optional<Keypoint>> dragged =
      new SimpleObjectProperty<>(Optional.empty());

  /** Editing of the session's selected face, for whose missing keypoints nobody has a proposal. */
  public KeypointEditingViewModel(StudioSession session) {
    this(session, List::of);
  }

  /**
   * Editing of the session's selected face.
   *
   * @param ghosts proposals for its missing keypoints, which can be dragged like labels
   */
  public KeypointEditingViewModel(StudioSession session, Supplier<List<Ghost>> ghosts) {
    this.session = session;
    this.ghosts = ghosts;
    this.selection = new KeypointSelection(session);
    this.group = new GroupEditing(session, selection);
    session
        .selectedFaceProperty()
        .subscribe(
            () -> {
              dragged.set(Optional.empty());
              hoveredKeypoint.set(StudioSession.NONE);
            });
  }

  /** The selected face's annotation, with what is dragged where the mouse has it. */
  public Optional<Annotation> displayedAnnotation() {
    return session
        .selectedAnnotation()
        .map(annotation -> group.previewProperty().get().orElse(annotation))
        .map(
            annotation ->
                dragged
                    .get()
                    .map(keypoint -> annotation.with(selectedKeypoint(), keypoint))
                    .orElse(annotation));
  }

  /**
   * The keypoint whose label or ghost is nearest to a place, within a distance in image pixels, or
   * none (−1).
   */
  public int keypointAt(double x, double y, double distance) {
    int nearest = StudioSession.NONE;
    double least = distance;
    Annotation annotation = session.selectedAnnotation().orElse(Annotation.unlabelled(0));
    for (int keypoint = 0; keypoint < annotation.size(); keypoint++) {
      double found = Math.hypot(annotation.x(keypoint) - x, annotation.y(keypoint) - y);
      if (found <= least) {
        least = found;
        nearest = keypoint;
      }
    }
    for (Ghost ghost : ghosts.get()) {
      double found = Math.hypot(ghost.x() - x, ghost.y() - y);
      if (found < least) {
        least = found;
        nearest = ghost.keypoint();
      }
    }
    return nearest;
  }

  /** Where a keypoint of the selected face can be taken in hand: its label, else its ghost. */
  public Optional<Keypoint> handle(int keypointIndex) {
    Optional<Keypoint> label =
        session.selectedAnnotation().map(annotation -> annotation.keypoint(keypointIndex));
    return label.filter(Keypoint::isPlaced).or(() -> ghostHandle(keypointIndex));
  }

  private Optional<Keypoint> ghostHandle(int keypointIndex) {
    return ghosts.get().stream()
        .filter(ghost -> ghost.keypoint() == keypointIndex)
        .findFirst()
        .map(Ghost::accepted);
  }

  /** Whether a keypoint is selected and has a ghost in the place of a label. */
  public boolean isSelectedGhost(int keypointIndex) {
    return keypointIndex == selectedKeypoint()
        && isSelectedUnplaced()
        && ghostHandle(keypointIndex).isPresent();
  }

  /**
   * The person presses on a place: takes the keypoint there in hand; where there is none, puts the
   * selected keypoint there if it has no place yet, and lets go of the selection otherwise.
   */
  public void press(double x, double y, double reach) {
    int hit = keypointAt(x, y, reach);
    if (hit != StudioSession.NONE) {
      session.selectedKeypointProperty().set(hit);
    } else if (isSelectedUnplaced()) {
      placeSelected(x, y);
    } else {
      session.selectedKeypointProperty().set(StudioSession.NONE);
    }
  }

  /** Whether a click beside the keypoints places one. */
  boolean awaitsPlacing() {
    return isSelectedUnplaced();
  }

  private boolean isSelectedUnplaced() {
    return selected().filter(keypoint -> !keypoint.isPlaced()).isPresent();
  }

  /** Puts the selected keypoint at a place, and takes the next one that is missing. */
  public void placeSelected(double x, double y) {
    edit(
        document ->
            document.setKeypoint(
                selectedFace(), selectedKeypoint(), Keypoint.visible(stored(x), stored(y))));
    selectNextMissing();
  }

  /** The person drags the keypoint in hand to a place. Nothing is changed until {@link #drop}. */
  public void dragTo(double x, double y) {
    Optional.of(selectedKeypoint())
        .filter(keypoint -> keypoint != StudioSession.NONE && !isLocked(keypoint))
        .flatMap(this::handle)
        .ifPresent(
            keypoint ->
                dragged.set(
                    Optional.of(new Keypoint(stored(x), stored(y), keypoint.visibility()))));
  }

  /** The person lets go of the dragged keypoint: it stays where it is. */
  public void drop() {
    Optional<Keypoint> dropped = dragged.get();
    dragged.set(Optional.empty());
    dropped.ifPresent(
        keypoint ->
            edit(
                document -> {
                  document.endStep();
                  document.setKeypoint(selectedFace(), selectedKeypoint(), keypoint);
                  document.endStep();
                }));
  }

  /** The person drags the keypoints that are selected together by image pixels. */
  public void dragGroup(double deltaX, double deltaY) {
    group.drag(
        snap.get()
            ? GroupEditing.moveBy(Math.rint(deltaX), Math.rint(deltaY))
            : GroupEditing.moveBy(deltaX, deltaY));
  }

  /** Turns the keypoints that are selected together about their middle, clockwise. */
  public void turnGroup(double degrees) {
    group
        .centre()
        .ifPresent(centre -> group.apply(GroupEditing.turnAbout(centre, degrees), "Turn"));
  }

  /** Scales the keypoints that are selected together about their middle. */
  public void scaleGroup(double factor) {
    group
        .centre()
        .ifPresent(centre -> group.apply(GroupEditing.scaleAbout(centre, factor), "Scale"));
  }

  /** Ends a drag and puts the keypoint back; without a drag, lets go of the selection. */
  public void escape() {
    if (dragged.get().isPresent() || group.previewProperty().get().isPresent()) {
      dragged.set(Optional.empty());
      group.cancel();
    } else {
      session.selectedKeypointProperty().set(StudioSession.NONE);
    }
  }

  /** Moves what is selected by image pixels. */
  public void nudge(double deltaX, double deltaY) {
    if (selection.isGroup()) {
      group.apply(GroupEditing.moveBy(deltaX, deltaY), "Move");
      return;
    }
    selected()
        .filter(Keypoint::isPlaced)
        .ifPresent(
            keypoint ->
                edit(
                    document ->
                        document.setKeypoint(
                            selectedFace(),
                            selectedKeypoint(),
                            new Keypoint(
                                StoredCoordinate.of(keypoint.x() + deltaX),
                                StoredCoordinate.of(keypoint.y() + deltaY),
                                keypoint.visibility()))));
  }

  /** The selected keypoint is not in the image. */
  public void markSelectedAbsent() {
    selected()
        .ifPresent(
            _ ->
                edit(
                    document ->
                        document.setKeypoint(
                            selectedFace(), selectedKeypoint(), Keypoint.absent())));
  }

  /** What is selected becomes unlabelled. */
  public void clearSelected() {
    if (selection.isGroup()) {
      group.clear();
      return;
    }
    selected()
        .ifPresent(
            _ ->
                edit(
                    document ->
                        document.setKeypoint(
                            selectedFace(), selectedKeypoint(), Keypoint.unlabelled())));
  }

  /** A placed keypoint changes between visible and occluded. */
  public void toggleOccluded(int keypointIndex) {
    edit(
        document -> {
          Keypoint keypoint = document.annotation(selectedFace()).keypoint(keypointIndex);
          if (keypoint.isPlaced()) {
            Visibility other =
                keypoint.visibility() == Visibility.VISIBLE
                    ? Visibility.OCCLUDED
                    : Visibility.VISIBLE;
            document.setKeypoint(
                selectedFace(), keypointIndex, new Keypoint(keypoint.x(), keypoint.y(), other));
          }
        });
  }

  /** Selects the keypoint that comes {@code steps} after the selected one in the schema. */
  public void stepKeypoint(int steps) {
    edit(
        document -> {
          int size = document.schema().size();
          int from = selectedKeypoint() == StudioSession.NONE && steps < 0 ? 0 : selectedKeypoint();
          session.selectedKeypointProperty().set(Math.floorMod(from + steps, size));
        });
  }

  /** Selects the next keypoint of this face that nobody has labelled; none if all are. */
  public void selectNextMissing() {
    Annotation annotation = session.selectedAnnotation().orElse(Annotation.unlabelled(0));
    int next = StudioSession.NONE;
    for (int step = annotation.size(); step >= 1; step--) {
      int candidate = Math.floorMod(selectedKeypoint() + step, annotation.size());
      if (annotation.visibility(candidate) == Visibility.UNLABELLED) {
        next = candidate;
      }
    }
    session.selectedKeypointProperty().set(next);
  }

  /** Whether a keypoint of the selected face must stay as it is. */
  public boolean isLocked(int keypointIndex) {
    return session
        .openDataSet()
        .filter(_ -> selectedFace() != StudioSession.NONE)
        .filter(open -> open.document().labels(selectedFace()).isLocked(keypointIndex))
        .isPresent();
  }

  private Optional<Keypoint> selected() {
    return selectedKeypoint() == StudioSession.NONE
        ? Optional.empty()
        : session.selectedAnnotation().map(annotation -> annotation.keypoint(selectedKeypoint()));
  }

  private void edit(Consumer<AnnotationDocument> edit) {
    if (selectedFace() != StudioSession.NONE) {
      session.openDataSet().map(OpenDataSet::document).ifPresent(edit);
    }
  }

  /** A coordinate that the mouse gave, as it is stored. */
  private double stored(double coordinate) {
    return snap.get() ? Math.rint(coordinate) : StoredCoordinate.of(coordinate);
  }

  private int selectedFace() {
    return session.selectedFaceProperty().get();
  }

  private int selectedKeypoint() {
    return session.selectedKeypointProperty().get();
  }

  /** What is painted of the selected face in a view; empty if none is selected. */
  public Optional<CanvasFrame> frame(CanvasViewModel view) {
    List<ModelEntry> shown =
        session.models().stream().filter(model -> model.shownProperty().get()).toList();
    return displayedAnnotation()
        .flatMap(
            annotation ->
                session
                    .openDataSet()
                    .map(
                        open ->
                            new CanvasFrame(
                                view.look(),
                                open.document().schema(),
                                selectedFace(),
                                annotation,
                                shown,
                                hand(),
                                CanvasFrame.Part.ALL)));
  }

  /** The keypoints a person is busy with at present. */
  public KeypointsInHand hand() {
    Set<Integer> moving = dragged.get().isPresent() ? Set.of(selectedKeypoint()) : Set.of();
    return new KeypointsInHand(
        selectedKeypoint(),
        hoveredKeypoint.get(),
        selection.keypoints(),
        group.previewProperty().get().isPresent() ? group.movable() : moving);
  }

  /** Which keypoints are selected together. */
  public KeypointSelection selection() {
    return selection;
  }

  /** What is done to keypoints that are selected together. */
  public GroupEditing group() {
    return group;
  }

  /** Whether placed and dragged keypoints go to the nearest whole pixel. */
  public BooleanProperty snapProperty() {
    return snap;
  }

  /** The keypoint under the mouse, or −1. */
  public IntegerProperty hoveredKeypointProperty() {
    return hoveredKeypoint;
  }

  /** The selected keypoint where the mouse has it; empty unless it is being dragged. */
  public ReadOnlyObjectProperty<Optional<Keypoint>> draggedProperty() {
    return dragged;
  }
}
