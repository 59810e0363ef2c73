package org.keypointstudio.dataset.schema;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaMapping;

/**
 * A {@link MappingTable} while a person changes it: an immutable value, which need not be a table
 * yet.
 *
 * @param rows one a keypoint of the result, in order
 */
public record MappingDraft(List<Row> rows) {

  /**
   * A keypoint of the result.
   *
   * @param target its name
   * @param sources as the person typed them: names or numbers of keypoints between spaces
   */
  public record Row(String target, String sources) {
    private List<String> parts() {
      return sources.isBlank() ? List.of() : List.of(sources.strip().split("\\s+"));
    }
  }

  /** Copies the list. */
  public MappingDraft {
    rows = List.copyOf(rows);
  }

  /** The draft that leaves all keypoints of a schema what they are. */
  public static MappingDraft same(KeypointSchema schema) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      String name = schema.keypointNames().get(i);
      rows.add(new Row(name, name.matches("\\S*\\s.*") ? "" + i : name));
    }
    return new MappingDraft(rows);
  }

  /** A draft of a table. */
  public static MappingDraft of(MappingTable table) {
    return new MappingDraft(
        table.rows().entrySet().stream()
            .map(row -> new Row(row.getKey(), String.join(" ", row.getValue())))
            .toList());
  }

  /** This draft with another row in the place of one. */
  public MappingDraft with(int place, Row row) {
    List<Row> changed = new ArrayList<>(rows);
    changed.set(place, new Row(row.target().strip(), row.sources().strip()));
    return new MappingDraft(changed);
  }

  /** This draft with a keypoint at the end that nothing is made of, and nobody called so yet. */
  public MappingDraft withAnother() {
    int number = rows.size() + 1;
    List<Row> more = new ArrayList<>(rows);
    more.add(new Row("keypoint_" + number, ""));
    return new MappingDraft(more);
  }

  /** This draft without a row. */
  public MappingDraft without(int place) {
    List<Row> fewer = new ArrayList<>(rows);
    fewer.remove(place);
    return new MappingDraft(fewer);
  }

  /** This draft with a row some places further on, or as far as it goes. */
  public MappingDraft moved(int place, int places) {
    List<Row> order = new ArrayList<>(rows);
    order.add(Math.clamp((long) place + places, 0, rows.size() - 1), order.remove(place));
    return new MappingDraft(order);
  }

  /** What must be put right before the draft makes keypoints of a schema; nothing if it does. */
  public Optional<String> problem(KeypointSchema source) {
    if (rows.isEmpty()) {
      return Optional.of("No keypoint is left: add one.");
    }
    for (Row row : rows) {
      if (row.target().isBlank()) {
        return Optional.of("A keypoint has no name: give it one.");
      }
      if (rows.stream().filter(other -> other.target().equals(row.target())).count() > 1) {
        return Optional.of(
            "Two keypoints are called %s: give one of them another name.".formatted(row.target()));
      }
    }
    try {
      table("The table").from(source);
      return Optional.empty();
    } catch (DataSetException problem) {
      return Optional.of(String.valueOf(problem.getMessage()));
    }
  }

  /**
   * What the rows are made of, in words: names of keypoints, or what is wrong.
   *
   * @return one a row
   */
  public List<String> explained(KeypointSchema source) {
    return rows.stream().map(row -> explained(row, source)).toList();
  }

  private static String explained(Row row, KeypointSchema source) {
    try {
      SchemaMapping mapping = new MappingTable("The table", Map.of("it", row.parts())).from(source);
      List<Integer> sources = mapping.sources().getFirst();
      String names = String.join(", ", sources.stream().map(source.keypointNames()::get).toList());
      return switch (sources.size()) {
        case 0 -> "unlabelled";
        case 1 -> names;
        default -> "mean of " + names;
      };
    } catch (DataSetException _) {
      return "not in " + source.name();
    }
  }

  /** The table. Of rows with one name the last counts. */
  public MappingTable table(String name) {
    Map<String, List<String>> table = new LinkedHashMap<>();
    rows.forEach(row -> table.put(row.target(), row.parts()));
    return new MappingTable(name, table);
  }

  /**
   * Writes the table as a file that {@link MappingTable#find} reads.
   *
   * @throws DataSetException with one sentence for the person if that fails; an old file is as it
   *     was
   */
  public void write(Path file) throws DataSetException {
    List<String> lines = new ArrayList<>(List.of("target,sources"));
    for (Row row : rows) {
      lines.add(cell(row.target()) + "," + cell(String.join(" ", row.parts())));
    }
    AnnotationFile.replace(
        file, temporary -> Files.writeString(temporary, String.join("\n", lines) + "\n"));
  }

  private static String cell(String text) {
    return text.matches("[^\",]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
