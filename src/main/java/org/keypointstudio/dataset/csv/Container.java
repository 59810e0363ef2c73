package org.keypointstudio.dataset.csv;

import java.nio.file.Path;
import java.util.Locale;

/** How the bytes of a CSV file are wrapped. */
sealed interface Container {

  /** Not at all. */
  record Plain() implements Container {}

  /** By gzip. */
  record Gzip() implements Container {}

  /**
   * As an entry of a zip archive.
   *
   * @param entry the entry's name
   */
  record Zip(String entry) implements Container {}

  /** The container that a new file's name asks for. */
  static Container forName(Path path) {
    String name = String.valueOf(path.getFileName());
    String lowerCase = name.toLowerCase(Locale.ROOT);
    if (lowerCase.endsWith(".gz")) {
      return new Gzip();
    }
    if (lowerCase.endsWith(".zip")) {
      return new Zip(name.substring(0, name.length() - ".zip".length()) + ".csv");
    }
    return new Plain();
  }
}
