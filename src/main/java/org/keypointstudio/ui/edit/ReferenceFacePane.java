package org.keypointstudio.ui.edit;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import org.keypointstudio.ghost.ReferenceFace;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.canvas.Marks;
import org.keypointstudio.ui.canvas.Tone;
import org.keypointstudio.ui.guide.GuidedPlacingViewModel;
import org.keypointstudio.ui.guide.ReferenceFaceViewModel;
import org.keypointstudio.ui.session.StudioSession;

/** A small face on which the keypoint that is to be placed is lit, or why it is not. */
final class ReferenceFacePane extends StackPane {
  private static final double SIDE = 160;
  private static final double LIT = 5;
  private static final double DIM = 2;

  private final ReferenceFaceViewModel reference;
  private final StudioSession session;
  private final Canvas canvas = new Canvas(SIDE, SIDE);
  private final Label explanation = new Label();
  private Optional<Image> picture = Optional.empty();

  ReferenceFacePane(
      ReferenceFaceViewModel reference, GuidedPlacingViewModel guide, StudioSession session) {
    this.reference = reference;
    this.session = session;
    getStyleClass().add("reference-face");
    setMouseTransparent(true);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAccessibleText("Where the keypoint goes on a face");
    explanation.setId("reference-explanation");
    explanation.setWrapText(true);
    explanation.setMaxSize(SIDE, SIDE);
    explanation.setAlignment(Pos.CENTER);
    explanation.getStyleClass().add("reference-explanation");
    explanation.textProperty().bind(reference.explanationProperty());
    explanation.visibleProperty().bind(reference.explanationProperty().isNotEmpty());
    explanation.managedProperty().bind(explanation.visibleProperty());
    getChildren().addAll(canvas, explanation);
    reference.faceProperty().subscribe(this::onFace);
    session.selectedKeypointProperty().subscribe(_ -> paint());
    visibleProperty().bind(guide.activeProperty());
  }

  private void onFace(Optional<ReferenceFace> face) {
    picture = face.map(made -> FaceImages.toImage(made.image(), Tone.NEUTRAL));
    paint();
  }

  private void paint() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, SIDE, SIDE);
    picture.ifPresent(image -> graphics.drawImage(image, 0, 0, SIDE, SIDE));
    reference.faceProperty().get().ifPresent(face -> paint(graphics, face));
  }

  private void paint(GraphicsContext graphics, ReferenceFace face) {
    int lit = session.selectedKeypointProperty().get();
    double scale = SIDE / face.image().width();
    Annotation points = face.points();
    Marks dim = new Marks(graphics, DIM);
    for (int k = 0; k < points.size(); k++) {
      if (points.isPlaced(k) && k != lit) {
        dim.groundTruth(
            scale * (points.x(k) + 0.5), scale * (points.y(k) + 0.5), points.visibility(k));
      }
    }
    if (lit != StudioSession.NONE && lit < points.size() && points.isPlaced(lit)) {
      double x = scale * (points.x(lit) + 0.5);
      double y = scale * (points.y(lit) + 0.5);
      Marks marks = new Marks(graphics, LIT);
      marks.lit(x, y);
    }
  }
}
