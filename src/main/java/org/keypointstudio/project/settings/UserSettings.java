package org.keypointstudio.project.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the program remembers. An immutable value.
 *
 * @param recentFiles data sets that were opened, the latest first, as absolute paths
 * @param theme the look
 * @param keys the keys of the actions whose keys were changed, by the action's name
 * @param canvas how faces are drawn
 * @param backups how many earlier versions of each data file are kept
 * @param layout how the window is arranged
 * @param shownAround whether the first steps were taken, or the person did not want them
 */
public record UserSettings(
    List<String> recentFiles,
    Theme theme,
    Map<String, List<String>> keys,
    CanvasSettings canvas,
    int backups,
    LayoutSettings layout,
    boolean shownAround) {
  private static final int MOST_RECENT_FILES = 10;
  private static final int USUAL_BACKUPS = 3;

  /** The look of the window. */
  public enum Theme {
    /** As the system has it. */
    SYSTEM,
    /** Dark text on light ground. */
    LIGHT,
    /** Light text on dark ground. */
    DARK,
    /** White and bright colours on black, with strong edges. */
    HIGH_CONTRAST
  }

  /** Copies the list and the map. */
  public UserSettings {
    recentFiles = List.copyOf(recentFiles);
    keys = Map.copyOf(keys);
  }

  /** The settings of a first start. */
  public static UserSettings defaults() {
    return new UserSettings(
        List.of(),
        Theme.SYSTEM,
        Map.of(),
        CanvasSettings.defaults(),
        USUAL_BACKUPS,
        LayoutSettings.defaults(),
        false);
  }

  /** These settings with a file at the head of the recent ones. */
  public UserSettings withRecentFile(Path file) {
    String path = file.toAbsolutePath().normalize().toString();
    List<String> files = new ArrayList<>(recentFiles);
    files.remove(path);
    files.addFirst(path);
    return withRecentFiles(files.subList(0, Math.min(files.size(), MOST_RECENT_FILES)));
  }

  /** These settings without a file among the recent ones. */
  public UserSettings withoutRecentFile(String path) {
    return withRecentFiles(recentFiles.stream().filter(file -> !file.equals(path)).toList());
  }

  private UserSettings withRecentFiles(List<String> files) {
    return new UserSettings(files, theme, keys, canvas, backups, layout, shownAround);
  }

  /** These settings with another look. */
  public UserSettings withTheme(Theme newTheme) {
    return new UserSettings(recentFiles, newTheme, keys, canvas, backups, layout, shownAround);
  }

  /** These settings with other keys. */
  public UserSettings withKeys(Map<String, List<String>> newKeys) {
    return new UserSettings(recentFiles, theme, newKeys, canvas, backups, layout, shownAround);
  }

  /** These settings with faces drawn in another way. */
  public UserSettings withCanvas(CanvasSettings newCanvas) {
    return new UserSettings(recentFiles, theme, keys, newCanvas, backups, layout, shownAround);
  }

  /** These settings with another number of earlier versions. */
  public UserSettings withBackups(int newBackups) {
    return new UserSettings(recentFiles, theme, keys, canvas, newBackups, layout, shownAround);
  }

  /** These settings with the window arranged in another way. */
  public UserSettings withLayout(LayoutSettings newLayout) {
    return new UserSettings(recentFiles, theme, keys, canvas, backups, newLayout, shownAround);
  }

  /** These settings once the person was shown around, or did not want to be. */
  public UserSettings withShownAround() {
    return new UserSettings(recentFiles, theme, keys, canvas, backups, layout, true);
  }
}
