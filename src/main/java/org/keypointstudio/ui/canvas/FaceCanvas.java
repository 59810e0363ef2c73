package org.keypointstudio.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Shows one face with layers over it, and hands the mouse to a tool. The wheel zooms at the cursor,
 * the middle button or Space pans, a double click beside the keypoints fits.
 *
 * <p>The face, what stands still over it, and what is dragged lie in three nodes, of which only
 * those are painted anew that look otherwise: to drag a keypoint renews a small part of the screen.
 */
public final class FaceCanvas extends Region {
  private static final double WHEEL_NOTCH = 40;

  private final CanvasViewModel view;
  private final CanvasTool tool;
  private final Supplier<Optional<Content>> content;
  private final List<Layer> layers = new ArrayList<>();
  private final ImageLayer picture = new ImageLayer();
  private final StillLayer still = new StillLayer();
  private final MovingLayer moving = new MovingLayer();
  private final Legend legend = new Legend();
  private final Magnifier magnifier = new Magnifier();
  private final Rectangle marquee = new Rectangle();
  private final Minimap minimap;
  private final Rectangle seen = new Rectangle();
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
    this.minimap = new Minimap(view);
    getStyleClass().add("face-canvas");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Face with keypoints");
    setFocusTraversable(true);
    setMinSize(0, 0);
    setClip(seen);
    marquee.getStyleClass().add("marquee");
    marquee.setManaged(false);
    marquee.setMouseTransparent(true);
    marquee.setVisible(false);
    getChildren()
        .addAll(picture.node(), still.node(), moving.node(), marquee, legend, minimap, magnifier);
    view.transformProperty().subscribe(_ -> requestLayout());
    view.pointRadiusProperty().subscribe(this::repaint);
    view.pointOpacityProperty().subscribe(this::repaint);
    for (CanvasSwitch each :
        List.of(
            CanvasSwitch.SMOOTH,
            CanvasSwitch.LEGEND,
            CanvasSwitch.MINIMAP,
            CanvasSwitch.MAGNIFIER)) {
      view.switchProperty(each).subscribe(this::repaint);
    }
    addEventHandler(MouseEvent.ANY, this::onMouse);
    addEventHandler(ScrollEvent.SCROLL, this::onScroll);
    addEventHandler(KeyEvent.ANY, this::onKey);
  }

  /** Puts a layer on top of those before; it is drawn while {@code shown} holds true. */
  public void addLayer(Overlay overlay, ObservableValue<Boolean> shown) {
    layers.add(new Layer(overlay, shown));
    shown.subscribe(this::repaint);
  }

  /** Puts a layer on top of those before; it is drawn while a switch of the view is on. */
  public void addLayer(Overlay overlay, CanvasSwitch shown) {
    addLayer(overlay, view.switchProperty(shown));
  }

  /** Paints everything anew with the next frame, however often it is called before that. */
  public void repaint() {
    still.invalidate();
    requestLayout();
  }

  /** Like {@link #repaint}, but nothing is another than the place of the dragged keypoints. */
  public void repaintMoving() {
    requestLayout();
  }

  /** Shows a frame that a person draws, in image coordinates, or none. */
  public void showMarquee(Optional<Rectangle2D> frame) {
    marquee.setVisible(frame.isPresent());
    frame.ifPresent(
        drawn -> {
          ViewTransform transform = view.transformProperty().get();
          marquee.setX(Math.rint(transform.toCanvasX(drawn.getMinX())) + 0.5);
          marquee.setY(Math.rint(transform.toCanvasY(drawn.getMinY())) + 0.5);
          marquee.setWidth(Math.rint(drawn.getWidth() * transform.scale()));
          marquee.setHeight(Math.rint(drawn.getHeight() * transform.scale()));
        });
  }

  @Override
  protected void layoutChildren() {
    if (seen.getWidth() != getWidth() || seen.getHeight() != getHeight()) {
      seen.setWidth(getWidth());
      seen.setHeight(getHeight());
      view.resizeCanvas(getWidth(), getHeight());
    }
    paint();
  }

  private void paint() {
    Optional<Content> shown = content.get();
    Optional<Image> image = shown.flatMap(Content::image);
    picture.show(image, view.look(), view.switchProperty(CanvasSwitch.SMOOTH).get(), screenScale());
    minimap.show(image, view.look());
    shown.map(Content::frame).ifPresentOrElse(frame -> paint(image, frame), this::clear);
  }

  private double screenScale() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : getScene().getWindow().getOutputScaleX();
  }

  private void clear() {
    still.clear();
    moving.node().setVisible(false);
    magnifier.setVisible(false);
    legend.setVisible(false);
  }

  private void paint(Optional<Image> image, CanvasFrame frame) {
    List<Overlay> shown =
        layers.stream().filter(layer -> layer.shown().getValue()).map(Layer::overlay).toList();
    still.show(frame, shown, screenScale());
    moving.paint(
        frame.withPart(CanvasFrame.Part.MOVING),
        shown.stream().filter(Overlay::paintsParts).toList());
    magnifier.show(image, frame, view.switchProperty(CanvasSwitch.MAGNIFIER).get());
    legend.show(
        frame.models(),
        view.switchProperty(CanvasSwitch.LEGEND).get()
            && view.switchProperty(CanvasSwitch.PREDICTIONS).get());
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
    // With Shift the system may turn the wheel sideways.
    double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
    if (delta != 0 && !tool.onScrolled(event, delta / WHEEL_NOTCH)) {
      view.zoomAt(event.getX(), event.getY(), delta / WHEEL_NOTCH);
    }
    event.consume();
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      spaceDown = event.getEventType() == KeyEvent.KEY_PRESSED;
      updateCursor();
      event.consume();
    }
  }
}
