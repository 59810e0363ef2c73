package org.keypointstudio.dataset.format.labelstudio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.shape.ShapeCodec;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;

/** How Label Studio writes points and rectangles: in percent of the image's width and height. */
final class LabelStudioShapes implements ShapeCodec {
  static final String ID = "id";
  static final String TYPE = "type";
  static final String VALUE = "value";
  static final String PARENT = "parentID";
  static final String KEYPOINT_LABELS = "keypointlabels";
  static final String RECTANGLE_LABELS = "rectanglelabels";
  static final String WIDTH = "original_width";
  static final String HEIGHT = "original_height";

  /** How large Label Studio draws a point, in percent of the image's width. */
  private static final double DRAWN_WIDTH = 0.5;

  @Override
  public void move(ObjectNode point, Keypoint keypoint, Optional<ImageSize> size) {
    ImageSize of = required(size);
    ObjectNode value =
        point.get(VALUE) instanceof ObjectNode known ? known : point.putObject(VALUE);
    value.put("x", percent(keypoint.x(), of.width()));
    value.put("y", percent(keypoint.y(), of.height()));
  }

  private static double percent(double pixels, int side) {
    return 100 * pixels / side;
  }

  private static ImageSize required(Optional<ImageSize> size) {
    return size.orElseThrow(() -> new IllegalArgumentException("Percentages need a size"));
  }

  @Override
  public ObjectNode point(String name, Keypoint keypoint, String group, Optional<ImageSize> size) {
    ObjectNode shape = shape(KEYPOINT_LABELS, UUID.randomUUID().toString(), required(size));
    move(shape, keypoint, size);
    ObjectNode value = (ObjectNode) shape.get(VALUE);
    value.put("width", DRAWN_WIDTH).putArray(KEYPOINT_LABELS).add(name);
    if (!group.isEmpty()) {
      shape.put(PARENT, group);
    }
    return shape;
  }

  @Override
  public ObjectNode box(String label, FaceBox box, String group, Optional<ImageSize> size) {
    ImageSize of = required(size);
    ObjectNode shape = shape(RECTANGLE_LABELS, group, of);
    shape
        .putObject(VALUE)
        .put("x", percent(box.left(), of.width()))
        .put("y", percent(box.top(), of.height()))
        .put("width", percent(box.width(), of.width()))
        .put("height", percent(box.height(), of.height()))
        .put("rotation", 0)
        .putArray(RECTANGLE_LABELS)
        .add(label);
    return shape;
  }

  private static ObjectNode shape(String type, String id, ImageSize size) {
    boolean isPoint = type.equals(KEYPOINT_LABELS);
    return JsonNodeFactory.instance
        .objectNode()
        .put(ID, id)
        .put(TYPE, type)
        .put("from_name", isPoint ? "keypoints" : "boxes")
        .put("to_name", "image")
        .put(WIDTH, size.width())
        .put(HEIGHT, size.height())
        .put("image_rotation", 0);
  }
}
