package org.keypointstudio.dataset.format.labelme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.json.JsonFiles;
import org.keypointstudio.dataset.format.shape.ShapeCodec;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;

/** How labelme writes points and rectangles. */
final class LabelmeShapes implements ShapeCodec {
  static final String LABEL = "label";
  static final String POINTS = "points";
  static final String GROUP = "group_id";
  static final String TYPE = "shape_type";
  static final String FLAGS = "flags";
  static final String OCCLUDED = "occluded";

  @Override
  public void move(ObjectNode point, Keypoint keypoint, Optional<ImageSize> size) {
    ArrayNode points = point.putArray(POINTS);
    points.addArray().add(JsonFiles.number(keypoint.x())).add(JsonFiles.number(keypoint.y()));
    ObjectNode flags =
        point.get(FLAGS) instanceof ObjectNode known ? known : point.putObject(FLAGS);
    if (keypoint.visibility() == Visibility.OCCLUDED) {
      flags.put(OCCLUDED, true);
    } else if (flags.has(OCCLUDED)) {
      flags.put(OCCLUDED, false);
    }
  }

  @Override
  public ObjectNode point(String name, Keypoint keypoint, String group, Optional<ImageSize> size) {
    ObjectNode shape = shape(name, group, "point");
    move(shape, keypoint, size);
    return shape;
  }

  @Override
  public ObjectNode box(String label, FaceBox box, String group, Optional<ImageSize> size) {
    ObjectNode shape = shape(label, group, "rectangle");
    ArrayNode points = shape.putArray(POINTS);
    points.addArray().add(JsonFiles.number(box.left())).add(JsonFiles.number(box.top()));
    points.addArray().add(JsonFiles.number(box.right())).add(JsonFiles.number(box.bottom()));
    return shape;
  }

  private static ObjectNode shape(String label, String group, String type) {
    ObjectNode shape = JsonNodeFactory.instance.objectNode();
    shape.put(LABEL, label);
    shape.putArray(POINTS);
    JsonNode groupId =
        group.matches("\\d{1,9}")
            ? shape.numberNode(Integer.parseInt(group))
            : group.isEmpty() ? shape.nullNode() : shape.textNode(group);
    shape.set(GROUP, groupId);
    shape.put("description", "").put(TYPE, type).putObject(FLAGS);
    return shape;
  }
}
