package org.keypointstudio.bench.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.keypointstudio.bench.open.ProgramPorts;
import org.keypointstudio.ui.shell.Studio;

/**
 * Shows the program's window, opens a folder of images in it and scrolls the gallery by a wheel's
 * notch a frame, so that new faces come with every second or third frame. Prints the milliseconds
 * from choosing the file to the faces, then the time of each frame, and the heap that was used at
 * most. In a process of its own.
 */
final class GalleryScroll {
  private static final int FRAMES_TO_SETTLE = 60;
  private static final int FRAMES = 600;
  private static final double NOTCH = 60;

  private final Studio studio;
  private final Path csv;
  private final List<Double> times = new ArrayList<>();
  private int frame;
  private int framesOpen;
  private long chosen;
  private long last;

  private GalleryScroll(Studio studio, Path csv) {
    this.studio = studio;
    this.csv = csv;
  }

  /** The CSV. */
  public static void main(String[] arguments) throws IOException {
    Path home = Files.createTempDirectory("folder-benchmark");
    Platform.startup(() -> show(Path.of(arguments[0]), home));
  }

  private static void show(Path csv, Path home) {
    Stage stage = new Stage();
    Studio studio = new Studio(ProgramPorts.in(home), () -> {});
    stage.setScene(studio.scene());
    stage.setWidth(1280);
    stage.setHeight(800);
    stage.show();
    GalleryScroll scroll = new GalleryScroll(studio, csv);
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        scroll.onFrame();
      }
    }.start();
  }

  private void onFrame() {
    frame++;
    if (frame == FRAMES_TO_SETTLE) {
      chosen = System.nanoTime();
      studio.files().open(csv);
    }
    if (studio.session().shownFaces().isEmpty()) {
      return;
    }
    framesOpen++;
    long now = System.nanoTime();
    if (framesOpen == 1) {
      print("shown", (now - chosen) / 1e6);
    } else if (framesOpen > FRAMES_TO_SETTLE) {
      times.add((now - last) / 1e6);
      if (studio.scene().getRoot().lookup(".gallery .virtual-flow")
          instanceof VirtualFlow<?> flow) {
        flow.scrollPixels(NOTCH);
      }
    }
    last = now;
    if (times.size() > FRAMES) {
      times.removeFirst();
      times.forEach(time -> print("frame", time));
      System.gc();
      print("heap", (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6);
      System.exit(0);
    }
  }

  private static void print(String kind, double value) {
    System.out.printf(Locale.ROOT, "%s\t%.2f%n", kind, value);
  }
}
