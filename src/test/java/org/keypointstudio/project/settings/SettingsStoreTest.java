package org.keypointstudio.project.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
  private @TempDir Path folder;

  @Test
  void settings_come_back_as_they_were_stored() throws IOException {
    Path file = folder.resolve("new/settings.json");
    UserSettings settings =
        UserSettings.defaults()
            .withRecentFile(Path.of("a.csv"))
            .withTheme(UserSettings.Theme.DARK)
            .withKeys(Map.of("SAVE", List.of("Shortcut+J")))
            .withCanvas(CanvasSettings.defaults().withSwitch("NAMES", true).withPoints(6, 0.5));

    new SettingsStore(file).store(settings);

    assertThat(new SettingsStore(file).load().settings()).isEqualTo(settings);
    assertThat(file.getParent().toFile().list()).containsExactly("settings.json");
  }

  @Test
  void a_first_start_has_the_defaults() {
    assertThat(new SettingsStore(folder.resolve("settings.json")).load().settings())
        .isEqualTo(UserSettings.defaults());
  }

  @Test
  void what_an_earlier_version_did_not_store_has_its_default() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("settings.json"),
            "{\"recentFiles\": [\"/a.csv\"], \"theme\": \"DARK\", \"canvas\": {\"pointRadius\":"
                + " 7}}");

    UserSettings settings = new SettingsStore(file).load().settings();

    assertThat(settings.theme()).isEqualTo(UserSettings.Theme.DARK);
    assertThat(settings.keys()).isEmpty();
    assertThat(settings.canvas()).isEqualTo(CanvasSettings.defaults().withPoints(7, 1));
  }

  @Test
  void settings_that_cannot_be_understood_are_set_aside() throws IOException {
    Path file = Files.writeString(folder.resolve("settings.json"), "{ \"theme\": \"purple\"");

    SettingsStore.Loaded loaded = new SettingsStore(file).load();

    assertThat(loaded.settings()).isEqualTo(UserSettings.defaults());
    assertThat(loaded.problem())
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .contains("the usual ones are used", "settings.json.unreadable"));
    assertThat(folder.resolve("settings.json.unreadable")).content().contains("purple");
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"recentFiles\": 7}",
        "{\"keys\": {\"SAVE\": 1}}",
        "{\"theme\": \"PURPLE\"}",
        "{\"canvas\": null}",
        "{\"recentFiles\": [null]}"
      })
  void no_content_keeps_the_program_from_starting(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("settings.json"), content);

    assertThat(new SettingsStore(file).load().settings()).isNotNull();
  }

  @Test
  void what_a_later_version_stored_besides_stays() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("settings.json"), "{\"theme\": \"DARK\", \"moods\": [\"sunny\"]}");
    SettingsStore store = new SettingsStore(file);

    store.store(store.load().settings().withTheme(UserSettings.Theme.LIGHT));

    assertThat(file).content().contains("sunny", "LIGHT").doesNotContain("DARK");
    assertThat(store.load().settings().theme()).isEqualTo(UserSettings.Theme.LIGHT);
  }

  @Test
  void the_ten_latest_files_are_remembered_each_once() {
    UserSettings settings = UserSettings.defaults();
    for (int i = 0; i < 12; i++) {
      settings = settings.withRecentFile(Path.of("file" + i));
    }
    settings = settings.withRecentFile(Path.of("file5"));

    assertThat(settings.recentFiles())
        .hasSize(10)
        .doesNotHaveDuplicates()
        .first()
        .isEqualTo(Path.of("file5").toAbsolutePath().toString());
  }
}
