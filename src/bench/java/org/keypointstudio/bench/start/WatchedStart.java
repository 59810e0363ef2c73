package org.keypointstudio.bench.start;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Window;
import org.keypointstudio.app.Launcher;
import org.keypointstudio.bench.open.FaceOnScreen;

/**
 * Starts the program as its launcher does, prints a line when its window shows and one when a face
 * is on the screen, and ends it then. What is measured is when these lines arrive outside.
 */
final class WatchedStart {
  private static final long NANOS_BETWEEN_LOOKS = 5_000_000;

  private final FaceOnScreen screen = new FaceOnScreen();
  private boolean shown;

  private WatchedStart() {}

  /** The arguments of the program. */
  public static void main(String[] arguments) {
    System.out.println("java");
    Thread.ofPlatform().daemon().start(WatchedStart::watchOnceThereIsAWindow);
    Launcher.main(arguments);
  }

  private static void watchOnceThereIsAWindow() {
    while (true) {
      LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
      try {
        Platform.runLater(() -> new WatchedStart().watch());
        return;
      } catch (IllegalStateException _) {
        // JavaFX has not started yet; there is no way to ask.
      }
    }
  }

  private void watch() {
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        Window.getWindows().stream()
            .filter(Window::isShowing)
            .findFirst()
            .ifPresent(it -> look(it));
      }
    }.start();
  }

  private void look(Window window) {
    if (!shown) {
      shown = true;
      System.out.println("window");
    }
    if (screen.isSeen(window.getScene().getRoot())) {
      System.out.println("face");
      print("processors", processorMilliseconds());
      print("classes", ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
      Runtime.getRuntime().halt(0);
    }
  }

  private static double processorMilliseconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e6;
  }

  private static void print(String what, double value) {
    System.out.printf(Locale.ROOT, "%s\t%.0f%n", what, value);
  }
}
