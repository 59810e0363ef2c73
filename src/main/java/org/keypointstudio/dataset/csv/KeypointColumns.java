package org.keypointstudio.dataset.csv;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.model.KeypointSchema;

/** Which column of a CSV file holds which coordinate. */
public final class KeypointColumns {
  private final KeypointSchema schema;
  private final List<String> names;
  private final int[] coordinates;
  private final int imageColumn;

  /**
   * @param schema which keypoints the file has
   * @param names of all columns
   * @param coordinates for each column 2·k for the x of keypoint k, 2·k+1 for its y, and −1 for
   *     columns that hold no coordinate
   * @param imageColumn the column that holds the image or its file's name
   */
  public KeypointColumns(
      KeypointSchema schema, List<String> names, int[] coordinates, int imageColumn) {
    this.schema = schema;
    this.names = List.copyOf(names);
    this.coordinates = coordinates.clone();
    this.imageColumn = imageColumn;
  }

  /** Which keypoints the file has. */
  public KeypointSchema schema() {
    return schema;
  }

  /** The number of columns. */
  public int count() {
    return names.size();
  }

  /** A column's name as the header gives it. */
  public String name(int column) {
    return names.get(column);
  }

  /** The coordinate in a column: 2·k is the x of keypoint k, 2·k+1 its y, −1 is none. */
  public int coordinate(int column) {
    return coordinates[column];
  }

  /** The column that holds the image or its file's name. */
  public int imageColumn() {
    return imageColumn;
  }

  /** Whether the file has columns for labels at all; Kaggle's test file has none. */
  public boolean hasCoordinates() {
    for (int coordinate : coordinates) {
      if (coordinate >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * These columns with two for each keypoint, named {@code _x} and {@code _y}, before the image.
   */
  KeypointColumns withCoordinatesBeforeImage() {
    List<String> newNames = new ArrayList<>(names);
    int inserted = 0;
    for (String keypoint : schema.keypointNames()) {
      newNames.add(imageColumn + inserted++, keypoint + "_x");
      newNames.add(imageColumn + inserted++, keypoint + "_y");
    }
    int[] newCoordinates = new int[newNames.size()];
    for (int column = 0; column < newCoordinates.length; column++) {
      boolean isNew = column >= imageColumn && column < imageColumn + inserted;
      newCoordinates[column] = isNew ? column - imageColumn : -1;
    }
    return new KeypointColumns(schema, newNames, newCoordinates, imageColumn + inserted);
  }
}
