package org.keypointstudio.dataset.format.via;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvCells;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.dataset.format.shape.ShapeEdits;
import org.keypointstudio.dataset.format.shape.ShapeFaces;
import org.keypointstudio.task.TaskContext;

/**
 * The CSV of the VGG Image Annotator 2: one row a region, of which the shape and the attributes are
 * JSON in a cell. Regions mean what they mean in {@link ViaJson}; a save writes the file anew with
 * all that its columns hold.
 */
public final class ViaCsv implements KeypointFormat {
  private static final List<String> COLUMNS =
      List.of(
          "filename",
          "file_size",
          "file_attributes",
          "region_count",
          "region_id",
          "region_shape_attributes",
          "region_attributes");

  /** The file is held in memory while it is read. */
  private static final long MOST_BYTES = 1 << 28;

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The rows of an image.
   *
   * @param size in bytes, as the file gives it
   * @param attributes of the image, as the file gives them
   */
  private record Rows(ViaImage image, String size, String attributes) {}

  @Override
  public String id() {
    return "via-csv";
  }

  @Override
  public String displayName() {
    return "VGG Image Annotator (CSV)";
  }

  @Override
  public Layout layout() {
    return Layout.ONE_FILE;
  }

  @Override
  public String fileEnding() {
    return ".csv";
  }

  @Override
  public Set<Feature> carries() {
    return ViaFaces.carries();
  }

  @Override
  public boolean recognises(Path path, byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 512), StandardCharsets.UTF_8);
    String header = start.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
    return header.contains("region_shape_attributes") && header.contains("filename");
  }

  @Override
  public AnnotatedImages read(Path path, TaskContext context) throws DataSetException {
    return collect(rows(path, context)).faces(CsvSource.fileName(path)).images();
  }

  private static ViaFaces collect(List<Rows> rows) throws DataSetException {
    ViaFaces faces = new ViaFaces();
    for (Rows of : rows) {
      faces.add(of.image());
    }
    return faces;
  }

  private static List<Rows> rows(Path path, TaskContext context) throws DataSetException {
    AnnotationFile.requireAtMost(path, MOST_BYTES);
    String fileName = CsvSource.fileName(path);
    Map<String, Rows> images = new LinkedHashMap<>();
    try {
      byte[] bytes = Files.readAllBytes(path);
      int[] columns = {};
      int line = 0;
      for (int from = 0; from < bytes.length; ) {
        int end = endOfLine(bytes, from);
        line++;
        String place = "%s, line %,d".formatted(fileName, line);
        List<String> cells = cells(place, bytes, from, end);
        if (columns.length == 0) {
          columns = columns(fileName, cells);
        } else if (end > from && !String.join("", cells).isBlank()) {
          context.throwIfCancelled();
          addRow(images, place, columns, cells);
        }
        from = end + 1;
      }
    } catch (DataSetException problem) {
      throw problem;
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(path, problem);
    }
    return List.copyOf(images.values());
  }

  private static int endOfLine(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static List<String> cells(String place, byte[] bytes, int from, int end)
      throws DataSetException {
    int to = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    try {
      return CsvCells.of(bytes, from, to).texts();
    } catch (CsvCells.MalformedCellException problem) {
      throw new DataSetException(
          "%s: %s; correct its quotes.".formatted(place, problem.getMessage()), problem);
    }
  }

  /** Where each of the known columns is. */
  private static int[] columns(String fileName, List<String> header) throws DataSetException {
    List<String> names =
        header.stream()
            .map(name -> name.replace("\uFEFF", "").replace("#", "").strip())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
    int[] columns = COLUMNS.stream().mapToInt(names::indexOf).toArray();
    for (int i : new int[] {0, 5, 6}) {
      if (columns[i] < 0) {
        throw new DataSetException(
            "%s, header: the column %s is missing; export the file again."
                .formatted(fileName, COLUMNS.get(i)));
      }
    }
    return columns;
  }

  private static void addRow(
      Map<String, Rows> images, String place, int[] columns, List<String> cells)
      throws DataSetException {
    if (cells.size() <= Arrays.stream(columns).max().orElse(0)) {
      throw new DataSetException(
          "%s: there are %,d cells instead of the header's; add or remove the commas that are wrong."
              .formatted(place, cells.size()));
    }
    String name = cells.get(columns[0]);
    Rows rows = images.get(name);
    if (rows == null) {
      rows =
          new Rows(
              ViaImage.named(place, name, JsonNodeFactory.instance.arrayNode()),
              columns[1] < 0 ? "-1" : cells.get(columns[1]),
              columns[2] < 0 ? "{}" : cells.get(columns[2]));
      images.put(name, rows);
    }
    JsonNode shape = json(place, cells.get(columns[5]));
    if (!shape.isEmpty()) {
      rows.image()
          .regions()
          .addObject()
          .<ObjectNode>set(ViaShapes.SHAPE, shape)
          .set(ViaShapes.ATTRIBUTES, json(place, cells.get(columns[6])));
    }
  }

  private static JsonNode json(String place, String cell) throws DataSetException {
    try {
      JsonNode node = JSON.readTree(cell.isBlank() ? "{}" : cell);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException problem) {
      throw new DataSetException(
          place + ": a cell of attributes is not whole JSON; correct or remove this row.", problem);
    }
    throw new DataSetException(
        place + ": expected attributes like {\"name\":\"point\",\"cx\":1,\"cy\":2}.");
  }

  @Override
  public void write(AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    ShapeEdits edits = ViaFaces.newEdits();
    List<Rows> rows = new ArrayList<>();
    for (Map.Entry<String, List<AnnotatedFace>> image : images.byImage().entrySet()) {
      context.throwIfCancelled();
      ArrayNode regions = JsonNodeFactory.instance.arrayNode();
      edits.addAll(regions, image.getValue(), images.schema());
      rows.add(
          new Rows(
              new ViaImage("", image.getKey(), regions),
              String.valueOf(ViaFaces.sizeInBytes(target, image.getKey())),
              "{}"));
    }
    write(rows, target);
  }

  private static void write(List<Rows> rows, Path target) throws DataSetException {
    AnnotationFile.replace(
        target,
        temporary -> {
          try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
            out.write(String.join(",", COLUMNS) + "\n");
            for (Rows of : rows) {
              writeRows(of, out);
            }
          }
        });
  }

  private static void writeRows(Rows rows, BufferedWriter out) throws IOException {
    ArrayNode regions = rows.image().regions();
    String start = cell(rows.image().fileName()) + "," + cell(rows.size()) + ",";
    String middle = cell(rows.attributes()) + "," + regions.size() + ",";
    for (int i = 0; i < Math.max(1, regions.size()); i++) {
      JsonNode region = regions.path(i);
      String shape = region.path(ViaShapes.SHAPE).toString();
      String attributes = region.path(ViaShapes.ATTRIBUTES).toString();
      out.write(start + middle + i + ",");
      out.write(cell(shape.isEmpty() ? "{}" : shape) + ",");
      out.write(cell(attributes.isEmpty() ? "{}" : attributes) + "\n");
    }
  }

  private static String cell(String text) {
    return text.contains("\"") || text.contains(",")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  @Override
  public void rewrite(Path original, AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    List<Rows> rows = rows(original, context);
    ViaFaces collected = collect(rows);
    ShapeFaces before = collected.faces(CsvSource.fileName(original));
    ShapeEdits edits = collected.edits();
    List<Rows> written = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Rows of = rows.get(i);
      if (before.isChanged(i, images)) {
        edits.apply(of.image().regions(), i, before, images);
      }
      String name = images.faces().get(before.firstFace(i)).imageName();
      written.add(
          new Rows(new ViaImage("", name, of.image().regions()), of.size(), of.attributes()));
    }
    write(written, target);
  }
}
