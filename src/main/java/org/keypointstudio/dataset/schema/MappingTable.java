package org.keypointstudio.dataset.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvCells;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.NamedFaces;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaGuess;
import org.keypointstudio.model.schema.SchemaMapping;

/**
 * A table that says how keypoints are made of those of another schema: a CSV with the columns
 * {@code target} and {@code sources}. A target's sources are separated by spaces, each the name of
 * a keypoint or its number, counted from 0; of several the mean is taken, and a target without any
 * stays unlabelled. The rows are the target's keypoints in their order.
 *
 * @param name of the table, for messages
 * @param rows the sources of each target
 */
public record MappingTable(String name, Map<String, List<String>> rows) {
  private static final String FOLDER = "/org/keypointstudio/assets/mappings/";
  private static final List<String> SHIPPED =
      List.of("68-to-15", "68-to-5", "98-to-68", "98-to-15", "98-to-5");

  private static final long LARGEST_FILE = 4_000_000;

  /** Keeps the order of the rows. */
  public MappingTable {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  /** What the tables that come with the program are called. */
  public static List<String> shippedNames() {
    return SHIPPED;
  }

  /** Those of them that begin with as many keypoints as a schema has. */
  public static List<String> shippedFor(KeypointSchema source) {
    return SHIPPED.stream().filter(name -> name.startsWith(source.size() + "-")).toList();
  }

  /**
   * The table of that name that comes with the program, or else of the file of that name.
   *
   * @throws DataSetException with one sentence for the person if there is none, or it is no table
   */
  public static MappingTable find(String nameOrFile) throws DataSetException {
    if (SHIPPED.contains(nameOrFile)) {
      return shipped(nameOrFile);
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new DataSetException(
          "There is no mapping %s: name a CSV file, or one of %s."
              .formatted(Excerpt.of(nameOrFile), String.join(", ", SHIPPED)));
    }
    AnnotationFile.requireAtMost(file, LARGEST_FILE);
    try {
      return parse(CsvSource.fileName(file), Files.readAllBytes(file));
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(file, problem);
    }
  }

  private static MappingTable shipped(String name) {
    String fileName = name + ".csv";
    try (InputStream stream = MappingTable.class.getResourceAsStream(FOLDER + fileName)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its own file " + fileName);
      }
      return parse(fileName, stream.readAllBytes());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static MappingTable parse(String name, byte[] bytes) throws DataSetException {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    String head = lines.isEmpty() ? "" : lines.getFirst().replace("\uFEFF", "").strip();
    if (!head.equals("target,sources")) {
      throw new DataSetException(
          "%s is no mapping: expected the heads target,sources and not \"%s\"."
              .formatted(name, Excerpt.of(head)));
    }
    for (int line = 1; line < lines.size(); line++) {
      if (!lines.get(line).isBlank()) {
        List<String> cells = cells(name, lines, line);
        if (cells.size() != 2 || cells.getFirst().isEmpty()) {
          throw problem(name, line, "expected the name of a keypoint, a comma and its sources");
        }
        List<String> sources =
            List.of(cells.getLast().isEmpty() ? new String[0] : cells.getLast().split("\\s+"));
        if (rows.put(cells.getFirst(), sources) != null) {
          throw problem(name, line, "%s is there twice".formatted(Excerpt.of(cells.getFirst())));
        }
      }
    }
    if (rows.isEmpty() || rows.size() > NamedFaces.MOST_NAMES) {
      throw new DataSetException(
          "%s maps %,d keypoints; expected one to %,d rows."
              .formatted(name, rows.size(), NamedFaces.MOST_NAMES));
    }
    return new MappingTable(name, rows);
  }

  private static List<String> cells(String name, List<String> lines, int line)
      throws DataSetException {
    byte[] bytes = lines.get(line).getBytes(StandardCharsets.UTF_8);
    try {
      return CsvCells.of(bytes, 0, bytes.length).texts();
    } catch (CsvCells.MalformedCellException problem) {
      throw new DataSetException(
          String.valueOf(problem(name, line, String.valueOf(problem.getMessage())).getMessage()),
          problem);
    }
  }

  private static DataSetException problem(String name, int line, String what) {
    return new DataSetException(
        "%s, line %,d: %s; correct it there.".formatted(name, line + 1, what));
  }

  /**
   * The mapping from a schema.
   *
   * @throws DataSetException if a source is none of its keypoints
   */
  public SchemaMapping from(KeypointSchema source) throws DataSetException {
    KeypointSchema target = SchemaGuess.of(List.copyOf(rows.keySet()));
    List<List<Integer>> sources = new ArrayList<>();
    for (String keypoint : target.keypointNames()) {
      List<Integer> indices = new ArrayList<>();
      for (String name : rows.getOrDefault(keypoint, List.of())) {
        indices.add(index(source, keypoint, name));
      }
      sources.add(indices);
    }
    return new SchemaMapping(name, source, target, sources);
  }

  private int index(KeypointSchema source, String target, String text) throws DataSetException {
    int named = source.indexOf(text);
    if (named >= 0) {
      return named;
    }
    int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    if (number >= source.size()) {
      throw new DataSetException(
          "%s, keypoint %s: %s has no keypoint %s; expected a name of its %d keypoints, or a number below %d."
              .formatted(
                  name,
                  Excerpt.of(target),
                  source.name(),
                  Excerpt.of(text),
                  source.size(),
                  source.size()));
    }
    return number;
  }
}
