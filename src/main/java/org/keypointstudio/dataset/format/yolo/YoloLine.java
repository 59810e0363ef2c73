package org.keypointstudio.dataset.format.yolo;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CoordinateCell;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.PixelCoordinate;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;

/**
 * One object of an image: its class, the centre, width and height of its box, then the keypoints,
 * all as shares of the image's width and height.
 *
 * @param cells numbers as the file has them
 */
record YoloLine(List<String> cells) {
  private static final int BEFORE_KEYPOINTS = 5;

  YoloLine {
    cells = List.copyOf(cells);
  }

  /**
   * A line of a file.
   *
   * @param place file and line, for messages
   */
  static YoloLine parse(String line, YoloDescription description, String place)
      throws DataSetException {
    List<String> cells = List.of(line.strip().split("\\s+"));
    int expected = BEFORE_KEYPOINTS + description.dimensions() * description.schema().size();
    if (cells.size() != expected && cells.size() != BEFORE_KEYPOINTS) {
      throw new DataSetException(
          "%s: there are %,d numbers; expected %,d: class, box (4) and %,d keypoints of %d."
              .formatted(
                  place,
                  cells.size(),
                  expected,
                  description.schema().size(),
                  description.dimensions()));
    }
    YoloLine parsed = new YoloLine(cells);
    for (int i = 0; i < cells.size(); i++) {
      if (PixelCoordinate.parse(cells.get(i)).isEmpty()) {
        throw new DataSetException(
            "%s: \"%s\" is no number; expected shares of the image's size such as 0.25."
                .formatted(place, Excerpt.of(cells.get(i))));
      }
    }
    return parsed;
  }

  /** The line of a face. */
  static YoloLine of(
      int number, FaceBox box, Annotation annotation, ImageSize size, int dimensions) {
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(number));
    cells.add(share(box.left() + box.width() / 2, size.width()));
    cells.add(share(box.top() + box.height() / 2, size.height()));
    cells.add(share(box.width(), size.width()));
    cells.add(share(box.height(), size.height()));
    annotation
        .keypoints()
        .forEach(keypoint -> cells.addAll(keypointCells(keypoint, size, dimensions)));
    return new YoloLine(cells);
  }

  private static List<String> keypointCells(Keypoint keypoint, ImageSize size, int dimensions) {
    List<String> cells = new ArrayList<>();
    cells.add(keypoint.isPlaced() ? share(keypoint.x(), size.width()) : "0");
    cells.add(keypoint.isPlaced() ? share(keypoint.y(), size.height()) : "0");
    if (dimensions == 3) {
      cells.add(
          switch (keypoint.visibility()) {
            case UNLABELLED, ABSENT -> "0";
            case OCCLUDED -> "1";
            case VISIBLE -> "2";
          });
    }
    return cells;
  }

  private static String share(double pixels, int side) {
    return CoordinateCell.format(pixels / side);
  }

  private double number(int cell) {
    OptionalDouble number = PixelCoordinate.parse(cells.get(cell));
    return number.orElseThrow(() -> new IllegalStateException(cells + " was not parsed"));
  }

  /** The number of the object's class. */
  int classNumber() {
    return (int) number(0);
  }

  /**
   * Where the object is.
   *
   * @param place file and line, for messages
   */
  FaceBox box(ImageSize size, String place) throws DataSetException {
    double width = number(3) * size.width();
    double height = number(4) * size.height();
    double left = number(1) * size.width() - width / 2;
    double top = number(2) * size.height() - height / 2;
    if (!FaceBox.isBox(left, top, width, height)) {
      throw new DataSetException(
          "%s: a box of %s x %s pixels holds no face; correct its numbers 4 and 5."
              .formatted(place, width, height));
    }
    return new FaceBox(left, top, width, height);
  }

  /**
   * The keypoints. One with the visibility 0 is unlabelled, and of two numbers one that is at (0,
   * 0) or negative, which is how such files leave keypoints out.
   */
  Annotation annotation(YoloDescription description, ImageSize size) {
    int dimensions = description.dimensions();
    if (cells.size() == BEFORE_KEYPOINTS) {
      return Annotation.unlabelled(description.schema().size());
    }
    List<Keypoint> keypoints = new ArrayList<>();
    for (int cell = BEFORE_KEYPOINTS; cell < cells.size(); cell += dimensions) {
      double x = number(cell);
      double y = number(cell + 1);
      boolean labelled =
          dimensions == 3 ? number(cell + 2) > 0 : x >= 0 && y >= 0 && (x > 0 || y > 0);
      boolean occluded = dimensions == 3 && number(cell + 2) == 1;
      keypoints.add(
          labelled
              ? new Keypoint(
                  x * size.width(),
                  y * size.height(),
                  occluded ? Visibility.OCCLUDED : Visibility.VISIBLE)
              : Keypoint.unlabelled());
    }
    return Annotation.of(keypoints);
  }

  /** This line with other keypoints; the numbers of those that stayed stay as they are written. */
  YoloLine with(Annotation after, YoloDescription description, ImageSize size) {
    int dimensions = description.dimensions();
    Annotation before = annotation(description, size);
    List<String> changed = new ArrayList<>(cells.subList(0, BEFORE_KEYPOINTS));
    for (int i = 0; i < after.size(); i++) {
      int cell = BEFORE_KEYPOINTS + i * dimensions;
      boolean same = cell < cells.size() && after.keypoint(i).equals(before.keypoint(i));
      changed.addAll(
          same
              ? cells.subList(cell, cell + dimensions)
              : keypointCells(after.keypoint(i), size, dimensions));
    }
    return new YoloLine(changed);
  }

  /** The line as a file has it. */
  String text() {
    return String.join(" ", cells);
  }
}
