package org.keypointstudio.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole session in the window: look, correct, save, train, compare. */
class NoNetworkTest {
  private static final long PATIENCE_MINUTES = 6;

  @TempDir Path home;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void leave_no_process_behind() {
    started.forEach(Process::destroyForcibly);
  }

  /** Gives the process's exit value. */
  private int run(Path log, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@packaging/launch/jvm.options",
                "-XX:TieredStopAtLevel=1",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                GuardedRound.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log.toFile()))
            .start();
    started.add(process);
    assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  @Test
  void a_session_reaches_for_no_network() throws IOException, InterruptedException {
    Path log = home.resolve("session.log");

    int exitValue = run(log, home.toString());

    assertThat(log).content().contains("Attempts to reach a network: []");
    assertThat(exitValue).isZero();
  }

  @Test
  void the_guard_would_notice() throws IOException, InterruptedException {
    Path log = home.resolve("guard.log");

    int exitValue = run(log, home.toString(), "http://keypoint-studio.invalid/");

    assertThat(Files.readString(log)).contains("Attempts to reach a network: [http");
    assertThat(exitValue).isOne();
  }
}
