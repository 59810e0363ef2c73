package org.keypointstudio.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.keypointstudio.project.support.LogLine;
import org.slf4j.LoggerFactory;

class SessionLogTest {
  @Test
  void remembers_what_the_program_noted_without_what_fills_the_gaps() {
    SessionLog log = SessionLog.attach();
    try {
      LoggerFactory.getLogger("org.keypointstudio.Some")
          .warn("{} cannot be read", "/home/anna/x.csv", new NoSuchFileException("anna"));
      LoggerFactory.getLogger("some.library").error("Cannot load /home/anna/x.csv");
    } finally {
      log.stop();
    }

    assertThat(log.lines())
        .extracting(LogLine::sentence)
        .containsExactly("{} cannot be read", "(left out)");
    assertThat(log.lines().toString()).doesNotContain("anna").contains("NoSuchFileException");
  }
}
