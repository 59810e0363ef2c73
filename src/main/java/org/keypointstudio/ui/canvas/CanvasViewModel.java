package org.keypointstudio.ui.canvas;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.keypointstudio.model.ImageSize;

/**
 * How faces are looked at: zoom, tone, layers. All of it stays from face to face, and is the same
 * in every workspace that has a canvas.
 */
public final class CanvasViewModel {
  private static final double ZOOM_STEP = 1.25;

  private final ReadOnlyObjectWrapper<ViewTransform> transform =
      new ReadOnlyObjectWrapper<>(new ViewTransform(1, 0, 0));
  private final BooleanProperty smooth = new SimpleBooleanProperty(false);
  private final DoubleProperty brightness = new SimpleDoubleProperty(0);
  private final DoubleProperty contrast = new SimpleDoubleProperty(0);
  private final BooleanProperty groundTruthShown = new SimpleBooleanProperty(true);
  private final BooleanProperty predictionsShown = new SimpleBooleanProperty(true);
  private final BooleanProperty errorsShown = new SimpleBooleanProperty(false);
  private final BooleanProperty skeletonShown = new SimpleBooleanProperty(false);
  private final BooleanProperty namesShown = new SimpleBooleanProperty(false);
  private ImageSize imageSize = new ImageSize(96, 96);
  private double canvasWidth = 1;
  private double canvasHeight = 1;
  private boolean fitted = true;

  /** The canvas has this size now; a fitted image stays fitted. */
  public void resizeCanvas(double width, double height) {
    canvasWidth = Math.max(1, width);
    canvasHeight = Math.max(1, height);
    keepFitted();
  }

  /** The image has this size now. Zoom and place stay, unless the image is fitted. */
  public void setImageSize(ImageSize size) {
    imageSize = size;
    keepFitted();
  }

  private void keepFitted() {
    if (fitted) {
      fit();
    }
  }

  /** Shows the whole image, as large as it fits. */
  public void fit() {
    fitted = true;
    transform.set(ViewTransform.fit(imageSize, canvasWidth, canvasHeight));
  }

  /** Zooms in or out by steps at a place of the canvas, in canvas pixels. */
  public void zoomAt(double canvasX, double canvasY, double steps) {
    fitted = false;
    transform.set(transform.get().zoomedAt(canvasX, canvasY, Math.pow(ZOOM_STEP, steps)));
  }

  /** Zooms in or out by steps at the middle of the canvas. */
  public void zoom(double steps) {
    zoomAt(canvasWidth / 2, canvasHeight / 2, steps);
  }

  /** Moves the image by canvas pixels. */
  public void pan(double canvasX, double canvasY) {
    fitted = false;
    transform.set(transform.get().panned(canvasX, canvasY));
  }

  /** Shows grey values as they are. */
  public void resetTone() {
    brightness.set(0);
    contrast.set(0);
  }

  /** How grey values are shown. */
  public Tone tone() {
    return new Tone(brightness.get(), contrast.get());
  }

  /** Where image pixels stand on the canvas. */
  public ReadOnlyObjectProperty<ViewTransform> transformProperty() {
    return transform.getReadOnlyProperty();
  }

  /** Whether enlarged pixels are blended into each other instead of staying crisp. */
  public BooleanProperty smoothProperty() {
    return smooth;
  }

  /** Brightness as {@link Tone} has it. */
  public DoubleProperty brightnessProperty() {
    return brightness;
  }

  /** Contrast as {@link Tone} has it. */
  public DoubleProperty contrastProperty() {
    return contrast;
  }

  /** Whether labelled keypoints are drawn. */
  public BooleanProperty groundTruthShownProperty() {
    return groundTruthShown;
  }

  /** Whether predictions are drawn. */
  public BooleanProperty predictionsShownProperty() {
    return predictionsShown;
  }

  /** Whether lines from labels to predictions are drawn. */
  public BooleanProperty errorsShownProperty() {
    return errorsShown;
  }

  /** Whether the schema's lines are drawn. */
  public BooleanProperty skeletonShownProperty() {
    return skeletonShown;
  }

  /** Whether all names are drawn, not only those of the keypoints in hand. */
  public BooleanProperty namesShownProperty() {
    return namesShown;
  }
}
