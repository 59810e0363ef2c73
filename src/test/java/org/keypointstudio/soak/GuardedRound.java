package org.keypointstudio.soak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A process that does the soak's script once under a {@link NetworkGuard} and says what the guard
 * noted. With a second argument it opens that address besides, to show that the guard is awake.
 */
final class GuardedRound {
  private static final SoakScript.Effort EFFORT = new SoakScript.Effort(3, Duration.ofSeconds(1));

  private GuardedRound() {}

  /**
   * Does the round.
   *
   * @param arguments a folder to work in, and perhaps an address to open
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    NetworkGuard guard = NetworkGuard.install();
    if (arguments.length > 1) {
      open(arguments[1]);
    } else {
      doRound(Path.of(arguments[0]));
    }
    List<String> attempts = guard.attempts();
    System.out.println("Attempts to reach a network: " + attempts);
    System.exit(attempts.isEmpty() ? 0 : 1);
  }

  private static void open(String address) {
    try (var in = URI.create(address).toURL().openStream()) {
      in.readAllBytes();
    } catch (IOException unreachable) {
      System.out.println("As expected: " + unreachable);
    }
  }

  private static void doRound(Path home) throws IOException, InterruptedException {
    List<String> lines = Files.readAllLines(Path.of("sample-data/training.csv"));
    Path data = Files.write(home.resolve("training.csv"), lines.subList(0, 61));
    new SoakScript(SoakWindow.open(home).studio(), data, EFFORT).doRound(0);
  }
}
