package org.keypointstudio.project.audit;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.audit.Suspicion;
import org.keypointstudio.audit.SuspicionKind;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

/**
 * The file {@code audit.json} of a project's audit folder: the latest audit, one finding a line.
 */
public final class AuditFile {
  private static final String FORMAT = "keypoint-studio-audit";
  private static final int VERSION = 1;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;

  /** The file, which need not exist yet. */
  public AuditFile(Path file) {
    this.file = file;
  }

  /**
   * The latest audit of a data set; empty if there was none.
   *
   * @param size the number of faces of the data set
   * @throws IOException with a sentence for the person if the file cannot be understood, or is of
   *     another data set
   */
  public Optional<AuditRecord> read(KeypointSchema schema, int size) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode root = MAPPER.readTree(file.toFile());
      requireAuditOf(root, schema, size);
      return Optional.of(record(root, schema));
    } catch (JacksonException problem) {
      throw unusable("it is not whole JSON: " + problem.getOriginalMessage(), problem);
    } catch (IllegalArgumentException | DateTimeException problem) {
      throw unusable(String.valueOf(problem.getMessage()), problem);
    }
  }

  private IOException unusable(String reason, Exception problem) {
    return new IOException(
        "The audit in %s cannot be used (%s): audit again, which replaces it."
            .formatted(file, reason),
        problem);
  }

  private static void requireAuditOf(JsonNode root, KeypointSchema schema, int size) {
    if (!FORMAT.equals(root.path("format").asText()) || root.path("version").asInt() != VERSION) {
      throw new IllegalArgumentException(
          "its format is not %s of version %d".formatted(FORMAT, VERSION));
    }
    if (!texts(root.path("keypoints")).equals(schema.keypointNames())) {
      throw new IllegalArgumentException("its keypoints are others than those of the data set");
    }
    if (root.path("faces").size() != size) {
      throw new IllegalArgumentException(
          "it is of %,d faces, and the data set has %,d"
              .formatted(root.path("faces").size(), size));
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static AuditRecord record(JsonNode root, KeypointSchema schema) {
    JsonNode settings = root.path("settings");
    List<String> faces = texts(root.path("faces"));
    List<Finding> findings = new ArrayList<>();
    for (JsonNode entry : root.path("findings")) {
      findings.add(finding(entry, schema, faces.size()));
    }
    return new AuditRecord(
        Instant.parse(root.path("at").asText()),
        new AuditSettings(
            settings.path("folds").asInt(),
            Duration.ofSeconds(settings.path("training_seconds").asLong()),
            settings.path("seed").asLong()),
        root.path("labelled_points").asLong(),
        faces,
        findings,
        texts(root.path("notes")));
  }

  private static Finding finding(JsonNode entry, KeypointSchema schema, int faces) {
    int row = entry.path("row").asInt(-1);
    int keypoint = schema.indexOf(entry.path("keypoint").asText());
    Optional<SuspicionKind> kind = SuspicionKind.ofId(entry.path("kind").asText());
    boolean placed = entry.path("x").isNumber() && entry.path("y").isNumber();
    if (row < 0 || row >= faces || keypoint < 0 || kind.isEmpty() || !placed) {
      throw new IllegalArgumentException(
          "its entry %s names no label of the data set".formatted(entry));
    }
    boolean suggested =
        entry.path("suggested_x").isNumber() && entry.path("suggested_y").isNumber();
    return new Finding(
        new Suspicion(
            row,
            keypoint,
            entry.path("score").asDouble(),
            kind.get(),
            suggested
                ? Keypoint.visible(
                    entry.path("suggested_x").asDouble(), entry.path("suggested_y").asDouble())
                : Keypoint.unlabelled(),
            entry.path("reason").asText()),
        entry.path("x").asDouble(),
        entry.path("y").asDouble());
  }

  /**
   * Keeps an audit in the place of the one before.
   *
   * @throws IOException with a sentence for the person if it cannot be written; the one before is
   *     then still there
   */
  public void write(AuditRecord audit, KeypointSchema schema) throws IOException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicFile.replace(file, temporary -> writeTo(temporary, audit, schema));
    } catch (IOException problem) {
      throw new IOException(
          "The audit could not be written to %s (%s): make room or check who may write there."
              .formatted(file, problem.getMessage()),
          problem);
    }
  }

  private static void writeTo(Path target, AuditRecord audit, KeypointSchema schema)
      throws IOException {
    ObjectNode settings = MAPPER.createObjectNode();
    settings.put("folds", audit.settings().folds());
    settings.put("training_seconds", audit.settings().trainingTime().toSeconds());
    settings.put("seed", audit.settings().seed());
    try (BufferedWriter out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
      out.write("{\"format\":\"%s\",\"version\":%d,\n".formatted(FORMAT, VERSION));
      out.write(
          "\"at\":\"%s\",\n\"settings\":%s,\n"
              .formatted(audit.at(), MAPPER.writeValueAsString(settings)));
      out.write("\"labelled_points\":%d,\n".formatted(audit.labelledPoints()));
      out.write("\"notes\":%s,\n".formatted(MAPPER.writeValueAsString(audit.notes())));
      out.write("\"keypoints\":%s,\n".formatted(MAPPER.writeValueAsString(schema.keypointNames())));
      out.write("\"findings\":[");
      String separator = "\n";
      for (Finding finding : audit.findings()) {
        out.write(separator + MAPPER.writeValueAsString(entry(finding, schema)));
        separator = ",\n";
      }
      out.write("\n],\n\"faces\":%s}\n".formatted(MAPPER.writeValueAsString(audit.faces())));
    }
  }

  private static ObjectNode entry(Finding finding, KeypointSchema schema) {
    Suspicion suspicion = finding.suspicion();
    ObjectNode entry = MAPPER.createObjectNode();
    entry.put("row", finding.face());
    entry.put("keypoint", schema.keypointNames().get(finding.keypoint()));
    entry.put("score", suspicion.score());
    entry.put("kind", suspicion.kind().id());
    entry.put("x", finding.x());
    entry.put("y", finding.y());
    if (suspicion.suggested().isPlaced()) {
      entry.put("suggested_x", suspicion.suggested().x());
      entry.put("suggested_y", suspicion.suggested().y());
    }
    entry.put("reason", suspicion.reason());
    return entry;
  }
}
