package org.keypointstudio.bench.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.keypointstudio.ui.shell.Studio;

/**
 * Shows the program's window, opens files in it one after the other, and prints for each the
 * milliseconds from there to the frame in which one of its faces is on the screen, and to the one
 * in which all of them can be browsed. In a process of its own.
 */
final class FirstFace {
  private static final int FRAMES_TO_SETTLE = 60;

  /** In the frames before, the gallery may show what was there. */
  private static final int FRAMES_TO_LAY_OUT = 2;

  private final Studio studio;
  private final Deque<Path> files;
  private final FaceOnScreen screen = new FaceOnScreen();
  private int frame;
  private int framesOpen;
  private boolean seen;
  private long chosen;

  private FirstFace(Studio studio, List<Path> files) {
    this.studio = studio;
    this.files = new ArrayDeque<>(files);
  }

  /** The files. */
  public static void main(String[] arguments) throws IOException {
    List<Path> files = Stream.of(arguments).map(Path::of).toList();
    Path home = Files.createTempDirectory("open-benchmark");
    Platform.startup(() -> show(files, home));
  }

  private static void show(List<Path> files, Path home) {
    Stage stage = new Stage();
    Studio studio = new Studio(ProgramPorts.in(home), () -> {});
    stage.setScene(studio.scene());
    stage.show();
    FirstFace measure = new FirstFace(studio, files);
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        measure.onFrame();
      }
    }.start();
  }

  private void onFrame() {
    frame++;
    if (frame == FRAMES_TO_SETTLE) {
      chosen = System.nanoTime();
      studio.files().open(files.element());
    } else if (frame > FRAMES_TO_SETTLE) {
      look();
    }
  }

  private void look() {
    boolean first = studio.files().firstFaces().shownProperty().get().isPresent();
    boolean open =
        studio
            .session()
            .openDataSet()
            .filter(data -> data.dataSet().path().equals(files.element()))
            .isPresent();
    framesOpen += open && !first ? 1 : 0;
    boolean all = framesOpen > FRAMES_TO_LAY_OUT;
    if ((all || first && !seen) && screen.isSeen(studio.scene().getRoot())) {
      if (!seen) {
        print("first face");
      }
      seen = true;
      if (all) {
        print("browsable");
        next();
      }
    }
  }

  private void print(String what) {
    System.out.printf(Locale.ROOT, "%s\t%.1f%n", what, (System.nanoTime() - chosen) / 1e6);
  }

  private void next() {
    files.remove();
    frame = 0;
    framesOpen = 0;
    seen = false;
    if (files.isEmpty()) {
      System.exit(0);
    }
  }
}
