package org.keypointstudio.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.keypointstudio.training.loop.AugmentationPreview.VariedFace;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.canvas.FaceSketch;
import org.keypointstudio.ui.canvas.Tone;

/** A face and its varied copies, three in a row, as large as there is room for. */
final class FaceGrid extends Region {
  private static final int SIDE = 3;
  private static final double GAP = 8;
  private static final double MARK_RADIUS = 2.5;

  private final FaceSketch sketch = new FaceSketch(MARK_RADIUS);
  private final List<Canvas> tiles = new ArrayList<>();
  private final Label original = new Label("As it is");
  private List<VariedFace> faces = List.of();

  FaceGrid() {
    getStyleClass().add("face-grid");
    setMinSize(0, 0);
    for (int tile = 0; tile < SIDE * SIDE; tile++) {
      Canvas canvas = new Canvas();
      canvas.setManaged(false);
      tiles.add(canvas);
      getChildren().add(canvas);
    }
    original.getStyleClass().add("face-grid-caption");
    original.setManaged(false);
    getChildren().add(original);
  }

  void show(Optional<PreviewViewModel.Preview> preview) {
    List<VariedFace> shown = new ArrayList<>();
    preview.ifPresent(
        made -> {
          shown.add(made.original());
          shown.addAll(made.copies());
        });
    faces = shown;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - getInsets().getLeft() - getInsets().getRight();
    double height = getHeight() - getInsets().getTop() - getInsets().getBottom();
    double side = Math.floor((Math.min(width, height) - (SIDE - 1) * GAP) / SIDE);
    original.setVisible(!faces.isEmpty());
    for (int tile = 0; tile < tiles.size(); tile++) {
      Canvas canvas = tiles.get(tile);
      canvas.setVisible(tile < faces.size() && side > 0);
      if (canvas.isVisible()) {
        canvas.setWidth(side);
        canvas.setHeight(side);
        int row = tile / SIDE;
        int column = tile % SIDE;
        canvas.relocate(
            getInsets().getLeft() + column * (side + GAP),
            getInsets().getTop() + row * (side + GAP));
        VariedFace face = faces.get(tile);
        sketch.paint(canvas, FaceImages.toImage(face.image(), Tone.NEUTRAL), face.annotation());
      }
    }
    original.autosize();
    original.relocate(getInsets().getLeft() + 4, getInsets().getTop() + 4);
  }
}
