package org.keypointstudio.dataset.similarity;

import java.util.List;

/**
 * Numbers of images in rows.
 *
 * @param rows one an image, of one length; an empty one for an image that is not known
 */
public record NumberRows(List<float[]> rows) implements FaceVectors {

  /** Copies the list. */
  public NumberRows {
    rows = List.copyOf(rows);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public int length() {
    return rows.stream().mapToInt(row -> row.length).max().orElse(0);
  }

  @Override
  public boolean isKnown(int index) {
    return rows.get(index).length > 0;
  }

  @Override
  public double at(int index, int cell) {
    return rows.get(index)[cell];
  }
}
