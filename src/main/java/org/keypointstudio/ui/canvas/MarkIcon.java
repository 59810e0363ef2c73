package org.keypointstudio.ui.canvas;

import javafx.scene.canvas.Canvas;
import org.keypointstudio.model.Visibility;

/** One mark by itself, for legends, lists and menus: it looks just as it does on a face. */
public final class MarkIcon extends Canvas {
  private static final double SIZE = 16;
  private static final double RADIUS = 4.5;

  private MarkIcon() {
    super(SIZE, SIZE);
    setMouseTransparent(true);
  }

  /** The mark of a model. */
  public static MarkIcon ofModel(int styleIndex) {
    MarkIcon icon = new MarkIcon();
    icon.marks().prediction(SIZE / 2, SIZE / 2, styleIndex);
    return icon;
  }

  /** The mark of a labelled keypoint. */
  public static MarkIcon ofGroundTruth() {
    MarkIcon icon = new MarkIcon();
    icon.marks().groundTruth(SIZE / 2, SIZE / 2, Visibility.VISIBLE);
    return icon;
  }

  private Marks marks() {
    return new Marks(getGraphicsContext2D(), RADIUS);
  }
}
