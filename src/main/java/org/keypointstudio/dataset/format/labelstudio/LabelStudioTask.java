package org.keypointstudio.dataset.format.labelstudio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.PixelCoordinate;
import org.keypointstudio.dataset.format.shape.ImageShapes;
import org.keypointstudio.dataset.image.GrayImageFile;
import org.keypointstudio.dataset.image.ImageLocator;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;

/**
 * One task: an image and what people said of it.
 *
 * @param place for sentences: the file and the task's position in it
 */
record LabelStudioTask(String place, JsonNode node) {
  static final String DATA = "data";
  static final String ANNOTATIONS = "annotations";
  static final String RESULT = "result";
  private static final String CANCELLED = "was_cancelled";

  /** The position of the annotation that counts, the first that was not cancelled; −1 for none. */
  int annotation() {
    JsonNode annotations = node.path(ANNOTATIONS);
    for (int i = 0; i < annotations.size(); i++) {
      if (!annotations.get(i).path(CANCELLED).asBoolean(false)) {
        return i;
      }
    }
    return -1;
  }

  /** The name of the field of {@code data} that holds the image's address. */
  String imageField() throws DataSetException {
    for (JsonNode result : results()) {
      String source = result.path("to_name").asText("");
      if (node.path(DATA).path(source).isTextual()) {
        return source;
      }
    }
    if (node.path(DATA).path("image").isTextual()) {
      return "image";
    }
    for (var field : node.path(DATA).properties()) {
      if (field.getValue().asText("").matches("(?i).+\\.(png|jpe?g|bmp|gif|webp|tiff?)([?#].*)?")) {
        return field.getKey();
      }
    }
    throw new DataSetException(
        place + ": its data names no image; expected \"data\": {\"image\": …}.");
  }

  private JsonNode results() {
    return node.path(ANNOTATIONS).path(annotation()).path(RESULT);
  }

  /** The regions of the annotation that counts; it is made if there is none. */
  ArrayNode editableResults() {
    ObjectNode task = (ObjectNode) node;
    ArrayNode annotations =
        task.get(ANNOTATIONS) instanceof ArrayNode known ? known : task.putArray(ANNOTATIONS);
    int index = annotation();
    ObjectNode annotation =
        index >= 0 && annotations.get(index) instanceof ObjectNode known
            ? known
            : annotations.addObject();
    return annotation.get(RESULT) instanceof ArrayNode known ? known : annotation.putArray(RESULT);
  }

  /**
   * Its points and rectangles in pixels.
   *
   * @param images gives the size of an image that no region gives
   */
  ImageShapes shapes(ImageLocator images) throws DataSetException {
    String name = TaskImage.name(node.path(DATA).path(imageField()).asText(), images);
    if (name.isEmpty()) {
      throw new DataSetException(place + ": its image has no name; correct the task's data.");
    }
    List<ImageShapes.Point> points = new ArrayList<>();
    List<ImageShapes.Box> boxes = new ArrayList<>();
    JsonNode results = results();
    Optional<ImageSize> size = size(results).or(() -> sizeOnDisk(name, images));
    for (int i = 0; i < results.size(); i++) {
      JsonNode region = results.get(i);
      JsonNode value = region.path(LabelStudioShapes.VALUE);
      String group = region.path(LabelStudioShapes.PARENT).asText("");
      switch (region.path(LabelStudioShapes.TYPE).asText("")) {
        case LabelStudioShapes.KEYPOINT_LABELS ->
            points.add(
                new ImageShapes.Point(
                    i,
                    value.path(LabelStudioShapes.KEYPOINT_LABELS).path(0).asText(""),
                    group,
                    keypoint(i, value, required(size, name))));
        case LabelStudioShapes.RECTANGLE_LABELS -> {
          Optional<FaceBox> box = box(i, value, required(size, name));
          if (box.isPresent()) {
            boxes.add(
                new ImageShapes.Box(
                    i,
                    value.path(LabelStudioShapes.RECTANGLE_LABELS).path(0).asText(""),
                    region.path(LabelStudioShapes.ID).asText(""),
                    box.get()));
          }
        }
        default -> {} // choices, polygons and texts stay in the file
      }
    }
    return new ImageShapes(name, size, points, boxes);
  }

  private static Optional<ImageSize> size(JsonNode results) {
    for (JsonNode region : results) {
      int width = region.path(LabelStudioShapes.WIDTH).asInt();
      int height = region.path(LabelStudioShapes.HEIGHT).asInt();
      if (width > 0 && height > 0) {
        return Optional.of(new ImageSize(width, height));
      }
    }
    return Optional.empty();
  }

  private static Optional<ImageSize> sizeOnDisk(String name, ImageLocator images) {
    try {
      return Optional.of(GrayImageFile.size(images.find(name)));
    } catch (IOException _) {
      return Optional.empty(); // it is listed as missing when the data set opens
    }
  }

  private ImageSize required(Optional<ImageSize> size, String name) throws DataSetException {
    return size.orElseThrow(
        () ->
            new DataSetException(
                "%s: the size of %s is not given and the image cannot be read, so percentages are no pixels; add original_width and original_height, or put the image beside the file."
                    .formatted(place, name)));
  }

  private Keypoint keypoint(int index, JsonNode value, ImageSize size) throws DataSetException {
    return Keypoint.visible(
        pixels(index, value.path("x"), size.width()),
        pixels(index, value.path("y"), size.height()));
  }

  private Optional<FaceBox> box(int index, JsonNode value, ImageSize size) throws DataSetException {
    double left = pixels(index, value.path("x"), size.width());
    double top = pixels(index, value.path("y"), size.height());
    double width = pixels(index, value.path("width"), size.width());
    double height = pixels(index, value.path("height"), size.height());
    return FaceBox.isBox(left, top, width, height)
        ? Optional.of(new FaceBox(left, top, width, height))
        : Optional.empty();
  }

  private double pixels(int index, JsonNode percent, int side) throws DataSetException {
    double pixels = percent.isNumber() ? percent.doubleValue() / 100 * side : Double.NaN;
    if (!PixelCoordinate.isValid(pixels)) {
      throw new DataSetException(
          "%s, result[%,d]: %s is no coordinate; expected a percentage of the image's side."
              .formatted(place, index, percent.isMissingNode() ? "nothing" : percent));
    }
    return pixels;
  }
}
