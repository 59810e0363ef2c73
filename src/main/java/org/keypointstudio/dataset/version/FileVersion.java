package org.keypointstudio.dataset.version;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the head of one of this program's JSON files says of itself: {@code {"format":"…",
 * "version":1, …}}, in either order, before anything that is not a plain value.
 *
 * @param format the name of the format
 * @param version counts from 1
 */
public record FileVersion(String format, int version) {
  private static final JsonFactory FACTORY = new JsonFactory();

  /**
   * Reads the head of a JSON text; empty if it does not say so, or is no whole JSON up to there:
   * whoever reads it all tells what is wrong with it.
   */
  public static Optional<FileVersion> ofText(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      return read(parser);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<FileVersion> ofFile(Path file) {
    try (JsonParser parser = FACTORY.createParser(file.toFile())) {
      return read(parser);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /**
   * Whether a file is of a format, and of a later version than this program knows. Reads only its
   * head. A file that is missing or damaged is not.
   *
   * @param known the latest version of the format that this program knows
   */
  public static boolean isLater(Path file, String format, int known) {
    return Files.isRegularFile(file)
        && ofFile(file).filter(head -> head.isLaterThan(format, known)).isPresent();
  }

  /** Whether this is a later version of a format than the latest one that is known. */
  public boolean isLaterThan(String knownFormat, int known) {
    return format.equals(knownFormat) && version > known;
  }

  /** What to tell a person whose file this program must not write: a whole sentence. */
  public static String refusal(Path file) {
    return "Nothing was saved, since %s was written by a later version of Keypoint Studio, whose content would be lost: update this program, or save under another name."
        .formatted(file);
  }

  private static Optional<FileVersion> read(JsonParser parser) throws IOException {
    String format = "";
    int version = 0;
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_STRING && "format".equals(name)) {
        format = parser.getText();
      } else if (value == JsonToken.VALUE_NUMBER_INT && "version".equals(name)) {
        version = parser.getIntValue();
      } else if (value.isStructStart()) {
        break;
      }
    }
    return format.isEmpty() || version < 1
        ? Optional.empty()
        : Optional.of(new FileVersion(format, version));
  }
}
