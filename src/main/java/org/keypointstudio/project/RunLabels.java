package org.keypointstudio.project;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Keeps what people say about runs in {@code label.json} in the run's folder. The run's checksums
 * do not cover it, since it changes.
 */
public final class RunLabels {
  /** The file in a run's folder. */
  public static final String FILE_NAME = "label.json";

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /**
   * What was said about the run in a folder; {@link RunLabel#none} if nothing was.
   *
   * @throws IOException with a sentence for the person if the file cannot be read or understood
   */
  public RunLabel read(Path runFolder) throws IOException {
    Path file = runFolder.resolve(FILE_NAME);
    if (!Files.isRegularFile(file)) {
      return RunLabel.none();
    }
    try {
      return mapper.readValue(file.toFile(), RunLabel.class);
    } catch (JacksonException problem) {
      throw new IOException(
          "The name and notes in %s cannot be understood; correct the file or delete it."
              .formatted(file),
          problem);
    }
  }

  /**
   * Keeps what is said about the run in a folder.
   *
   * @throws IOException with a sentence for the person if it cannot be written; what was kept
   *     before is then still there
   */
  public void write(Path runFolder, RunLabel label) throws IOException {
    try {
      Path temporary = Files.createTempFile(runFolder, "label", ".tmp");
      try {
        mapper.writeValue(temporary.toFile(), label);
        Files.move(
            temporary,
            runFolder.resolve(FILE_NAME),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException problem) {
      throw new IOException(
          "The name and notes of the run could not be written to %s (%s); make room or check who may write there."
              .formatted(runFolder, problem.getMessage()),
          problem);
    }
  }
}
