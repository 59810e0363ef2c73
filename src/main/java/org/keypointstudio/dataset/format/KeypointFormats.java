package org.keypointstudio.dataset.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The formats that the program knows, in the order in which they are asked whether a file is
 * theirs: those with the surest marks come first.
 *
 * @param all the formats
 */
public record KeypointFormats(List<KeypointFormat> all) {
  private static final int HEAD_BYTES = 1 << 16;

  /** Copies the list. */
  public KeypointFormats {
    all = List.copyOf(all);
  }

  /** The format with an id, if there is one. */
  public Optional<KeypointFormat> byId(String id) {
    return all.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  /**
   * The format of a file or folder, by its content.
   *
   * @throws IOException if it cannot be looked at
   */
  public Optional<KeypointFormat> recognise(Path path) throws IOException {
    byte[] head = Files.isDirectory(path) ? new byte[0] : head(path);
    return all.stream().filter(format -> format.recognises(path, head)).findFirst();
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD_BYTES);
    }
  }
}
