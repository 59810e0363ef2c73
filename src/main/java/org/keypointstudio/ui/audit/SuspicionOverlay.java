package org.keypointstudio.ui.audit;

import javafx.scene.canvas.GraphicsContext;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.project.audit.Finding;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.Marks;
import org.keypointstudio.ui.canvas.Overlay;

/** Halos about the suspicious labels of a face that nobody has decided about. */
final class SuspicionOverlay implements Overlay {
  private static final double IN_HAND = 1;
  private static final double OTHER = 0.55;

  private final AuditViewModel viewModel;

  SuspicionOverlay(AuditViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @Override
  public void paint(GraphicsContext graphics, CanvasFrame frame) {
    Marks marks = new Marks(graphics, frame.markRadius());
    Annotation points = frame.annotation();
    for (Finding finding : viewModel.ofSelectedFace()) {
      boolean inHand = viewModel.currentProperty().get().filter(finding::equals).isPresent();
      boolean open = !viewModel.state(finding).isReviewed();
      if (points.isPlaced(finding.keypoint()) && open) {
        marks.halo(
            frame.canvasX(points, finding.keypoint()),
            frame.canvasY(points, finding.keypoint()),
            inHand ? IN_HAND : OTHER);
      }
    }
  }
}
