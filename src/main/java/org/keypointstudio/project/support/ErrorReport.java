package org.keypointstudio.project.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.project.settings.UserSettings;

/**
 * A report for those who make the program: what happened, the log of this session, versions and
 * settings. It holds no image, no coordinate, no path, no file name and no name of a person: what
 * may be one never gets into it.
 *
 * @param files their content by their names in the archive
 */
public record ErrorReport(SequencedMap<String, String> files) {
  private static final String NOTHING_HAPPENED = "Nothing failed; the report was asked for.";
  private static final String LEFT_OUT = "(left out)";

  /** Names of keys, of looks and of switches are made of these; paths are not. */
  private static final Pattern HARMLESS = Pattern.compile("[\\w+ \\-]{0,40}");

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModule(new Jdk8Module()).build();

  /** Copies the map. */
  public ErrorReport {
    files = new LinkedHashMap<>(files);
  }

  /**
   * Puts a report together.
   *
   * @param failures what was thrown since the program started, oldest first
   * @param situation sentences about what the window shows, without names
   * @param log of this session, oldest line first
   */
  public static ErrorReport of(
      List<FailureTrace> failures,
      List<String> situation,
      List<LogLine> log,
      UserSettings settings) {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    files.put("what-happened.txt", whatHappened(failures, situation));
    files.put("versions.txt", SystemFacts.describe());
    files.put("log.txt", log.stream().map(ErrorReport::line).collect(Collectors.joining()));
    files.put("settings.json", text(settings));
    return new ErrorReport(files);
  }

  private static String whatHappened(List<FailureTrace> failures, List<String> situation) {
    String traces =
        failures.isEmpty()
            ? NOTHING_HAPPENED
            : failures.stream()
                .map(trace -> String.join("\n", trace.lines()))
                .collect(Collectors.joining("\n\n"));
    return "%s\n\n%s\n".formatted(String.join("\n", situation), traces);
  }

  private static String line(LogLine line) {
    String trace =
        line.failure()
            .map(failure -> failure.lines().stream().collect(Collectors.joining("\n", "", "\n")))
            .orElse("");
    return "%s %s %s %s\n%s"
        .formatted(line.time(), line.level(), line.source(), line.sentence(), trace);
  }

  private static String text(UserSettings settings) {
    ObjectNode tree = MAPPER.valueToTree(settings);
    for (Map.Entry<String, JsonNode> entry : List.copyOf(tree.properties())) {
      tree.set(entry.getKey(), harmless(entry.getValue()));
    }
    return tree.toPrettyString() + "\n";
  }

  /** Texts that could be paths or names of something are left out, wherever they stand. */
  private static JsonNode harmless(JsonNode node) {
    if (node.isTextual() && !HARMLESS.matcher(node.textValue()).matches()) {
      return MAPPER.getNodeFactory().textNode(LEFT_OUT);
    }
    if (node instanceof ArrayNode array) {
      ArrayNode kept = MAPPER.createArrayNode();
      array.forEach(element -> kept.add(harmless(element)));
      return kept;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode kept = MAPPER.createObjectNode();
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        boolean told = HARMLESS.matcher(entry.getKey()).matches();
        kept.set(told ? entry.getKey() : LEFT_OUT, harmless(entry.getValue()));
      }
      return kept;
    }
    return node;
  }

  /** All of it as one text, so that a person can read what they would send. */
  public String text() {
    return files.entrySet().stream()
        .map(file -> "── %s ──\n%s".formatted(file.getKey(), file.getValue()))
        .collect(Collectors.joining("\n"));
  }

  /**
   * Writes the report as a zip archive.
   *
   * @throws IOException with a sentence for the person if that fails; a file that was there before
   *     is then as it was
   */
  public void write(Path archive) throws IOException {
    try {
      AtomicFile.replace(
          archive,
          temporary -> {
            try (OutputStream out = Files.newOutputStream(temporary);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
              for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
              }
            }
          });
    } catch (IOException problem) {
      throw new IOException(
          "The error report could not be written to %s (%s): choose a folder in which you may write and where there is room."
              .formatted(archive, problem.getMessage()),
          problem);
    }
  }
}
