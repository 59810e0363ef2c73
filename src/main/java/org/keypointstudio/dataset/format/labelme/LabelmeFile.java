package org.keypointstudio.dataset.format.labelme;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.ImageNames;
import org.keypointstudio.dataset.format.PixelCoordinate;
import org.keypointstudio.dataset.format.json.JsonFiles;
import org.keypointstudio.dataset.format.shape.ImageShapes;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;

/**
 * One file of labelme.
 *
 * @param path of the file
 * @param root its whole content
 */
record LabelmeFile(Path path, JsonNode root) {
  static final String SHAPES = "shapes";
  static final String IMAGE = "imagePath";
  static final String WIDTH = "imageWidth";
  static final String HEIGHT = "imageHeight";

  /** A photograph that is embedded as text takes most of it. */
  private static final long MOST_BYTES = 1 << 28;

  static LabelmeFile read(Path path) throws DataSetException {
    LabelmeFile file = new LabelmeFile(path, JsonFiles.tree(path, MOST_BYTES));
    if (!file.root.path(SHAPES).isArray() || file.root.path(IMAGE).asText("").isEmpty()) {
      throw new DataSetException(
          CsvSource.fileName(path) + " is no file of labelme: expected shapes and an imagePath.");
    }
    return file;
  }

  /**
   * Its points and rectangles.
   *
   * @param folder that the image's name is to be relative to
   */
  ImageShapes shapes(Path folder) throws DataSetException {
    List<ImageShapes.Point> points = new ArrayList<>();
    List<ImageShapes.Box> boxes = new ArrayList<>();
    for (int i = 0; i < root.path(SHAPES).size(); i++) {
      JsonNode shape = root.path(SHAPES).get(i);
      JsonNode group = shape.path(LabelmeShapes.GROUP);
      String groupName = group.isValueNode() && !group.isNull() ? group.asText() : "";
      String label = shape.path(LabelmeShapes.LABEL).asText("");
      JsonNode corners = shape.path(LabelmeShapes.POINTS);
      switch (shape.path(LabelmeShapes.TYPE).asText("")) {
        case "point" ->
            points.add(new ImageShapes.Point(i, label, groupName, keypoint(i, shape, corners)));
        case "rectangle" -> {
          Optional<FaceBox> box = corners.size() == 2 ? box(i, corners) : Optional.empty();
          if (box.isPresent()) {
            boxes.add(new ImageShapes.Box(i, label, groupName, box.get()));
          }
        }
        default -> {} // polygons and lines are none of a face's keypoints; they stay in the file
      }
    }
    return new ImageShapes(imageName(folder), size(), points, boxes);
  }

  private String imageName(Path folder) throws DataSetException {
    String image = root.path(IMAGE).asText().replace('\\', '/');
    try {
      Path own = path.toAbsolutePath().normalize().getParent();
      return own == null ? image : ImageNames.relative(folder, own.resolve(image));
    } catch (InvalidPathException problem) {
      throw new DataSetException(
          CsvSource.fileName(path) + ", imagePath: it is no valid file name; correct it.", problem);
    }
  }

  private Optional<ImageSize> size() {
    int width = root.path(WIDTH).asInt();
    int height = root.path(HEIGHT).asInt();
    return width > 0 && height > 0 ? Optional.of(new ImageSize(width, height)) : Optional.empty();
  }

  private Keypoint keypoint(int index, JsonNode shape, JsonNode corners) throws DataSetException {
    boolean occluded =
        shape.path(LabelmeShapes.FLAGS).path(LabelmeShapes.OCCLUDED).asBoolean(false);
    return new Keypoint(
        coordinate(index, corners.path(0).path(0)),
        coordinate(index, corners.path(0).path(1)),
        occluded ? Visibility.OCCLUDED : Visibility.VISIBLE);
  }

  private Optional<FaceBox> box(int index, JsonNode corners) throws DataSetException {
    double x1 = coordinate(index, corners.path(0).path(0));
    double y1 = coordinate(index, corners.path(0).path(1));
    double x2 = coordinate(index, corners.path(1).path(0));
    double y2 = coordinate(index, corners.path(1).path(1));
    double width = Math.abs(x2 - x1);
    double height = Math.abs(y2 - y1);
    return width > 0 && height > 0
        ? Optional.of(new FaceBox(Math.min(x1, x2), Math.min(y1, y2), width, height))
        : Optional.empty();
  }

  private double coordinate(int index, JsonNode value) throws DataSetException {
    if (value.isNumber() && PixelCoordinate.isValid(value.doubleValue())) {
      return value.doubleValue();
    }
    throw new DataSetException(
        "%s, shapes[%,d]: expected points of two numbers of pixels each; correct or remove this shape."
            .formatted(CsvSource.fileName(path), index));
  }
}
