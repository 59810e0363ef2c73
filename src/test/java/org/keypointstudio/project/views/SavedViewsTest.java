package org.keypointstudio.project.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedViewsTest {
  private @TempDir Path folder;

  @Test
  void views_are_read_as_they_were_written() throws IOException {
    Path file = folder.resolve("project").resolve("views.json");
    List<SavedView> views =
        List.of(
            new SavedView("dark \"ones\"", "", "brightness<40", "-sharpness"),
            new SavedView("Übrige", "MISSING", "", ""));

    new SavedViews(file).write(views);

    assertThat(new SavedViews(file).read()).isEqualTo(views);
  }

  @Test
  void without_a_file_there_are_none() throws IOException {
    assertThat(new SavedViews(folder.resolve("views.json")).read()).isEmpty();
  }

  @Test
  void a_broken_file_is_named_and_stays() throws IOException {
    Path file = Files.writeString(folder.resolve("views.json"), "{\"format\": ");

    assertThatThrownBy(() -> new SavedViews(file).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("not whole JSON");
    assertThat(file).hasContent("{\"format\": ");
  }

  @Test
  void a_file_of_another_kind_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("views.json"), "{\"format\": \"other\"}");

    assertThatThrownBy(() -> new SavedViews(file).read())
        .hasMessageContaining("keypoint-studio-views");
  }
}
