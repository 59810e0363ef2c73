package org.keypointstudio.ui.canvas.tools;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.keypointstudio.ui.canvas.CanvasTool;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.tools.SelectionBox.Handle;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Selects, drags and places keypoints with the primary button; the secondary button changes a
 * keypoint between visible and occluded; a double click on a ghost accepts it, and one beside the
 * keypoints fits the image.
 *
 * <p>A drag beside the keypoints draws a frame and selects what lies in it; Shift or Ctrl selects
 * besides what is selected already. Keypoints that are selected together are dragged together, and
 * scaled and turned by the handles of their frame, or with Alt and the wheel.
 */
public final class PointTool implements CanvasTool {
  private static final double REACH = 12;
  private static final double DRAG_THRESHOLD = 2;
  private static final double TURN_PER_NOTCH = 1;
  private static final double SCALE_PER_NOTCH = 1.01;
  private static final double ROUND_TURN = 15;

  private final KeypointEditingViewModel editing;
  private final CanvasViewModel view;
  private final IntConsumer acceptGhost;
  private Optional<Gesture> gesture = Optional.empty();
  private Point2D pressed = Point2D.ZERO;
  private Point2D lastMoved = Point2D.ZERO;
  private boolean moved;

  /** What the drag that began with a press does. */
  private interface Gesture {
    void drag(MouseEvent event, Point2D place);

    /**
     * The button went up.
     *
     * @param dragged whether the mouse moved in between
     */
    void release(MouseEvent event, boolean dragged);
  }

  /**
   * The tool over an editing model.
   *
   * @param acceptGhost makes the ghost of a keypoint its label
   */
  public PointTool(
      KeypointEditingViewModel editing, CanvasViewModel view, IntConsumer acceptGhost) {
    this.editing = editing;
    this.view = view;
    this.acceptGhost = acceptGhost;
  }

  /** How near the mouse must be to a keypoint, in image pixels. */
  private double reach() {
    return REACH / view.transformProperty().get().scale();
  }

  @Override
  public void onPressed(MouseEvent event, double imageX, double imageY) {
    int hit = editing.keypointAt(imageX, imageY, reach());
    gesture = Optional.empty();
    moved = false;
    pressed = new Point2D(event.getX(), event.getY());
    if (event.getButton() == MouseButton.SECONDARY && hit != StudioSession.NONE) {
      editing.toggleOccluded(hit);
    } else if (event.getButton() == MouseButton.PRIMARY) {
      gesture = begin(event, new Point2D(imageX, imageY), hit);
    }
  }

  private Optional<Gesture> begin(MouseEvent event, Point2D place, int hit) {
    Optional<Handle> handle = handleAt(pressed);
    if (hit != StudioSession.NONE) {
      return beginOn(hit, event, place);
    }
    if (handle.isPresent()) {
      return selectionBox().map(box -> new HandleDrag(box, handle.get(), place));
    }
    if (event.getClickCount() == 2) {
      view.fit();
      return Optional.empty();
    }
    boolean adding = isAdding(event);
    boolean placing = editing.awaitsPlacing();
    if (!adding) {
      editing.press(place.getX(), place.getY(), reach());
    }
    return placing && !adding ? Optional.empty() : Optional.of(new Marquee(place, adding));
  }

  private Optional<Gesture> beginOn(int hit, MouseEvent event, Point2D place) {
    KeypointSelection selection = editing.selection();
    if (isAdding(event)) {
      selection.toggle(hit);
      return Optional.empty();
    }
    if (selection.isGroup() && selection.keypoints().contains(hit)) {
      return Optional.of(new GroupDrag(hit, place));
    }
    boolean ghostInHand = editing.isSelectedGhost(hit);
    if (ghostInHand && event.getClickCount() == 2) {
      acceptGhost.accept(hit);
      return Optional.empty();
    }
    editing.press(place.getX(), place.getY(), reach());
    return editing
        .handle(hit)
        .map(
            held ->
                new PointDrag(place, new Point2D(held.x(), held.y()).subtract(place), ghostInHand));
  }

  private static boolean isAdding(MouseEvent event) {
    return event.isShiftDown() || event.isShortcutDown();
  }

  private Optional<SelectionBox> selectionBox() {
    return editing
        .displayedAnnotation()
        .flatMap(annotation -> SelectionBox.about(annotation, editing.selection().keypoints()));
  }

  private Optional<Handle> handleAt(Point2D canvasPlace) {
    return selectionBox().flatMap(box -> box.handleAt(canvasPlace, view.transformProperty().get()));
  }

  @Override
  public void onDragged(MouseEvent event, double imageX, double imageY) {
    moved = moved || pressed.distance(event.getX(), event.getY()) >= DRAG_THRESHOLD;
    if (moved) {
      gesture.ifPresent(begun -> begun.drag(event, new Point2D(imageX, imageY)));
    }
  }

  @Override
  public void onReleased(MouseEvent event, double imageX, double imageY) {
    // A busy machine leaves out movements of the mouse: only the release says where it ended.
    onDragged(event, imageX, imageY);
    gesture.ifPresent(begun -> begun.release(event, moved));
    gesture = Optional.empty();
  }

  @Override
  public void onMoved(double imageX, double imageY) {
    lastMoved =
        new Point2D(
            view.transformProperty().get().toCanvasX(imageX),
            view.transformProperty().get().toCanvasY(imageY));
    editing.hoveredKeypointProperty().set(editing.keypointAt(imageX, imageY, reach()));
  }

  @Override
  public void onExited() {
    editing.hoveredKeypointProperty().set(StudioSession.NONE);
  }

  /** With Alt the wheel turns keypoints that are selected together, with Shift too it scales. */
  @Override
  public boolean onScrolled(ScrollEvent event, double notches) {
    if (!event.isAltDown() || !editing.selection().isGroup()) {
      return false;
    }
    if (event.isShiftDown()) {
      editing.scaleGroup(Math.pow(SCALE_PER_NOTCH, notches));
    } else {
      editing.turnGroup(notches * TURN_PER_NOTCH);
    }
    return true;
  }

  @Override
  public Cursor cursor() {
    if (editing.hoveredKeypointProperty().get() != StudioSession.NONE) {
      return Cursor.HAND;
    }
    return handleAt(lastMoved).map(PointTool::cursor).orElse(Cursor.CROSSHAIR);
  }

  private static Cursor cursor(Handle handle) {
    return switch (handle) {
      case TOP_LEFT, BOTTOM_RIGHT -> Cursor.NW_RESIZE;
      case TOP_RIGHT, BOTTOM_LEFT -> Cursor.NE_RESIZE;
      case TURN -> Cursor.MOVE;
    };
  }

  /**
   * One keypoint follows the mouse, held where it was taken. A mere click on a ghost in hand places
   * its keypoint there.
   */
  private final class PointDrag implements Gesture {
    private final Point2D start;
    private final Point2D grip;
    private final boolean placesOnClick;

    PointDrag(Point2D start, Point2D grip, boolean placesOnClick) {
      this.start = start;
      this.grip = grip;
      this.placesOnClick = placesOnClick;
    }

    @Override
    public void drag(MouseEvent event, Point2D place) {
      editing.dragTo(place.getX() + grip.getX(), place.getY() + grip.getY());
    }

    @Override
    public void release(MouseEvent event, boolean dragged) {
      if (placesOnClick && !dragged) {
        editing.placeSelected(start.getX(), start.getY());
      } else {
        editing.drop();
      }
    }
  }

  /** All selected keypoints follow the mouse; a mere click selects the one under it. */
  private final class GroupDrag implements Gesture {
    private final int hit;
    private final Point2D start;

    GroupDrag(int hit, Point2D start) {
      this.hit = hit;
      this.start = start;
    }

    @Override
    public void drag(MouseEvent event, Point2D place) {
      editing.dragGroup(place.getX() - start.getX(), place.getY() - start.getY());
    }

    @Override
    public void release(MouseEvent event, boolean dragged) {
      if (dragged) {
        editing.group().drop("Move");
      } else {
        editing.selection().select(List.of(hit));
      }
    }
  }

  /** The frame is scaled or turned; with Shift it turns by round angles. */
  private final class HandleDrag implements Gesture {
    private final Handle handle;
    private final Point2D pivot;
    private final Point2D start;

    HandleDrag(SelectionBox box, Handle handle, Point2D place) {
      this.handle = handle;
      this.pivot = box.pivot(handle);
      this.start = place.subtract(pivot);
    }

    @Override
    public void drag(MouseEvent event, Point2D place) {
      Point2D arm = place.subtract(pivot);
      if (handle == Handle.TURN) {
        double degrees =
            Math.toDegrees(
                Math.atan2(arm.getY(), arm.getX()) - Math.atan2(start.getY(), start.getX()));
        double turn = event.isShiftDown() ? ROUND_TURN * Math.rint(degrees / ROUND_TURN) : degrees;
        editing.group().drag(GroupEditing.turnAbout(pivot, turn));
      } else {
        double along = arm.dotProduct(start) / start.dotProduct(start);
        editing.group().drag(GroupEditing.scaleAbout(pivot, Math.max(0, along)));
      }
    }

    @Override
    public void release(MouseEvent event, boolean dragged) {
      editing.group().drop(handle == Handle.TURN ? "Turn" : "Scale");
    }
  }

  /** A frame between the press and the mouse. */
  private final class Marquee implements Gesture {
    private final Point2D corner;
    private final boolean adding;

    Marquee(Point2D corner, boolean adding) {
      this.corner = corner;
      this.adding = adding;
    }

    @Override
    public void drag(MouseEvent event, Point2D place) {
      editing
          .selection()
          .drawMarquee(
              new Rectangle2D(
                  Math.min(corner.getX(), place.getX()),
                  Math.min(corner.getY(), place.getY()),
                  Math.abs(place.getX() - corner.getX()),
                  Math.abs(place.getY() - corner.getY())));
    }

    @Override
    public void release(MouseEvent event, boolean dragged) {
      editing.selection().closeMarquee(adding);
    }
  }
}
