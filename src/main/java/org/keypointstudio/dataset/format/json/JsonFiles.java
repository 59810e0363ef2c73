package org.keypointstudio.dataset.format.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.task.TaskContext;

/**
 * Reads and writes JSON piece by piece, so that a file of any size needs no more memory than its
 * largest annotation. Numbers that are only passed on keep every digit.
 */
public final class JsonFiles {
  /** An image that is embedded as text may be as long as this, in characters. */
  private static final int LONGEST_TEXT = 1 << 28;

  private static final int LOOK_AT_CANCEL_EVERY = 256;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
          .build();

  /** Numbers are doubles, which is all that reading needs and many times as fast. */
  private static final ObjectMapper READING =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(FACTORY.streamReadConstraints())
                  .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                  .build())
          .build();

  /** Numbers keep every digit. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(FACTORY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private JsonFiles() {}

  /** Takes one piece of a file. */
  @FunctionalInterface
  public interface Piece {
    /** Reads from, or copies, the value at which the parser stands. */
    void at(JsonParser parser) throws IOException;
  }

  /** Takes the elements of an array in turn. */
  @FunctionalInterface
  public interface Element {
    /**
     * Takes an element.
     *
     * @param index counted from 0
     */
    void take(int index, JsonNode value) throws IOException;
  }

  /** Writes JSON. */
  @FunctionalInterface
  public interface Content {
    /** Writes one whole value. */
    void writeTo(JsonGenerator json) throws IOException;
  }

  /**
   * Reads a file for its values.
   *
   * @param reading begins at the file's first token
   * @throws DataSetException with the line and column if it is not whole and well-formed JSON
   */
  public static void read(Path file, Piece reading) throws DataSetException {
    read(READING, file, reading);
  }

  /**
   * Reads a file to copy it: numbers keep every digit.
   *
   * @param copying begins at the file's first token
   * @throws DataSetException with the line and column if it is not whole and well-formed JSON
   */
  public static void readToCopy(Path file, Piece copying) throws DataSetException {
    read(MAPPER, file, copying);
  }

  private static void read(ObjectMapper mapper, Path file, Piece reading) throws DataSetException {
    try (JsonParser parser = mapper.createParser(file.toFile())) {
      if (parser.nextToken() == null) {
        throw new DataSetException(CsvSource.fileName(file) + " is empty: expected JSON.");
      }
      reading.at(parser);
    } catch (IOException problem) {
      throw explain(file, problem);
    }
  }

  /** The sentence for a failed read. */
  public static DataSetException explain(Path file, IOException problem) {
    if (problem instanceof JacksonException json) {
      return new DataSetException(
          "%s%s is not whole JSON (%s): correct or download it again."
              .formatted(
                  CsvSource.fileName(file),
                  json.getLocation() == null
                      ? ""
                      : ", line %,d, column %,d"
                          .formatted(
                              json.getLocation().getLineNr(), json.getLocation().getColumnNr()),
                  firstLine(json.getOriginalMessage())),
          problem);
    }
    return AnnotationFile.unreadable(file, problem);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  /** The value at which a parser stands. */
  public static JsonNode tree(JsonParser parser) throws IOException {
    return parser.readValueAsTree();
  }

  /**
   * Reads a small file whole.
   *
   * @param most bytes that it may have
   */
  public static JsonNode tree(Path file, long most) throws DataSetException {
    AnnotationFile.requireAtMost(file, most);
    try {
      return MAPPER.readTree(file.toFile());
    } catch (IOException problem) {
      throw explain(file, problem);
    }
  }

  /** A number as people and most programs write it: without a fraction where it has none. */
  public static JsonNode number(double value) {
    return value == Math.rint(value)
        ? JsonNodeFactory.instance.numberNode((long) value)
        : JsonNodeFactory.instance.numberNode(value);
  }

  /** Takes the elements of the array at which the parser stands; of another value none. */
  public static void forEach(JsonParser parser, TaskContext context, Element taker)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    int index = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (index % LOOK_AT_CANCEL_EVERY == 0) {
        context.throwIfCancelled();
      }
      taker.take(index++, tree(parser));
    }
  }

  /**
   * Replaces a file of JSON in one step.
   *
   * @throws DataSetException if that fails; the old file is as it was
   */
  public static void write(Path target, Content content) throws DataSetException {
    AnnotationFile.replace(
        target,
        temporary -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary));
              JsonGenerator json = MAPPER.createGenerator(out)) {
            json.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature());
            content.writeTo(json);
          }
        });
  }
}
