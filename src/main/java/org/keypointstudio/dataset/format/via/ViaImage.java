package org.keypointstudio.dataset.format.via;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.PixelCoordinate;
import org.keypointstudio.dataset.format.shape.ImageShapes;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;

/**
 * An image of VIA with its regions.
 *
 * @param place for sentences: the file and where in it the image is
 * @param fileName of the image
 * @param regions in the file's order
 */
record ViaImage(String place, String fileName, ArrayNode regions) {

  /**
   * An image of a JSON file.
   *
   * @param node with {@code filename} and {@code regions}, which version 1 numbered in an object
   */
  static ViaImage of(String place, JsonNode node) throws DataSetException {
    ArrayNode regions = JsonNodeFactory.instance.arrayNode();
    node.path("regions").forEach(regions::add);
    return named(place, node.path("filename").asText(""), regions);
  }

  /** An image whose name was checked. */
  static ViaImage named(String place, String fileName, ArrayNode regions) throws DataSetException {
    String name = fileName.replace('\\', '/').strip();
    if (name.isEmpty()) {
      throw new DataSetException(place + ": expected a filename; correct or remove this image.");
    }
    return new ViaImage(place, name, regions);
  }

  /** The attribute that names its keypoints, if any does. */
  Optional<String> nameAttribute() {
    for (JsonNode region : regions) {
      if (isPoint(region)) {
        Optional<String> attribute = ViaShapes.nameAttribute(region);
        if (attribute.isPresent()) {
          return attribute;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isPoint(JsonNode region) {
    return region.path(ViaShapes.SHAPE).path(ViaShapes.KIND).asText("").equals("point");
  }

  /** Its points and rectangles; points that nothing names are numbered in their order. */
  ImageShapes shapes() throws DataSetException {
    List<ImageShapes.Point> points = new ArrayList<>();
    List<ImageShapes.Box> boxes = new ArrayList<>();
    for (int i = 0; i < regions.size(); i++) {
      JsonNode region = regions.get(i);
      JsonNode shape = region.path(ViaShapes.SHAPE);
      String group = ViaShapes.group(region);
      if (isPoint(region)) {
        String number = "point_" + points.size();
        String name =
            ViaShapes.nameAttribute(region)
                .map(of -> ViaShapes.text(region.path(ViaShapes.ATTRIBUTES).path(of)))
                .orElse(number);
        points.add(new ImageShapes.Point(i, name, group, keypoint(i, region)));
      } else if (shape.path(ViaShapes.KIND).asText("").equals("rect")) {
        Optional<FaceBox> box = box(shape);
        if (box.isPresent()) {
          boxes.add(new ImageShapes.Box(i, ViaShapes.label(region), group, box.get()));
        }
      }
    }
    return new ImageShapes(fileName, Optional.empty(), points, boxes);
  }

  private Keypoint keypoint(int index, JsonNode region) throws DataSetException {
    JsonNode shape = region.path(ViaShapes.SHAPE);
    double x = shape.path("cx").isNumber() ? shape.path("cx").doubleValue() : Double.NaN;
    double y = shape.path("cy").isNumber() ? shape.path("cy").doubleValue() : Double.NaN;
    if (!PixelCoordinate.isValid(x) || !PixelCoordinate.isValid(y)) {
      throw new DataSetException(
          "%s, region %,d: expected cx and cy as numbers of pixels; correct or remove this point."
              .formatted(place, index));
    }
    return new Keypoint(
        x, y, ViaShapes.isOccluded(region) ? Visibility.OCCLUDED : Visibility.VISIBLE);
  }

  private static Optional<FaceBox> box(JsonNode shape) {
    double left = shape.path("x").asDouble(Double.NaN);
    double top = shape.path("y").asDouble(Double.NaN);
    double width = shape.path("width").asDouble(Double.NaN);
    double height = shape.path("height").asDouble(Double.NaN);
    return FaceBox.isBox(left, top, width, height)
        ? Optional.of(new FaceBox(left, top, width, height))
        : Optional.empty();
  }
}
