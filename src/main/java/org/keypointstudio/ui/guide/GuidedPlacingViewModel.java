package org.keypointstudio.ui.guide;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Names the next missing keypoint; one click places it and moves on. At the end of a face it goes
 * to the next face of the filter with something missing. It can also go through all faces for one
 * keypoint alone. The keypoint to be placed is the session's selected one.
 */
public final class GuidedPlacingViewModel {
  private static final double STORED_DIGITS = 1_000;

  private final StudioSession session;
  private final Notifications notifications;
  private final BooleanProperty active = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<Integer>> onlyKeypoint =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Set<Target> skipped = new HashSet<>();
  private final Deque<Target> done = new ArrayDeque<>();
  private boolean moving;

  /** A keypoint of a face. */
  private record Target(int face, int keypoint) {}

  /** Guiding through a session's faces. */
  public GuidedPlacingViewModel(StudioSession session, Notifications notifications) {
    this.session = session;
    this.notifications = notifications;
    active.subscribe(this::onActive);
    session.selectedFaceProperty().subscribe(this::onFace);
    session.selectedKeypointProperty().subscribe(this::onKeypoint);
  }

  private void onActive(boolean on) {
    skipped.clear();
    done.clear();
    if (on) {
      moveOn(Math.max(StudioSession.NONE, session.selectedKeypointProperty().get() - 1));
    } else {
      onlyKeypoint.set(Optional.empty());
    }
  }

  /** Goes through all faces for the selected keypoint alone; without one, nothing happens. */
  public void repeatSelected() {
    int keypoint = session.selectedKeypointProperty().get();
    if (keypoint != StudioSession.NONE) {
      active.set(false);
      onlyKeypoint.set(Optional.of(keypoint));
      active.set(true);
    }
  }

  private void onFace() {
    if (active.get() && !moving) {
      moveOn(StudioSession.NONE);
    }
  }

  /** To let go of the keypoint is to stop. */
  private void onKeypoint(Number keypoint) {
    if (active.get() && !moving && keypoint.intValue() == StudioSession.NONE) {
      active.set(false);
    }
  }

  /**
   * Places the keypoint in turn and moves on.
   *
   * @param x in pixels of the image
   * @param y in pixels of the image
   * @param visibility visible or occluded
   */
  public void place(double x, double y, Visibility visibility) {
    target()
        .ifPresent(
            target -> {
              Keypoint placed = new Keypoint(stored(x), stored(y), visibility);
              document()
                  .ifPresent(
                      document -> {
                        document.endStep();
                        document.setKeypoint(target.face, target.keypoint, placed);
                        document.endStep();
                      });
              advance();
            });
  }

  /** The keypoint in turn is dealt with: goes to the next one. */
  public void advance() {
    target()
        .ifPresent(
            target -> {
              done.push(target);
              moveOn(target.keypoint);
            });
  }

  /** Leaves the keypoint in turn as it is and goes to the next one. */
  public void skip() {
    target()
        .ifPresent(
            target -> {
              skipped.add(target);
              advance();
            });
  }

  /** Goes back to the keypoint that was in turn before; a click places it anew. */
  public void back() {
    if (!done.isEmpty()) {
      Target last = done.pop();
      skipped.remove(last);
      goTo(last);
    }
  }

  private Optional<Target> target() {
    int keypoint = session.selectedKeypointProperty().get();
    return active.get() && keypoint != StudioSession.NONE
        ? Optional.of(new Target(session.selectedFaceProperty().get(), keypoint))
        : Optional.empty();
  }

  private Optional<AnnotationDocument> document() {
    return session.openDataSet().map(OpenDataSet::document);
  }

  private void moveOn(int afterKeypoint) {
    Optional<Target> next = document().flatMap(document -> next(document, afterKeypoint));
    if (next.isPresent()) {
      goTo(next.get());
    } else {
      notifications.success(
          skipped.isEmpty()
              ? "Nothing is missing on the faces that are shown."
              : "Nothing is missing on the faces that are shown but what was skipped.");
      active.set(false);
    }
  }

  /** On this face from the keypoint on and around, then on the faces after it and around. */
  private Optional<Target> next(AnnotationDocument document, int afterKeypoint) {
    int present = session.selectedFaceProperty().get();
    int size = document.schema().size();
    int position = session.shownFaces().indexOf(present);
    int count = session.shownFaces().size();
    Stream<Target> onThisFace =
        present == StudioSession.NONE
            ? Stream.empty()
            : IntStream.rangeClosed(1, size)
                .mapToObj(step -> new Target(present, Math.floorMod(afterKeypoint + step, size)));
    Stream<Target> onOtherFaces =
        IntStream.rangeClosed(1, count)
            .map(step -> session.shownFaces().get(Math.floorMod(position + step, count)))
            .boxed()
            .filter(face -> document.annotation(face).unlabelledCount() > 0)
            .flatMap(face -> IntStream.range(0, size).mapToObj(k -> new Target(face, k)));
    return Stream.concat(onThisFace, onOtherFaces)
        .filter(target -> isWanted(document.annotation(target.face), target))
        .findFirst();
  }

  private boolean isWanted(Annotation annotation, Target target) {
    return annotation.visibility(target.keypoint) == Visibility.UNLABELLED
        && onlyKeypoint.get().map(only -> only == target.keypoint).orElse(true)
        && !skipped.contains(target);
  }

  private void goTo(Target target) {
    moving = true;
    session.selectedFaceProperty().set(target.face);
    session.selectedKeypointProperty().set(target.keypoint);
    moving = false;
  }

  /** A thousandth of a pixel is finer than any hand, and keeps files readable. */
  private static double stored(double coordinate) {
    return Math.rint(coordinate * STORED_DIGITS) / STORED_DIGITS;
  }

  /** "Click where the nose tip is", or an empty text. */
  public String instruction() {
    return target()
        .flatMap(
            target ->
                document()
                    .map(document -> "Click the " + document.schema().displayName(target.keypoint)))
        .orElse("");
  }

  /** "3 left on row 17 · 12 of 155", or an empty text. */
  public String progress() {
    return target()
        .flatMap(target -> session.openDataSet().map(open -> progress(open, target)))
        .orElse("");
  }

  private String progress(OpenDataSet open, Target target) {
    String place =
        "%s · %,d of %,d"
            .formatted(
                open.dataSet().face(target.face).name(),
                session.shownFaces().indexOf(target.face) + 1,
                session.shownFaces().size());
    return onlyKeypoint.get().isPresent()
        ? "on every face: " + place
        : "%d left on %s"
            .formatted(open.document().annotation(target.face).unlabelledCount(), place);
  }

  /** Whether the person is guided. */
  public BooleanProperty activeProperty() {
    return active;
  }

  /** The only keypoint that is placed; empty if all are. */
  public ReadOnlyObjectProperty<Optional<Integer>> onlyKeypointProperty() {
    return onlyKeypoint.getReadOnlyProperty();
  }
}
