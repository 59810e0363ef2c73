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
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.dataset.version.FileVersion;

/** The file {@code kept.json} of a project's audit folder: one label a line. */
public final class KeptLabelsFile {
  private static final String FORMAT = "keypoint-studio-kept-labels";
  private static final int VERSION = 1;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;

  /** The file, which need not exist yet. */
  public KeptLabelsFile(Path file) {
    this.file = file;
  }

  /** The file of a project's audit folder. */
  public static KeptLabelsFile in(Path auditFolder) {
    return new KeptLabelsFile(auditFolder.resolve("kept.json"));
  }

  /**
   * What was said; {@link KeptLabels#NONE} if there is no file.
   *
   * @throws IOException with a sentence for the person if it cannot be read or understood
   */
  public KeptLabels read() throws IOException {
    if (!Files.isRegularFile(file)) {
      return KeptLabels.NONE;
    }
    JsonNode root = parse();
    if (!FORMAT.equals(root.path("format").asText()) || root.path("version").asInt() != VERSION) {
      throw new IOException(
          "%s is not a list of kept labels of version %d: move it away, and they are collected anew."
              .formatted(file, VERSION));
    }
    SequencedSet<KeptLabel> labels = new LinkedHashSet<>();
    for (JsonNode entry : root.path("kept")) {
      labels.add(label(entry));
    }
    return new KeptLabels(labels);
  }

  private JsonNode parse() throws IOException {
    try {
      return MAPPER.readTree(file.toFile());
    } catch (JacksonException problem) {
      throw new IOException(
          "The kept labels in %s cannot be understood (%s): correct the file or move it away."
              .formatted(file, problem.getOriginalMessage()),
          problem);
    }
  }

  private KeptLabel label(JsonNode entry) throws IOException {
    boolean whole =
        entry.path("row").isInt()
            && entry.path("keypoint").isTextual()
            && entry.path("x").isNumber()
            && entry.path("y").isNumber();
    if (!whole) {
      throw new IOException(
          "The entry %s in %s lacks row, keypoint, x or y: correct it or take it out."
              .formatted(entry, file));
    }
    return new KeptLabel(
        entry.path("row").asInt(),
        entry.path("keypoint").asText(),
        entry.path("x").asDouble(),
        entry.path("y").asDouble());
  }

  /**
   * Keeps what was said.
   *
   * @throws IOException with a sentence for the person if it cannot be written; what was kept
   *     before is then still there
   */
  public void write(KeptLabels kept) throws IOException {
    if (FileVersion.isLater(file, FORMAT, VERSION)) {
      throw new IOException(FileVersion.refusal(file));
    }
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicFile.replace(file, temporary -> writeTo(temporary, kept));
    } catch (IOException problem) {
      throw new IOException(
          "The labels that you kept could not be written to %s (%s): make room or check who may write there."
              .formatted(file, problem.getMessage()),
          problem);
    }
  }

  private static void writeTo(Path target, KeptLabels kept) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
      out.write("{\"format\":\"%s\",\"version\":%d,\n\"kept\":[".formatted(FORMAT, VERSION));
      String separator = "\n";
      for (KeptLabel label : kept.labels()) {
        ObjectNode entry = MAPPER.createObjectNode();
        entry.put("row", label.row());
        entry.put("keypoint", label.keypoint());
        entry.put("x", label.x());
        entry.put("y", label.y());
        out.write(separator + MAPPER.writeValueAsString(entry));
        separator = ",\n";
      }
      out.write("\n]}\n");
    }
  }
}
