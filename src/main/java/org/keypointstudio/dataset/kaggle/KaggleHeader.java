package org.keypointstudio.dataset.kaggle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvCells;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.dataset.csv.KeypointColumns;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaGuess;

/**
 * Understands the header of a Kaggle file: pairs of {@code <name>_x} and {@code <name>_y} in any
 * order, one {@code Image}, and other columns, which are kept and not looked at.
 */
final class KaggleHeader {
  private static final String IMAGE = "Image";
  private static final String ADVICE =
      "expected Kaggle's header, which is columns like nose_tip_x,nose_tip_y and one column Image";

  private final String fileName;
  private final List<String> names;

  private KaggleHeader(String fileName, List<String> names) {
    this.fileName = fileName;
    this.names = names;
  }

  /** The columns of a header line. */
  static KeypointColumns parse(String fileName, byte[] line, int from, int to)
      throws DataSetException {
    try {
      return new KaggleHeader(fileName, CsvCells.of(line, from, to).texts()).columns();
    } catch (CsvCells.MalformedCellException problem) {
      throw new DataSetException(
          "%s, header: %s; %s.".formatted(fileName, problem.getMessage(), ADVICE), problem);
    }
  }

  private KeypointColumns columns() throws DataSetException {
    int imageColumn = imageColumn();
    requireDistinctNames();
    Map<String, Integer> columnOf = new HashMap<>();
    Set<String> keypoints = new LinkedHashSet<>();
    for (int column = 0; column < names.size(); column++) {
      String name = names.get(column);
      columnOf.put(name, column);
      if (name.length() > 2 && (name.endsWith("_x") || name.endsWith("_y"))) {
        keypoints.add(name.substring(0, name.length() - 2));
      }
    }
    KeypointSchema schema =
        keypoints.isEmpty()
            ? KeypointSchema.kaggle15()
            : SchemaGuess.of(new ArrayList<>(keypoints));
    int[] coordinates = new int[names.size()];
    Arrays.fill(coordinates, -1);
    for (String keypoint : keypoints) {
      int index = schema.indexOf(keypoint);
      coordinates[requireColumn(columnOf, keypoint, "_x", "_y")] = 2 * index;
      coordinates[requireColumn(columnOf, keypoint, "_y", "_x")] = 2 * index + 1;
    }
    return new KeypointColumns(schema, names, coordinates, imageColumn);
  }

  private int imageColumn() throws DataSetException {
    int column = names.indexOf(IMAGE);
    if (column >= 0) {
      return column;
    }
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(IMAGE)) {
        return i;
      }
    }
    if (names.size() == 1 && (names.getFirst().contains(";") || names.getFirst().contains("\t"))) {
      throw new DataSetException(
          "%s, header: the columns are not separated by commas; save the file with commas."
              .formatted(fileName));
    }
    throw new DataSetException(
        "%s, header: there is no column Image (the first of %,d columns is \"%s\"); %s."
            .formatted(fileName, names.size(), Excerpt.of(names.getFirst()), ADVICE));
  }

  private void requireDistinctNames() throws DataSetException {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!name.isEmpty() && !seen.add(name)) {
        throw new DataSetException(
            "%s, header: the column %s is there twice; remove one of the two."
                .formatted(fileName, Excerpt.of(name)));
      }
    }
  }

  private int requireColumn(
      Map<String, Integer> columnOf, String keypoint, String axis, String otherAxis)
      throws DataSetException {
    Integer column = columnOf.get(keypoint + axis);
    if (column == null) {
      throw new DataSetException(
          "%s, header: there is a column %s but no %s; %s."
              .formatted(
                  fileName, Excerpt.of(keypoint) + otherAxis, Excerpt.of(keypoint) + axis, ADVICE));
    }
    return column;
  }
}
