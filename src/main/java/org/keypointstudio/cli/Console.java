package org.keypointstudio.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.Progress;
import org.keypointstudio.task.TaskContext;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err problems, and progress on a terminal
 * @param terminal whether a person watches, so that a line may be overwritten
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {
  private static final long SECONDS_TO_TIDY_UP = 20;

  /** The console of this process. */
  public static Console ofProcess() {
    boolean interactive =
        Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
    boolean terminal = interactive && !"dumb".equals(System.getenv("TERM"));
    return new Console(writer(System.out), writer(System.err), terminal);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  /** A line for progress, on which nothing is shown where nobody watches. */
  ProgressLine progressLine() {
    return new ProgressLine(err, terminal);
  }

  /**
   * Does a command's work. If the process is told to end (Ctrl+C), the work is cancelled and has
   * some seconds to tidy up.
   *
   * @throws java.util.concurrent.CancellationException if that happened
   */
  <T> T run(BackgroundTask.Body<T> work) throws Exception {
    CancelToken token = new CancelToken();
    CountDownLatch done = new CountDownLatch(1);
    Thread ending =
        new Thread(
            () -> {
              token.cancel();
              awaitQuietly(done);
            },
            "cancel-on-exit");
    Runtime.getRuntime().addShutdownHook(ending);
    ProgressLine line = progressLine();
    try {
      return work.run(new TaskContext(token, progress -> line.show(describe(progress))));
    } finally {
      line.clear();
      done.countDown();
      if (!token.isCancelled()) {
        Runtime.getRuntime().removeShutdownHook(ending);
      }
    }
  }

  private static void awaitQuietly(CountDownLatch done) {
    try {
      boolean tidy = done.await(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS);
      if (!tidy) {
        Runtime.getRuntime().halt(1);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String describe(Progress progress) {
    double fraction = progress.fraction();
    return fraction < 0
        ? progress.message()
        : "%s %3.0f %%".formatted(progress.message(), 100 * fraction);
  }
}
