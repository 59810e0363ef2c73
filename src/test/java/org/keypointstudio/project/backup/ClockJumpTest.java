package org.keypointstudio.project.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.project.ProjectFolder;

class ClockJumpTest {
  private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

  @TempDir Path folder;

  private final Deque<Instant> times = new ArrayDeque<>();

  private List<String> contentsAfterSaving(String... contents) throws IOException {
    Path data = folder.resolve("training.csv");
    Backups backups = new Backups(ProjectFolder.of(data, folder), times::removeFirst);
    for (String content : contents) {
      Files.deleteIfExists(data);
      Files.writeString(data, content);
      assertThat(backups.keep(data, 2)).isEmpty();
    }
    return backups.list().stream()
        .map(version -> org.assertj.core.util.Files.contentOf(version.data().toFile(), "UTF-8"))
        .toList();
  }

  @Test
  void a_clock_that_is_set_back_does_not_delete_the_latest_version() throws IOException {
    times.addAll(List.of(NOON, NOON.minusSeconds(3600), NOON.minusSeconds(7200)));

    assertThat(contentsAfterSaving("first", "second", "third")).containsExactly("third", "second");
  }

  @Test
  void two_versions_of_the_same_moment_are_two_versions() throws IOException {
    times.addAll(List.of(NOON, NOON));

    assertThat(contentsAfterSaving("first", "second")).containsExactly("second", "first");
  }
}
