package org.keypointstudio.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * Shows one face with layers over it, and hands the mouse to a tool. The wheel zooms at the cursor,
 * the middle button or Space pans, a double click beside the keypoints fits.
 */
public final class FaceCanvas extends Region {
  private static final double WHEEL_NOTCH = 40;

  private final CanvasViewModel view;
  private final CanvasTool tool;
  private final Supplier<Optional<Content>> content;
  private final List<Layer> layers = new ArrayList<>();
  private final Canvas canvas = new Canvas();
  private boolean spaceDown;
  private Point2D panStart = Point2D.ZERO;
  private boolean panning;

  /**
   * What is shown.
   *
   * @param image the face; empty while it is read
   * @param frame everything that is drawn over it
   */
  public record Content(Optional<Image> image, CanvasFrame frame) {}

  private record Layer(Overlay overlay, ObservableValue<Boolean> shown) {}

  /**
   * A canvas without layers.
   *
   * @param content asked at each painting; empty if there is nothing to show
   */
  public FaceCanvas(CanvasViewModel view, CanvasTool tool, Supplier<Optional<Content>> content) {
    this.view = view;
    this.tool = tool;
    this.content = content;
    getStyleClass().add("face-canvas");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Face with keypoints");
    setFocusTraversable(true);
    setMinSize(0, 0);
    canvas.setManaged(false);
    getChildren().add(canvas);
    view.transformProperty().subscribe(this::repaint);
    view.smoothProperty().subscribe(this::repaint);
    addEventHandler(MouseEvent.ANY, this::onMouse);
    addEventHandler(ScrollEvent.SCROLL, this::onScroll);
    addEventHandler(KeyEvent.ANY, this::onKey);
  }

  /** Puts a layer on top of those before; it is drawn while {@code shown} holds true. */
  public void addLayer(Overlay overlay, ObservableValue<Boolean> shown) {
    layers.add(new Layer(overlay, shown));
    shown.subscribe(this::repaint);
  }

  /** Paints anew with the next frame, however often it is called before that. */
  public void repaint() {
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      view.resizeCanvas(getWidth(), getHeight());
    }
    paint();
  }

  private void paint() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    content.get().ifPresent(shown -> paint(graphics, shown));
  }

  private void paint(GraphicsContext graphics, Content shown) {
    ViewTransform transform = shown.frame().transform();
    graphics.setImageSmoothing(view.smoothProperty().get());
    shown
        .image()
        .ifPresent(
            image ->
                graphics.drawImage(
                    image,
                    transform.left(),
                    transform.top(),
                    transform.scale() * image.getWidth(),
                    transform.scale() * image.getHeight()));
    for (Layer layer : layers) {
      if (layer.shown().getValue()) {
        layer.overlay().paint(graphics, shown.frame());
      }
    }
  }

  private void onMouse(MouseEvent event) {
    Point2D place = view.transformProperty().get().toImage(event.getX(), event.getY());
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
      requestFocus();
      panning = event.getButton() == MouseButton.MIDDLE || spaceDown;
      if (panning) {
        panStart = new Point2D(event.getX(), event.getY());
      } else {
        tool.onPressed(event, place.getX(), place.getY());
      }
    } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
      drag(event, place);
    } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
      if (!panning) {
        tool.onReleased(event, place.getX(), place.getY());
      }
      panning = false;
    } else if (event.getEventType() == MouseEvent.MOUSE_MOVED) {
      tool.onMoved(place.getX(), place.getY());
    } else if (event.getEventType() == MouseEvent.MOUSE_EXITED) {
      tool.onExited();
    }
    updateCursor();
  }

  private void drag(MouseEvent event, Point2D place) {
    if (panning) {
      view.pan(event.getX() - panStart.getX(), event.getY() - panStart.getY());
      panStart = new Point2D(event.getX(), event.getY());
    } else {
      tool.onDragged(event, place.getX(), place.getY());
    }
  }

  private void updateCursor() {
    Cursor panCursor = panning ? Cursor.CLOSED_HAND : Cursor.OPEN_HAND;
    setCursor(panning || spaceDown ? panCursor : tool.cursor());
  }

  private void onScroll(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      view.zoomAt(event.getX(), event.getY(), event.getDeltaY() / WHEEL_NOTCH);
      event.consume();
    }
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      spaceDown = event.getEventType() == KeyEvent.KEY_PRESSED;
      updateCursor();
      event.consume();
    }
  }
}
