package org.keypointstudio.project.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.project.settings.UserSettings;

class ErrorReportTest {
  private static final String SECRET = "/home/anna/patients/berta.csv";

  @TempDir Path folder;

  private static ErrorReport report() {
    FailureTrace failure =
        FailureTrace.of(
            new IllegalStateException(
                "about " + SECRET, new UncheckedIOException(new NoSuchFileException(SECRET))));
    UserSettings settings =
        UserSettings.defaults()
            .withRecentFile(Path.of(SECRET))
            .withTheme(UserSettings.Theme.DARK)
            .withKeys(Map.of("SAVE", List.of("Shortcut+S")));
    LogLine line =
        new LogLine(
            Instant.EPOCH,
            "WARN",
            "org.keypointstudio.Some",
            "The settings in {} cannot be stored",
            Optional.of(failure));
    return ErrorReport.of(
        List.of(failure), List.of("A data set of 3 faces is open."), List.of(line), settings);
  }

  private static Map<String, String> read(Path archive) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void the_archive_tells_what_happened_where_and_in_which_version() throws IOException {
    Path archive = folder.resolve("report.zip");

    report().write(archive);

    Map<String, String> files = read(archive);
    assertThat(files)
        .containsOnlyKeys("what-happened.txt", "versions.txt", "log.txt", "settings.json");
    assertThat(files.get("what-happened.txt"))
        .contains("A data set of 3 faces is open.")
        .contains("java.lang.IllegalStateException")
        .contains("Caused by: java.nio.file.NoSuchFileException")
        .contains("at org.keypointstudio.project.support.ErrorReportTest.report");
    assertThat(files.get("versions.txt")).contains("Keypoint Studio", "os.name", "cores");
    assertThat(files.get("log.txt"))
        .contains("WARN org.keypointstudio.Some The settings in {} cannot be stored");
    assertThat(files.get("settings.json")).contains("DARK", "Shortcut+S");
  }

  @Test
  void no_path_no_file_and_no_name_gets_into_it() {
    assertThat(report().text()).doesNotContain("anna", "patients", "berta", ".csv", "about");
    assertThat(report().text())
        .doesNotContain(System.getProperty("user.home") + "/", System.getProperty("user.dir"));
  }

  @Test
  void what_java_says_of_the_programs_own_names_is_kept() {
    assertThat(FailureTrace.of(new NullPointerException("Cannot invoke \"Face.x()\"")).lines())
        .first()
        .isEqualTo("java.lang.NullPointerException: Cannot invoke \"Face.x()\"");
  }

  @Test
  void a_cause_that_is_its_own_cause_ends() {
    Exception inner = new Exception();
    Exception outer = new Exception(inner);
    inner.initCause(outer);

    assertThat(FailureTrace.of(outer).lines()).hasSizeLessThan(1000);
  }

  @Test
  void a_report_that_cannot_be_written_is_told_in_a_sentence() {
    assertThatThrownBy(() -> report().write(folder.resolve("none/report.zip")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("could not be written")
        .hasMessageContaining("choose a folder");
  }
}
