package org.keypointstudio.project.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.project.ProjectFolder;

class EditLockTest {
  private @TempDir Path folder;

  private ProjectFolder project() {
    return new ProjectFolder(folder.resolve("training.csv.keypoint-studio"));
  }

  private EditLock take() throws IOException {
    EditLock.Answer answer = EditLock.take(project());
    assertThat(answer).isInstanceOf(EditLock.Taken.class);
    return ((EditLock.Taken) answer).lock();
  }

  @Test
  void a_second_window_is_told_who_has_the_project() throws IOException {
    try (EditLock _ = take()) {
      assertThat(EditLock.take(project()))
          .isInstanceOfSatisfying(
              EditLock.Held.class,
              held ->
                  assertThat(held.owner()).contains("process " + ProcessHandle.current().pid()));
    }
  }

  @Test
  void when_the_first_window_closes_the_second_can_have_it() throws IOException {
    take().close();

    take().close();
  }

  @Test
  void nothing_is_left_of_a_lock_in_a_project_in_which_nothing_was_kept() throws IOException {
    take().close();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void what_was_kept_in_the_project_stays() throws IOException {
    EditLock lock = take();
    Path labels = Files.writeString(project().labels(), "{}");

    lock.close();

    assertThat(project().path()).isDirectoryContaining(file -> file.equals(labels));
  }

  @Test
  void the_file_of_a_program_that_was_killed_keeps_nobody_out() throws IOException {
    Files.createDirectories(project().path());
    Files.writeString(project().path().resolve("editing.lock"), "process 1, since 12:00\nx\n");

    take().close();
  }
}
