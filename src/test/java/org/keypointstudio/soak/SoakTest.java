package org.keypointstudio.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Uses the window for as many minutes as the system property {@code soak.minutes} says, and looks
 * whether what it holds stays bounded. {@link NoNetworkTest} does the script once.
 */
@EnabledIfSystemProperty(named = "soak.minutes", matches = "\\d+")
class SoakTest {
  private static final SoakScript.Effort EFFORT = new SoakScript.Effort(12, Duration.ofSeconds(4));

  private @TempDir Path home;
  private SoakWindow window;

  @BeforeEach
  void show_the_window() {
    window = SoakWindow.open(home);
  }

  @AfterEach
  void end() throws InterruptedException {
    window.end();
  }

  @Test
  void what_the_program_holds_stays_bounded() throws IOException, InterruptedException {
    Path data = home.resolve("training.csv");
    Files.copy(Path.of("sample-data/training.csv"), data);
    List<Footprint> footprints =
        soak(
            new SoakScript(window.studio(), data, EFFORT),
            Duration.ofMinutes(Long.getLong("soak.minutes", 0)));
    SoakReport.write(Path.of(System.getProperty("soak.report", "target/soak.md")), footprints);

    for (Bound bound : Bound.values()) {
      assertThat(bound.holds(footprints))
          .as(
              "%s grows by %.1f an hour, and may by %.1f",
              bound.title(), bound.growth(footprints), bound.mostPerHour())
          .isTrue();
    }
  }

  private static List<Footprint> soak(SoakScript script, Duration wanted)
      throws IOException, InterruptedException {
    List<Footprint> footprints = new ArrayList<>();
    long begin = System.nanoTime();
    long end = begin + wanted.toNanos();
    for (int round = 1; System.nanoTime() < end; round++) {
      script.doRound(round);
      double minutes = (System.nanoTime() - begin) / 60e9;
      footprints.add(Footprint.measure(minutes, round));
      System.out.println(footprints.getLast());
    }
    return footprints;
  }
}
