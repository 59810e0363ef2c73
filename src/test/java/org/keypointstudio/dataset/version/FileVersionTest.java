package org.keypointstudio.dataset.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileVersionTest {
  @TempDir Path folder;

  private boolean isLater(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("file.json"), content);
    return FileVersion.isLater(file, "keypoint-studio-labels", 1);
  }

  @Test
  void a_higher_version_of_the_same_format_is_later() throws IOException {
    assertThat(isLater("{\"format\":\"keypoint-studio-labels\",\"version\":2,\"faces\":[]}"))
        .isTrue();
    assertThat(isLater("{\"version\":2,\"format\":\"keypoint-studio-labels\"}")).isTrue();
  }

  @Test
  void what_follows_the_head_need_not_be_understood() throws IOException {
    assertThat(isLater("{\"format\":\"keypoint-studio-labels\",\"version\":3,\"faces\":[{,,,"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"format\":\"keypoint-studio-labels\",\"version\":1}",
        "{\"format\":\"keypoint-studio-views\",\"version\":2}",
        "{\"format\":\"keypoint-studio-labels\",\"version\":\"2\"}",
        "{\"format\":\"keypoint-studio-labels\",\"version\":99999999999999999999}",
        "{\"faces\":[],\"format\":\"keypoint-studio-labels\",\"version\":2}",
        "{\"format\":\"keypoint-studio-labels\"",
        "[]",
        "",
        "what is this"
      })
  void anything_else_is_not(String content) throws IOException {
    assertThat(isLater(content)).isFalse();
  }

  @Test
  void a_missing_file_is_not() {
    assertThat(FileVersion.isLater(folder.resolve("none.json"), "keypoint-studio-labels", 1))
        .isFalse();
  }
}
