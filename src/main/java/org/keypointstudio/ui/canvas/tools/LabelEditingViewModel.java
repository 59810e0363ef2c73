package org.keypointstudio.ui.canvas.tools;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.StudioSession;

/**
 * What a person does to the labels of the selected face without pointing at a place: typing
 * coordinates, swapping left and right, copying, resetting, locking. Each is one step of the
 * history.
 */
public final class LabelEditingViewModel {
  private final StudioSession session;
  private final KeypointEditingViewModel editing;
  private final Notifications notifications;

  /** Which coordinate of a keypoint. */
  public enum Axis {
    /** The column. */
    X,
    /** The row. */
    Y
  }

  /** Editing of the session's selected face. */
  public LabelEditingViewModel(
      StudioSession session, KeypointEditingViewModel editing, Notifications notifications) {
    this.session = session;
    this.editing = editing;
    this.notifications = notifications;
  }

  private record Selected(AnnotationDocument document, int face) {
    FaceLabels labels() {
      return document.labels(face);
    }

    Annotation annotation() {
      return document.annotation(face);
    }

    KeypointSchema schema() {
      return document.schema();
    }

    void change(FaceLabels after, String text) {
      document.endStep();
      document.setLabels(face, after, text);
      document.endStep();
    }
  }

  private Optional<Selected> selected() {
    int face = session.selectedFaceProperty().get();
    return session
        .openDataSet()
        .filter(_ -> face != StudioSession.NONE)
        .map(open -> new Selected(open.document(), face));
  }

  private Optional<Integer> keypoint() {
    return Optional.of(session.selectedKeypointProperty().get())
        .filter(keypoint -> keypoint != StudioSession.NONE);
  }

  /**
   * Puts a keypoint where the typed text says: one number for this coordinate, or x and y with a
   * space between them. Anything else changes nothing and is told to the person.
   *
   * @param text numbers of pixels, with a point or a comma before the decimals
   */
  public void type(int keypoint, Axis axis, String text) {
    selected().ifPresent(face -> type(face, keypoint, axis, text.strip()));
  }

  private void type(Selected face, int keypoint, Axis axis, String text) {
    String name = face.schema().displayName(keypoint);
    List<Double> numbers =
        Stream.of(text.split("\\s+")).map(LabelEditingViewModel::number).toList();
    Optional<Keypoint> present = editing.handle(keypoint);
    if (numbers.size() > 2 || numbers.stream().anyMatch(number -> !Double.isFinite(number))) {
      notifications.problem(
          "“%s” is not a place for the %s, which stays as it is. Type a number of pixels, such as 41.5."
              .formatted(text, name));
    } else if (face.labels().isLocked(keypoint)) {
      notifications.problem("The %s is locked. Unlock it to move it.".formatted(name));
    } else if (numbers.size() == 2) {
      place(face, keypoint, numbers.getFirst(), numbers.getLast());
    } else if (present.isEmpty()) {
      notifications.problem(
          "The %s has no place yet. Type x and y together, such as 41.5 60.".formatted(name));
    } else if (axis == Axis.X) {
      place(face, keypoint, numbers.getFirst(), present.get().y());
    } else {
      place(face, keypoint, present.get().x(), numbers.getFirst());
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.replace(',', '.'));
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  private static void place(Selected face, int keypoint, double x, double y) {
    Keypoint present = face.annotation().keypoint(keypoint);
    Keypoint moved =
        present.isPlaced() ? new Keypoint(x, y, present.visibility()) : Keypoint.visible(x, y);
    face.document.endStep();
    face.document.setKeypoint(face.face, keypoint, moved);
    face.document.endStep();
  }

  /** The selected keypoint and its partner on the other side change places. */
  public void swapPair() {
    selected()
        .ifPresent(
            face ->
                keypoint()
                    .filter(keypoint -> face.schema().flipPartner(keypoint) != keypoint)
                    .ifPresent(
                        keypoint ->
                            swap(
                                face,
                                List.of(keypoint),
                                "Swap %s with its partner"
                                    .formatted(face.schema().displayName(keypoint)))));
  }

  /** All keypoints of the left side change places with their partners on the right. */
  public void swapFace() {
    selected()
        .ifPresent(
            face ->
                swap(
                    face,
                    face.schema().flipPairs().stream().map(pair -> pair.first()).toList(),
                    "Swap left and right"));
  }

  private static void swap(Selected face, List<Integer> keypoints, String text) {
    Annotation annotation = face.annotation();
    Annotation swapped = annotation;
    for (int keypoint : keypoints) {
      int partner = face.schema().flipPartner(keypoint);
      if (!face.labels().isLocked(keypoint) && !face.labels().isLocked(partner)) {
        swapped =
            swapped
                .with(keypoint, annotation.keypoint(partner))
                .with(partner, annotation.keypoint(keypoint));
      }
    }
    face.change(face.labels().changedTo(swapped, Origin.HAND), text);
  }

  /** The placed keypoints of the face before this one, among those shown, are put onto this one. */
  public void copyFromPrevious() {
    int position = session.shownFaces().indexOf(session.selectedFaceProperty().get());
    if (position > 0) {
      copyFrom(session.shownFaces().get(position - 1));
    } else {
      notifications.problem("There is no face before this one to copy points from.");
    }
  }

  /**
   * The placed keypoints of another face are put onto the selected one.
   *
   * @param number of the face, counted from 1
   */
  public void copyFromNumber(String number) {
    int size = session.openDataSet().map(open -> open.document().size()).orElse(0);
    try {
      int other = Integer.parseInt(number.strip());
      if (other >= 1 && other <= size) {
        copyFrom(other - 1);
        return;
      }
    } catch (NumberFormatException _) {
      // The sentence below says what was expected.
    }
    notifications.problem(
        "There is no face number “%s”. Type a number from 1 to %,d.".formatted(number, size));
  }

  private void copyFrom(int other) {
    selected()
        .ifPresent(
            face -> {
              Annotation source = face.document.annotation(other);
              Annotation goal = face.annotation();
              for (int keypoint = 0; keypoint < goal.size(); keypoint++) {
                if (source.isPlaced(keypoint)) {
                  goal = goal.with(keypoint, source.keypoint(keypoint));
                }
              }
              String name =
                  session.openDataSet().map(open -> open.dataSet().face(other).name()).orElse("");
              face.change(face.labels().changedTo(goal, Origin.HAND), "Copy points from " + name);
            });
  }

  /** The selected keypoint becomes what it was when the data set was opened. */
  public void resetKeypoint() {
    selected()
        .ifPresent(
            face ->
                keypoint()
                    .ifPresent(
                        keypoint ->
                            reset(
                                face,
                                List.of(keypoint),
                                "Reset " + face.schema().displayName(keypoint))));
  }

  /** All keypoints of the face become what they were when the data set was opened. */
  public void resetFace() {
    selected()
        .ifPresent(
            face ->
                reset(
                    face,
                    Stream.iterate(0, keypoint -> keypoint + 1)
                        .limit(face.schema().size())
                        .toList(),
                    "Reset the face"));
  }

  private static void reset(Selected face, List<Integer> keypoints, String text) {
    FaceLabels loaded = face.document.loadedLabels(face.face);
    FaceLabels after = face.labels();
    for (int keypoint : keypoints) {
      if (!after.isLocked(keypoint)) {
        after =
            after.with(keypoint, loaded.annotation().keypoint(keypoint), loaded.origin(keypoint));
      }
    }
    face.change(after, text);
  }

  /** Locks the selected keypoint, so that nothing moves or clears it, or unlocks it. */
  public void toggleLock() {
    keypoint().ifPresent(this::toggleLock);
  }

  /** Locks a keypoint, so that nothing moves or clears it, or unlocks it. */
  public void toggleLock(int keypoint) {
    selected()
        .ifPresent(
            face -> {
              Set<Integer> locked = new HashSet<>(face.labels().locked());
              boolean lock = locked.add(keypoint);
              if (!lock) {
                locked.remove(keypoint);
              }
              face.change(
                  face.labels().withLocked(locked),
                  (lock ? "Lock " : "Unlock ") + face.schema().displayName(keypoint));
            });
  }
}
