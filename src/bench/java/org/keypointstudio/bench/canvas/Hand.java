package org.keypointstudio.bench.canvas;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.CanvasSwitch;
import org.keypointstudio.ui.canvas.ViewTransform;
import org.keypointstudio.ui.shell.Studio;

/** What a person does with the mouse on the canvas while frames are measured. */
enum Hand {
  /** Nothing of the program's: what the toolkit needs to show that anything changed. */
  FLOOR("the toolkit by itself: a square of 8 px moves", MouseButton.NONE) {
    @Override
    void prepare(Studio studio) {
      Rectangle square = new Rectangle(8, 8);
      square.setId(SQUARE);
      square.setManaged(false);
      ((Pane) studio.scene().getRoot()).getChildren().add(square);
    }

    @Override
    void press(Studio studio, Node canvas) {}

    @Override
    void drag(Studio studio, Node canvas, int frame) {
      studio.scene().lookup("#" + SQUARE).setTranslateX(frame % 100);
    }

    @Override
    void release(Studio studio, Node canvas, int frame) {
      ((Pane) studio.scene().getRoot()).getChildren().remove(studio.scene().lookup("#" + SQUARE));
    }
  },
  /** One keypoint, with the magnifier beside it. */
  DRAG_ONE("dragging one keypoint, magnifier on", MouseButton.PRIMARY) {
    @Override
    void prepare(Studio studio) {
      studio.session().selectedKeypointProperty().set(KEYPOINT);
    }
  },
  /** All keypoints of the face. */
  DRAG_ALL("dragging all 68 keypoints", MouseButton.PRIMARY) {
    @Override
    void prepare(Studio studio) {
      studio.editing().selection().selectAll();
      studio.session().selectedKeypointProperty().set(KEYPOINT);
    }
  },
  /** The face, enlarged beyond the canvas, its pixels crisp. */
  PAN_CRISP("panning, crisp pixels", MouseButton.MIDDLE) {
    @Override
    void prepare(Studio studio) {
      studio.canvas().zoom(3);
    }
  },
  /** The face, enlarged beyond the canvas, its pixels blended. */
  PAN_SMOOTH("panning, smooth pixels", MouseButton.MIDDLE) {
    @Override
    void prepare(Studio studio) {
      studio.canvas().switchProperty(CanvasSwitch.SMOOTH).set(true);
      studio.canvas().zoom(3);
    }
  };

  private static final String SQUARE = "benchmark-square";
  private static final int KEYPOINT = 30;
  private static final double RADIUS = 60;
  private static final double TURN_PER_FRAME = 0.11;

  private final String title;
  private final MouseButton button;

  Hand(String title, MouseButton button) {
    this.title = title;
    this.button = button;
  }

  String title() {
    return title;
  }

  abstract void prepare(Studio studio);

  void press(Studio studio, Node canvas) {
    fire(studio, canvas, MouseEvent.MOUSE_PRESSED, 0);
  }

  /** Moves on along a circle. */
  void drag(Studio studio, Node canvas, int frame) {
    fire(studio, canvas, MouseEvent.MOUSE_DRAGGED, frame);
  }

  void release(Studio studio, Node canvas, int frame) {
    fire(studio, canvas, MouseEvent.MOUSE_RELEASED, frame);
    studio.session().selectedKeypointProperty().set(-1);
    studio.undoAll();
    studio.canvas().switchProperty(CanvasSwitch.SMOOTH).set(false);
    studio.canvas().fit();
  }

  private void fire(Studio studio, Node canvas, EventType<MouseEvent> type, int frame) {
    ViewTransform fitted =
        ViewTransform.fit(
            studio.canvas().imageSize(),
            canvas.getLayoutBounds().getWidth(),
            canvas.getLayoutBounds().getHeight());
    Annotation loaded =
        studio.session().openDataSet().orElseThrow().document().loadedLabels(0).annotation();
    double angle = frame * TURN_PER_FRAME;
    // A mouse stands on whole pixels.
    double x = Math.rint(fitted.toCanvasX(loaded.x(KEYPOINT)) + RADIUS * Math.sin(angle));
    double y = Math.rint(fitted.toCanvasY(loaded.y(KEYPOINT)) + RADIUS * (1 - Math.cos(angle)));
    boolean primary = button == MouseButton.PRIMARY;
    canvas.fireEvent(
        new MouseEvent(
            canvas, canvas, type, x, y, x, y, button, 1, false, false, false, false, primary,
            !primary, false, false, false, true, null));
  }
}
