package org.keypointstudio.ui.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.keypointstudio.ui.export.PngWriter;
import org.keypointstudio.ui.thread.UiThread;

/** Uses a window from another thread: waits, presses and drags the mouse, takes pictures. */
public final class WindowDriver {
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int FRAMES_TO_SETTLE = 6;

  private final Scene scene;
  private final UiThread uiThread;
  private final PngWriter pngWriter = new PngWriter();

  /** A driver of a window that is shown. */
  public WindowDriver(Scene scene, UiThread uiThread) {
    this.scene = scene;
    this.uiThread = uiThread;
  }

  /** Does something on the window's thread and waits for it. */
  public void perform(Runnable action) throws InterruptedException {
    ask(
        () -> {
          action.run();
          return true;
        });
  }

  /** Asks something on the window's thread. */
  public <T> T ask(Supplier<T> question) throws InterruptedException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    uiThread.execute(
        () -> {
          try {
            answer.complete(question.get());
          } catch (RuntimeException problem) {
            answer.completeExceptionally(problem);
          }
        });
    try {
      return answer.get();
    } catch (ExecutionException problem) {
      throw new IllegalStateException("The window failed", problem.getCause());
    }
  }

  /** Waits until something holds on the window's thread. */
  public void waitUntil(BooleanSupplier condition) throws InterruptedException {
    while (!ask(condition::getAsBoolean)) {
      Thread.sleep(PAUSE);
    }
  }

  /** Waits until what was asked for in the background is on the screen. */
  public void settle() throws InterruptedException {
    for (int frame = 0; frame < FRAMES_TO_SETTLE; frame++) {
      CompletableFuture<Boolean> drawn = new CompletableFuture<>();
      uiThread.onNextFrame(() -> drawn.complete(true));
      drawn.join();
      Thread.sleep(PAUSE);
    }
  }

  /** Drags with the left button, from one place of a node to another, in steps. */
  public void drag(Node node, Point2D from, Point2D to) throws InterruptedException {
    perform(() -> fire(node, MouseEvent.MOUSE_PRESSED, from));
    int steps = 8;
    for (int step = 1; step <= steps; step++) {
      Point2D place = from.interpolate(to, (double) step / steps);
      perform(() -> fire(node, MouseEvent.MOUSE_DRAGGED, place));
    }
    perform(() -> fire(node, MouseEvent.MOUSE_RELEASED, to));
  }

  private static void fire(Node node, EventType<MouseEvent> type, Point2D place) {
    Point2D inScene = node.localToScene(place);
    Point2D onScreen = node.localToScreen(place);
    Event.fireEvent(
        node,
        new MouseEvent(
            type,
            inScene.getX(),
            inScene.getY(),
            onScreen.getX(),
            onScreen.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            type != MouseEvent.MOUSE_RELEASED,
            false,
            false,
            true,
            false,
            true,
            null));
  }

  /** Writes what the window shows. */
  public void picture(Path file) throws InterruptedException, IOException {
    settle();
    WritableImage image = ask(() -> scene.snapshot(null));
    pngWriter.write(image, file);
  }
}
