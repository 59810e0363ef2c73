package org.keypointstudio.ui.merge;

import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import org.keypointstudio.edit.merge.Conflict;
import org.keypointstudio.edit.merge.Side;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.canvas.FaceSketch;
import org.keypointstudio.ui.canvas.Marks;
import org.keypointstudio.ui.canvas.Tone;
import org.keypointstudio.ui.canvas.ViewTransform;

/** A face with our keypoints as discs, and where theirs stand elsewhere as diamonds. */
final class ConflictPicture extends StackPane {
  private static final double SIZE = 360;
  private static final double MARK_RADIUS = 5;

  /** A diamond, as the marks of a model have it. */
  static final int THEIR_STYLE = 2;

  private final Canvas canvas = new Canvas(SIZE, SIZE);
  private final MergeViewModel model;
  private final FaceImages images;
  private Optional<FaceConflict> shown = Optional.empty();

  ConflictPicture(MergeViewModel model, FaceImages images) {
    this.model = model;
    this.images = images;
    getChildren().add(canvas);
    getStyleClass().add("face-picture");
    setMinSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
  }

  /** Shows a face; none leaves the picture empty. */
  void show(Optional<FaceConflict> face) {
    shown = face;
    canvas.getGraphicsContext2D().clearRect(0, 0, SIZE, SIZE);
    face.ifPresent(
        wanted ->
            model
                .openDataSet()
                .ifPresent(
                    open ->
                        images.request(
                            open.dataSet(),
                            wanted.faceIndex(),
                            Tone.NEUTRAL,
                            () -> true,
                            picture -> paint(wanted, picture))));
  }

  private void paint(FaceConflict face, Image picture) {
    if (shown.filter(present -> present.faceIndex() == face.faceIndex()).isEmpty()) {
      return; // another face was asked for meanwhile
    }
    Optional<Annotation> ours =
        model.labels(face.faceIndex(), Side.OURS).map(FaceLabels::annotation);
    if (ours.isEmpty()) {
      return;
    }
    new FaceSketch(MARK_RADIUS).paint(canvas, picture, ours.get());
    ViewTransform transform = FaceSketch.filling(canvas, picture);
    Marks marks = new Marks(canvas.getGraphicsContext2D(), MARK_RADIUS);
    for (Conflict conflict : face.conflicts()) {
      if (conflict instanceof Conflict.OfKeypoint of) {
        mark(marks, transform, of.ours(), of.theirs());
      }
    }
  }

  private static void mark(Marks marks, ViewTransform transform, Keypoint ours, Keypoint theirs) {
    if (ours.isPlaced()) {
      marks.selection(transform.toCanvasX(ours.x()), transform.toCanvasY(ours.y()));
    }
    if (theirs.isPlaced()) {
      marks.prediction(
          transform.toCanvasX(theirs.x()), transform.toCanvasY(theirs.y()), THEIR_STYLE);
    }
  }
}
