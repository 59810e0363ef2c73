package org.keypointstudio.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFolderTest {
  private static final Path HOME = Path.of("home");

  @Test
  void linux_keeps_it_among_the_persons_data() {
    assertThat(UserFolder.of("Linux", HOME, Map.of()))
        .isEqualTo(HOME.resolve(".local/share/keypoint-studio"));
    assertThat(UserFolder.of("Linux", HOME, Map.of("XDG_DATA_HOME", "elsewhere")))
        .isEqualTo(Path.of("elsewhere/keypoint-studio"));
  }

  @Test
  void windows_and_macos_keep_it_where_their_programs_do() {
    assertThat(UserFolder.of("Windows 11", HOME, Map.of("APPDATA", "roaming")))
        .isEqualTo(Path.of("roaming/keypoint-studio"));
    assertThat(UserFolder.of("Mac OS X", HOME, Map.of()))
        .isEqualTo(HOME.resolve("Library/Application Support/keypoint-studio"));
  }
}
