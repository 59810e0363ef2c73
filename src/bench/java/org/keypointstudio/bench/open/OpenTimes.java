package org.keypointstudio.bench.open;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.task.TaskContext;

/**
 * Opens a file as the program does and reads its bytes, in turns, in a process of its own that was
 * launched as the program is. Prints a line for each turn: milliseconds of reading, milliseconds of
 * opening, and at the end the megabytes of heap that an open data set takes.
 */
final class OpenTimes {
  private static final int BUFFER = 1 << 20;

  private OpenTimes() {}

  /** The file, and how many turns. */
  public static void main(String[] arguments) throws IOException, DataSetException {
    Path file = Path.of(arguments[0]);
    int turns = Integer.parseInt(arguments[1]);
    for (int turn = 0; turn < turns; turn++) {
      double read = read(file);
      long begun = System.nanoTime();
      FaceDataSet faces = new DataSetFiles().open(file, TaskContext.unattended());
      double opened = (System.nanoTime() - begun) / 1e6;
      System.out.printf(Locale.ROOT, "turn\t%.2f\t%.2f\t%d%n", read, opened, faces.size());
    }
    long before = usedHeap();
    FaceDataSet faces = new DataSetFiles().open(file, TaskContext.unattended());
    System.out.printf(Locale.ROOT, "heap\t%.1f\t%d%n", (usedHeap() - before) / 1e6, faces.size());
  }

  /** With one thread, from first to last. */
  private static double read(Path file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long begun = System.nanoTime();
    try (InputStream in = Files.newInputStream(file)) {
      while (in.read(buffer) >= 0) {
        // The bytes are not looked at.
      }
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
