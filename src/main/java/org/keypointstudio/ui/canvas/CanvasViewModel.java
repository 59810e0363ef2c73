package org.keypointstudio.ui.canvas;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.project.settings.CanvasSettings;

/**
 * How faces are looked at: zoom, tone, layers, the look of points. All of it stays from face to
 * face, and is the same in every workspace that has a canvas.
 */
public final class CanvasViewModel {
  private static final double ZOOM_STEP = 1.25;

  private final ReadOnlyObjectWrapper<ViewTransform> transform =
      new ReadOnlyObjectWrapper<>(new ViewTransform(1, 0, 0));
  private final DoubleProperty brightness = new SimpleDoubleProperty(0);
  private final DoubleProperty contrast = new SimpleDoubleProperty(0);
  private final DoubleProperty gamma = new SimpleDoubleProperty(0);
  private final DoubleProperty equalization = new SimpleDoubleProperty(0);
  private final DoubleProperty pointRadius =
      new SimpleDoubleProperty(CanvasSettings.defaults().pointRadius());
  private final DoubleProperty pointOpacity =
      new SimpleDoubleProperty(CanvasSettings.defaults().pointOpacity());
  private final Map<CanvasSwitch, BooleanProperty> switches = new EnumMap<>(CanvasSwitch.class);
  private ImageSize imageSize = new ImageSize(96, 96);
  private double canvasWidth = 1;
  private double canvasHeight = 1;
  private boolean fitted = true;

  /** Nothing is zoomed, and every switch is as it usually is. */
  public CanvasViewModel() {
    for (CanvasSwitch each : CanvasSwitch.values()) {
      switches.put(each, new SimpleBooleanProperty(each.isUsual()));
    }
  }

  /**
   * From now on tone and the look of points are the same as in another view; zoom, place and layers
   * stay this one's own.
   */
  public void shareLook(CanvasViewModel other) {
    switchProperty(CanvasSwitch.SMOOTH)
        .bindBidirectional(other.switchProperty(CanvasSwitch.SMOOTH));
    brightness.bindBidirectional(other.brightness);
    contrast.bindBidirectional(other.contrast);
    gamma.bindBidirectional(other.gamma);
    equalization.bindBidirectional(other.equalization);
    pointRadius.bindBidirectional(other.pointRadius);
    pointOpacity.bindBidirectional(other.pointOpacity);
  }

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

  /** Shows the image at this scale, in canvas pixels per image pixel; the middle stays. */
  public void zoomTo(double scale) {
    fitted = false;
    ViewTransform present = transform.get();
    transform.set(present.zoomedAt(canvasWidth / 2, canvasHeight / 2, scale / present.scale()));
  }

  /** Moves the image by canvas pixels. */
  public void pan(double canvasX, double canvasY) {
    fitted = false;
    transform.set(transform.get().panned(canvasX, canvasY));
  }

  /** Brings a place of the image to the middle of the canvas, in image coordinates. */
  public void centreOn(double imageX, double imageY) {
    ViewTransform present = transform.get();
    pan(
        Math.rint(canvasWidth / 2 - present.toCanvasX(imageX)),
        Math.rint(canvasHeight / 2 - present.toCanvasY(imageY)));
  }

  /** Whether the image is shown as large as it fits, and follows the canvas' size. */
  public boolean isFitted() {
    return fitted;
  }

  /** Whether the canvas shows all of the image. */
  public boolean isWholeImageSeen() {
    ViewTransform present = transform.get();
    return present.left() >= 0
        && present.top() >= 0
        && present.left() + present.scale() * imageSize.width() <= canvasWidth
        && present.top() + present.scale() * imageSize.height() <= canvasHeight;
  }

  /** Shows grey values as they are. */
  public void resetTone() {
    brightness.set(0);
    contrast.set(0);
    gamma.set(0);
    equalization.set(0);
  }

  /** How grey values are shown. */
  public Tone tone() {
    return new Tone(brightness.get(), contrast.get(), gamma.get(), equalization.get());
  }

  /** How a face is drawn at present. */
  public CanvasLook look() {
    return new CanvasLook(
        transform.get(), canvasWidth, canvasHeight, pointRadius.get(), pointOpacity.get());
  }

  /** The size of the image on show. */
  public ImageSize imageSize() {
    return imageSize;
  }

  /** Where image pixels stand on the canvas. */
  public ReadOnlyObjectProperty<ViewTransform> transformProperty() {
    return transform.getReadOnlyProperty();
  }

  /** Whether a layer is shown, or a habit kept. */
  public BooleanProperty switchProperty(CanvasSwitch which) {
    return Objects.requireNonNull(switches.get(which));
  }

  /** Brightness as {@link Tone} has it. */
  public DoubleProperty brightnessProperty() {
    return brightness;
  }

  /** Contrast as {@link Tone} has it. */
  public DoubleProperty contrastProperty() {
    return contrast;
  }

  /** Gamma as {@link Tone} has it. */
  public DoubleProperty gammaProperty() {
    return gamma;
  }

  /** Local equalisation as {@link Tone} has it. */
  public DoubleProperty equalizationProperty() {
    return equalization;
  }

  /** The radius of a keypoint's mark, in canvas pixels. */
  public DoubleProperty pointRadiusProperty() {
    return pointRadius;
  }

  /** The opacity of marks and lines, 0 to 1. */
  public DoubleProperty pointOpacityProperty() {
    return pointOpacity;
  }
}
