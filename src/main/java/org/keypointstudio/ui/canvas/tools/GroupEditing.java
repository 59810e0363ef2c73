package org.keypointstudio.ui.canvas.tools;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Moving, turning, scaling and clearing the selected keypoints together, each in one step of the
 * history. Locked keypoints stay where they are. All coordinates are pixel indices of the image.
 */
public final class GroupEditing {
  private final StudioSession session;
  private final KeypointSelection selection;
  private final ObjectProperty<Optional<Annotation>> preview =
      new SimpleObjectProperty<>(Optional.empty());

  /** Editing of a session's selection. */
  public GroupEditing(StudioSession session, KeypointSelection selection) {
    this.session = session;
    this.selection = selection;
    session.selectedFaceProperty().subscribe(this::cancel);
  }

  /** A map that moves by so much. */
  public static UnaryOperator<Point2D> moveBy(double deltaX, double deltaY) {
    return place -> place.add(deltaX, deltaY);
  }

  /**
   * A map that turns about a place.
   *
   * @param degrees clockwise as one sees it, since y points down
   */
  public static UnaryOperator<Point2D> turnAbout(Point2D centre, double degrees) {
    double cosine = Math.cos(Math.toRadians(degrees));
    double sine = Math.sin(Math.toRadians(degrees));
    return place -> {
      Point2D arm = place.subtract(centre);
      return centre.add(
          cosine * arm.getX() - sine * arm.getY(), sine * arm.getX() + cosine * arm.getY());
    };
  }

  /** A map that scales about a place. */
  public static UnaryOperator<Point2D> scaleAbout(Point2D centre, double factor) {
    return place -> centre.add(place.subtract(centre).multiply(factor));
  }

  /** Shows the selected keypoints where a map takes them. Nothing is changed until the drop. */
  public void drag(UnaryOperator<Point2D> map) {
    labels().ifPresent(labels -> preview.set(Optional.of(mapped(labels, map))));
  }

  /**
   * What is shown becomes so, as a step of its own.
   *
   * @param verb what was done, for the history: "Move"
   */
  public void drop(String verb) {
    Optional<Annotation> dropped = preview.get();
    preview.set(Optional.empty());
    dropped.ifPresent(
        goal -> {
          document().ifPresent(AnnotationDocument::endStep);
          change(goal, verb);
          document().ifPresent(AnnotationDocument::endStep);
        });
  }

  /** Everything is shown where it was. */
  public void cancel() {
    preview.set(Optional.empty());
  }

  /**
   * Moves the selected keypoints where a map takes them. Doing so several times in a row is one
   * step.
   *
   * @param verb what is done, for the history: "Turn"
   */
  public void apply(UnaryOperator<Point2D> map, String verb) {
    labels().ifPresent(labels -> change(mapped(labels, map), verb));
  }

  /** The selected keypoints become unlabelled. */
  public void clear() {
    labels()
        .ifPresent(
            labels -> {
              Annotation goal = labels.annotation();
              for (int keypoint : selection.keypoints()) {
                goal = goal.with(keypoint, Keypoint.unlabelled());
              }
              change(goal, "Clear");
            });
  }

  /** The middle of the frame about the selected keypoints; empty if none of them has a place. */
  public Optional<Point2D> centre() {
    return labels()
        .map(FaceLabels::annotation)
        .flatMap(annotation -> SelectionBox.about(annotation, selection.keypoints()))
        .map(SelectionBox::centre);
  }

  /** The selected keypoints that can move: they have a place and are not locked. */
  public Set<Integer> movable() {
    Set<Integer> movable = new TreeSet<>();
    labels()
        .ifPresent(
            labels ->
                selection.keypoints().stream()
                    .filter(labels.annotation()::isPlaced)
                    .filter(keypoint -> !labels.isLocked(keypoint))
                    .forEach(movable::add));
    return movable;
  }

  private Annotation mapped(FaceLabels labels, UnaryOperator<Point2D> map) {
    Annotation goal = labels.annotation();
    for (int keypoint : movable()) {
      Point2D place = map.apply(new Point2D(goal.x(keypoint), goal.y(keypoint)));
      goal =
          goal.with(
              keypoint,
              new Keypoint(
                  StoredCoordinate.of(place.getX()),
                  StoredCoordinate.of(place.getY()),
                  goal.visibility(keypoint)));
    }
    return goal;
  }

  private void change(Annotation goal, String verb) {
    String text = "%s %d keypoints".formatted(verb, selection.keypoints().size());
    document()
        .ifPresent(
            document -> {
              int face = session.selectedFaceProperty().get();
              document.setLabels(face, document.labels(face).changedTo(goal, Origin.HAND), text);
            });
  }

  private Optional<AnnotationDocument> document() {
    return session
        .openDataSet()
        .filter(_ -> session.selectedFaceProperty().get() != StudioSession.NONE)
        .map(OpenDataSet::document);
  }

  private Optional<FaceLabels> labels() {
    return document().map(document -> document.labels(session.selectedFaceProperty().get()));
  }

  /** The face's annotation with the selected keypoints where the mouse has them, while it does. */
  public ReadOnlyObjectProperty<Optional<Annotation>> previewProperty() {
    return preview;
  }
}
