package org.keypointstudio.project.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the program remembers. An immutable value.
 *
 * @param recentFiles data sets that were opened, the latest first, as absolute paths
 * @param theme the look
 */
public record UserSettings(List<String> recentFiles, Theme theme) {
  private static final int MOST_RECENT_FILES = 10;

  /** The look of the window. */
  public enum Theme {
    /** As the system has it. */
    SYSTEM,
    /** Dark text on light ground. */
    LIGHT,
    /** Light text on dark ground. */
    DARK
  }

  /** Copies the list. */
  public UserSettings {
    recentFiles = List.copyOf(recentFiles);
  }

  /** The settings of a first start. */
  public static UserSettings defaults() {
    return new UserSettings(List.of(), Theme.SYSTEM);
  }

  /** These settings with a file at the head of the recent ones. */
  public UserSettings withRecentFile(Path file) {
    String path = file.toAbsolutePath().normalize().toString();
    List<String> files = new ArrayList<>(recentFiles);
    files.remove(path);
    files.addFirst(path);
    return new UserSettings(files.subList(0, Math.min(files.size(), MOST_RECENT_FILES)), theme);
  }

  /** These settings without a file among the recent ones. */
  public UserSettings withoutRecentFile(String path) {
    return new UserSettings(
        recentFiles.stream().filter(file -> !file.equals(path)).toList(), theme);
  }

  /** These settings with another look. */
  public UserSettings withTheme(Theme newTheme) {
    return new UserSettings(recentFiles, newTheme);
  }
}
