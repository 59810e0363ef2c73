package org.keypointstudio.cli;

import java.io.PrintWriter;

/** One line of a terminal that is written again and again. */
final class ProgressLine {
  private static final int WIDTH = 78;
  private static final long NANOS_BETWEEN = 100_000_000;

  private final PrintWriter out;
  private final boolean terminal;
  private long shownAt;
  private boolean shown;

  ProgressLine(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Shows a text in place of the last one, unless that was a moment ago. */
  synchronized void show(String text) {
    long now = System.nanoTime();
    if (terminal && (!shown || now - shownAt >= NANOS_BETWEEN)) {
      String fitting = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
      out.print("\r" + fitting + " ".repeat(WIDTH - fitting.length()));
      out.flush();
      shown = true;
      shownAt = now;
    }
  }

  /** Leaves an empty line. */
  synchronized void clear() {
    if (shown) {
      out.print("\r" + " ".repeat(WIDTH) + "\r");
      out.flush();
      shown = false;
    }
  }
}
