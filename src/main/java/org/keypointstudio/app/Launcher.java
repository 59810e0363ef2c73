package org.keypointstudio.app;

/**
 * Entry point. It extends no JavaFX class, so that JavaFX may lie on the class path and a command
 * without a window never loads it.
 */
public final class Launcher {
  private Launcher() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new AppContext().commandLine().execute(arguments));
  }
}
