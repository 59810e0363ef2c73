package org.keypointstudio.project;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRoomTest {
  /** Weights of this many parameters fill any disk. */
  private static final long ENORMOUS = Long.MAX_VALUE / 64;

  @TempDir Path folder;

  @Test
  void a_run_that_would_not_fit_on_the_disk_is_refused_before_it_begins() throws IOException {
    try (RunFolderWriter writer = RunFolderWriter.begin(folder.resolve("runs/run"))) {
      assertThatThrownBy(() -> writer.requireRoom(ENORMOUS))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("MB are left")
          .hasMessageContaining("make room there");
    }
  }

  @Test
  void a_run_that_fits_begins() throws IOException {
    try (RunFolderWriter writer = RunFolderWriter.begin(folder.resolve("runs/run"))) {
      assertThatCode(() -> writer.requireRoom(1_000)).doesNotThrowAnyException();
    }
  }
}
