package org.keypointstudio.bench.open;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.task.TaskContext;

/**
 * Opens a file as the program does and reads its bytes, in turns, in a process of its own that was
 * launched as the program is. Prints a line for each turn, with milliseconds of reading and of
 * opening, each on the clock and of the processors, and at the end the megabytes of heap that an
 * open data set takes.
 */
final class OpenTimes {
  private static final int BUFFER = 1 << 20;

  private OpenTimes() {}

  /** The file, and how many turns. */
  public static void main(String[] arguments) throws IOException, DataSetException {
    Path file = Path.of(arguments[0]);
    int turns = Integer.parseInt(arguments[1]);
    for (int turn = 0; turn < turns; turn++) {
      Span read = Span.of(() -> read(file));
      Span open = Span.of(() -> new DataSetFiles().open(file, TaskContext.unattended()).size());
      System.out.printf(
          Locale.ROOT,
          "turn\t%.2f\t%.2f\t%.2f\t%.2f%n",
          read.milliseconds(),
          read.processor(),
          open.milliseconds(),
          open.processor());
    }
    long before = usedHeap();
    FaceDataSet faces = new DataSetFiles().open(file, TaskContext.unattended());
    System.out.printf(Locale.ROOT, "heap\t%.1f\t%d%n", (usedHeap() - before) / 1e6, faces.size());
  }

  /** How much there was to do, so that it is done. */
  private interface Work {
    long done() throws IOException;
  }

  /**
   * What something took.
   *
   * @param milliseconds on the clock
   * @param processor milliseconds of all of the process's threads together
   */
  private record Span(double milliseconds, double processor) {
    static Span of(Work work) throws IOException {
      long processor = processorTime();
      long begun = System.nanoTime();
      if (work.done() <= 0) {
        throw new IOException("there is nothing in the file");
      }
      return new Span((System.nanoTime() - begun) / 1e6, (processorTime() - processor) / 1e6);
    }

    private static long processorTime() {
      return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
  }

  /** With one thread, from first to last; gives the number of bytes. */
  private static long read(Path file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
      }
    }
    return bytes;
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
