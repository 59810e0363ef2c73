package org.keypointstudio.ui.compare;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.keypointstudio.ui.canvas.CanvasTool;
import org.keypointstudio.ui.session.StudioSession;

/** Selects keypoints by clicks and moves the faces by drags; it never changes a label. */
final class PickTool implements CanvasTool {
  private final CompareViewModel viewModel;
  private final FacePane pane;
  private Point2D dragStart = Point2D.ZERO;

  PickTool(CompareViewModel viewModel, FacePane pane) {
    this.viewModel = viewModel;
    this.pane = pane;
  }

  @Override
  public void onPressed(MouseEvent event, double imageX, double imageY) {
    dragStart = new Point2D(event.getX(), event.getY());
    if (event.getButton() == MouseButton.PRIMARY) {
      int keypoint = pane.keypointAt(imageX, imageY);
      viewModel.session().selectedKeypointProperty().set(keypoint);
      if (keypoint == StudioSession.NONE && event.getClickCount() == 2) {
        viewModel.view().fit();
      }
    }
  }

  @Override
  public void onDragged(MouseEvent event, double imageX, double imageY) {
    viewModel.view().pan(event.getX() - dragStart.getX(), event.getY() - dragStart.getY());
    dragStart = new Point2D(event.getX(), event.getY());
  }

  @Override
  public void onReleased(MouseEvent event, double imageX, double imageY) {}

  @Override
  public void onMoved(double imageX, double imageY) {
    viewModel.hoveredKeypointProperty().set(pane.keypointAt(imageX, imageY));
  }

  @Override
  public void onExited() {
    viewModel.hoveredKeypointProperty().set(StudioSession.NONE);
  }

  @Override
  public Cursor cursor() {
    return viewModel.hoveredKeypointProperty().get() == StudioSession.NONE
        ? Cursor.DEFAULT
        : Cursor.HAND;
  }
}
