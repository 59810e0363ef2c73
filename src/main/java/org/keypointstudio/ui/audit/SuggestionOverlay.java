package org.keypointstudio.ui.audit;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.Marks;
import org.keypointstudio.ui.canvas.Overlay;

/** Arrows from the suspicious label in hand, and what moves with it, to the suggested places. */
final class SuggestionOverlay implements Overlay {
  private final AuditViewModel viewModel;

  SuggestionOverlay(AuditViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @Override
  public void paint(GraphicsContext graphics, CanvasFrame frame) {
    Marks marks = new Marks(graphics, frame.markRadius());
    Annotation points = frame.annotation();
    List<SuggestedMove> moves = viewModel.suggestedMoves();
    for (SuggestedMove move : moves) {
      double x = frame.transform().toCanvasX(move.place().x());
      double y = frame.transform().toCanvasY(move.place().y());
      if (points.isPlaced(move.keypoint())) {
        marks.arrow(
            frame.canvasX(points, move.keypoint()), frame.canvasY(points, move.keypoint()), x, y);
      }
      marks.suggestion(x, y);
    }
  }
}
