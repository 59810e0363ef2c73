package org.keypointstudio.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/** The program's icon, as title bars, task bars and switchers of windows show it. */
public final class WindowIcons {
  private static final String FOLDER = "/org/keypointstudio/assets/icons/";

  private WindowIcons() {}

  /**
   * Reads the icon in all its sizes, 16 to 512 pixels a side; systems choose among them. It takes a
   * while, and is not to be called on the window's thread.
   */
  public static List<Image> read() {
    return IntStream.of(16, 24, 32, 48, 64, 128, 256, 512)
        .mapToObj(size -> read("keypoint-studio-%d.png".formatted(size)))
        .toList();
  }

  private static Image read(String name) {
    try (InputStream file =
        Objects.requireNonNull(WindowIcons.class.getResourceAsStream(FOLDER + name), name)) {
      return new Image(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
