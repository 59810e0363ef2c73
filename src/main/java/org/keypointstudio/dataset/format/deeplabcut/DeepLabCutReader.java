package org.keypointstudio.dataset.format.deeplabcut;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.PixelCoordinate;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaGuess;
import org.keypointstudio.task.TaskContext;

/** Reads one table of DeepLabCut. */
final class DeepLabCutReader {
  private final HeaderedTable table;
  private final HeaderedTable.Columns columns;
  private final KeypointSchema schema;
  private final String folder;

  DeepLabCutReader(Path file) throws DataSetException {
    table = HeaderedTable.read(file);
    columns = table.columns();
    schema = schema(columns.bodyparts());
    Path parent = file.toAbsolutePath().normalize().getParent();
    folder = parent == null ? "" : String.valueOf(parent.getFileName());
  }

  private static KeypointSchema schema(List<String> names) {
    return SchemaGuess.of(names);
  }

  HeaderedTable table() {
    return table;
  }

  HeaderedTable.Columns columns() {
    return columns;
  }

  KeypointSchema schema() {
    return schema;
  }

  /** A face of a row: whose it is, and its keypoints. */
  record Found(String individual, Annotation annotation) {}

  AnnotatedImages read(TaskContext context) throws DataSetException {
    List<AnnotatedFace> faces = new ArrayList<>();
    for (int line = columns.heads(); line < table.lines().size(); line++) {
      context.throwIfCancelled();
      context.report(line, table.lines().size(), "Opening " + table.name());
      if (!table.lines().get(line).isBlank()) {
        List<String> cells = cells(line);
        String image = imageName(cells, line);
        for (Found face : faces(cells, line)) {
          faces.add(
              new AnnotatedFace(
                  image, Optional.empty(), Optional.empty(), face.annotation(), face.individual()));
        }
      }
    }
    if (faces.isEmpty()) {
      throw new DataSetException(
          "%s holds no faces: expected a row for each image below the heads."
              .formatted(table.name()));
    }
    boolean likelihood = columns.count() - columns.index() > 2 * columns.points().size();
    return new AnnotatedImages(
        schema,
        faces,
        likelihood
            ? List.of(
                table.name()
                    + ": the likelihoods of its keypoints are left aside; they are predictions of a"
                    + " model.")
            : List.of());
  }

  List<String> cells(int line) throws DataSetException {
    List<String> cells = table.cells(line);
    if (cells.size() != columns.count()) {
      throw new DataSetException(
          "%s, line %,d: there are %,d cells instead of the heads' %,d; add or remove the commas that are wrong."
              .formatted(table.name(), line + 1, cells.size(), columns.count()));
    }
    return cells;
  }

  /**
   * The image of a row. DeepLabCut names it from its project's folder; of a table that lies where
   * DeepLabCut puts it the images lie beside.
   */
  private String imageName(List<String> cells, int line) throws DataSetException {
    List<String> parts =
        cells.subList(0, columns.index()).stream().filter(part -> !part.isEmpty()).toList();
    String name = String.join("/", parts).replace('\\', '/');
    if (name.isEmpty()) {
      throw new DataSetException(
          "%s, line %,d: the image's name is missing; write it into the first cell."
              .formatted(table.name(), line + 1));
    }
    String own = "labeled-data/" + folder + "/";
    return name.startsWith(own) && name.length() > own.length()
        ? name.substring(own.length())
        : name;
  }

  /** The faces of a row: all that have a keypoint, or one without any. */
  List<Found> faces(List<String> cells, int line) throws DataSetException {
    List<Found> faces = new ArrayList<>();
    for (String individual : columns.individuals()) {
      List<Keypoint> keypoints =
          new ArrayList<>(Collections.nCopies(schema.size(), Keypoint.unlabelled()));
      for (HeaderedTable.Column column : columns.points()) {
        if (column.individual().equals(individual)) {
          keypoints.set(schema.indexOf(column.bodypart()), keypoint(cells, column, line));
        }
      }
      Annotation annotation = Annotation.of(keypoints);
      if (annotation.placedCount() > 0) {
        faces.add(new Found(individual, annotation));
      }
    }
    return faces.isEmpty()
        ? List.of(new Found(columns.individuals().getFirst(), Annotation.unlabelled(schema.size())))
        : faces;
  }

  private Keypoint keypoint(List<String> cells, HeaderedTable.Column column, int line)
      throws DataSetException {
    String x = cells.get(column.x());
    String y = cells.get(column.x() + 1);
    if (isMissing(x) && isMissing(y)) {
      return Keypoint.unlabelled();
    }
    return Keypoint.visible(number(x, column, line, "x"), number(y, column, line, "y"));
  }

  private static boolean isMissing(String cell) {
    return cell.isEmpty() || cell.toLowerCase(Locale.ROOT).equals("nan");
  }

  private double number(String cell, HeaderedTable.Column column, int line, String axis)
      throws DataSetException {
    OptionalDouble number = PixelCoordinate.parse(cell);
    if (number.isEmpty()) {
      throw new DataSetException(
          "%s, line %,d, %s of %s: \"%s\" is no number of pixels such as 38.5; correct it, or empty both cells of a keypoint that is not labelled."
              .formatted(
                  table.name(), line + 1, axis, Excerpt.of(column.bodypart()), Excerpt.of(cell)));
    }
    return number.getAsDouble();
  }
}
