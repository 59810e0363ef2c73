package org.keypointstudio.dataset.format.via;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.json.JsonFiles;
import org.keypointstudio.dataset.format.shape.ShapeCodec;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;

/**
 * How VIA writes points and rectangles. People choose the names of a region's attributes; those
 * that are usual are understood, and a file's own name for keypoints is used on for new points.
 *
 * @param nameAttribute the attribute that names the keypoint
 */
record ViaShapes(String nameAttribute) implements ShapeCodec {
  static final String SHAPE = "shape_attributes";
  static final String ATTRIBUTES = "region_attributes";
  static final String KIND = "name";
  static final String DEFAULT_NAME = "keypoint";
  private static final String GROUP = "face";
  private static final String LABEL = "label";
  private static final String VISIBILITY = "visibility";
  private static final Set<String> GROUPS =
      Set.of(GROUP, "group", "group_id", "instance", "person");
  private static final Set<String> NAMES =
      Set.of(DEFAULT_NAME, "name", LABEL, "landmark", "part", "type", "class");
  private static final Set<String> STATES = Set.of(VISIBILITY, "occluded", "visible");

  /** The attribute of a point that names its keypoint, if it has one. */
  static Optional<String> nameAttribute(JsonNode region) {
    Optional<String> other = Optional.empty();
    for (Map.Entry<String, JsonNode> attribute : region.path(ATTRIBUTES).properties()) {
      String name = attribute.getKey().toLowerCase(Locale.ROOT);
      if (NAMES.contains(name) && !text(attribute.getValue()).isEmpty()) {
        return Optional.of(attribute.getKey());
      }
      if (other.isEmpty()
          && !GROUPS.contains(name)
          && !STATES.contains(name)
          && !text(attribute.getValue()).isEmpty()) {
        other = Optional.of(attribute.getKey());
      }
    }
    return other;
  }

  /** A text, or the first option that is chosen of several. */
  static String text(JsonNode value) {
    if (value.isValueNode() && !value.isNull()) {
      return value.asText().strip();
    }
    for (Map.Entry<String, JsonNode> option : value.properties()) {
      if (option.getValue().asBoolean()) {
        return option.getKey();
      }
    }
    return "";
  }

  /** The group that a region names; empty if none. */
  static String group(JsonNode region) {
    for (Map.Entry<String, JsonNode> attribute : region.path(ATTRIBUTES).properties()) {
      if (GROUPS.contains(attribute.getKey().toLowerCase(Locale.ROOT))) {
        return text(attribute.getValue());
      }
    }
    return "";
  }

  /** The label of a rectangle; empty if none. */
  static String label(JsonNode region) {
    return text(region.path(ATTRIBUTES).path(LABEL));
  }

  /** Whether a region says that its keypoint is hidden. */
  static boolean isOccluded(JsonNode region) {
    String visibility = text(region.path(ATTRIBUTES).path(VISIBILITY)).toLowerCase(Locale.ROOT);
    String occluded = text(region.path(ATTRIBUTES).path("occluded")).toLowerCase(Locale.ROOT);
    return Set.of("occluded", "hidden").contains(visibility)
        || Set.of("1", "true", "yes").contains(occluded);
  }

  @Override
  public void move(ObjectNode point, Keypoint keypoint, Optional<ImageSize> size) {
    ObjectNode shape =
        point.get(SHAPE) instanceof ObjectNode known ? known : point.putObject(SHAPE);
    shape.put(KIND, "point");
    shape.set("cx", JsonFiles.number(keypoint.x()));
    shape.set("cy", JsonFiles.number(keypoint.y()));
    ObjectNode attributes =
        point.get(ATTRIBUTES) instanceof ObjectNode known ? known : point.putObject(ATTRIBUTES);
    boolean occluded = keypoint.visibility() == Visibility.OCCLUDED;
    if (occluded != isOccluded(point)) {
      attributes.remove("occluded");
      attributes.put(VISIBILITY, occluded ? "occluded" : "visible");
    }
  }

  @Override
  public ObjectNode point(String name, Keypoint keypoint, String group, Optional<ImageSize> size) {
    ObjectNode region = JsonNodeFactory.instance.objectNode();
    region.putObject(SHAPE);
    ObjectNode attributes = region.putObject(ATTRIBUTES);
    attributes.put(nameAttribute, name);
    putGroup(attributes, group);
    move(region, keypoint, size);
    return region;
  }

  @Override
  public ObjectNode box(String label, FaceBox box, String group, Optional<ImageSize> size) {
    ObjectNode region = JsonNodeFactory.instance.objectNode();
    ObjectNode shape = region.putObject(SHAPE);
    shape.put(KIND, "rect");
    shape.set("x", JsonFiles.number(box.left()));
    shape.set("y", JsonFiles.number(box.top()));
    shape.set("width", JsonFiles.number(box.width()));
    shape.set("height", JsonFiles.number(box.height()));
    ObjectNode attributes = region.putObject(ATTRIBUTES);
    attributes.put(LABEL, label);
    putGroup(attributes, group);
    return region;
  }

  private static void putGroup(ObjectNode attributes, String group) {
    if (!group.isEmpty()) {
      attributes.put(GROUP, group);
    }
  }
}
