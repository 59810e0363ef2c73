package org.keypointstudio.dataset.format.labelstudio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A task of Label Studio's short export, JSON-MIN (labelstud.io/guide/export, "JSON_MIN"): one flat
 * object with the task's data, the values of each control under the control's name, and a few facts
 * of the annotation.
 */
final class JsonMinTask {
  /** What the short export calls a fact of the annotation, and what the full one calls it. */
  private static final Map<String, String> FACTS =
      Map.of(
          "annotation_id", "id",
          "annotator", "completed_by",
          "created_at", "created_at",
          "updated_at", "updated_at",
          "lead_time", "lead_time");

  private static final List<String> SHAPES =
      List.of(LabelStudioShapes.KEYPOINT_LABELS, LabelStudioShapes.RECTANGLE_LABELS);

  private JsonMinTask() {}

  /** Whether a task is one of the short export. */
  static boolean is(JsonNode task) {
    return task.isObject()
        && !task.has(LabelStudioTask.DATA)
        && !task.has(LabelStudioTask.ANNOTATIONS);
  }

  /** The same task as the full export has it. */
  static ObjectNode full(JsonNode task) {
    ObjectNode full = JsonNodeFactory.instance.objectNode();
    if (task.has(LabelStudioShapes.ID)) {
      full.set(LabelStudioShapes.ID, task.get(LabelStudioShapes.ID));
    }
    ObjectNode data = full.putObject(LabelStudioTask.DATA);
    ObjectNode annotation = full.putArray(LabelStudioTask.ANNOTATIONS).addObject();
    ArrayNode results = annotation.putArray(LabelStudioTask.RESULT);
    for (Map.Entry<String, JsonNode> field : task.properties()) {
      String name = field.getKey();
      if (FACTS.containsKey(name)) {
        annotation.set(FACTS.getOrDefault(name, name), field.getValue());
      } else if (holdsShapes(field.getValue())) {
        field.getValue().forEach(value -> results.add(result(name, value)));
      } else if (!name.equals(LabelStudioShapes.ID)) {
        data.set(name, field.getValue());
      }
    }
    return full;
  }

  private static boolean holdsShapes(JsonNode values) {
    return values.isArray() && SHAPES.stream().anyMatch(values.path(0)::has);
  }

  private static ObjectNode result(String control, JsonNode value) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("from_name", control);
    SHAPES.stream()
        .filter(value::has)
        .findFirst()
        .ifPresent(type -> result.put(LabelStudioShapes.TYPE, type));
    ObjectNode shape = result.putObject(LabelStudioShapes.VALUE);
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      boolean isOfImage =
          List.of(LabelStudioShapes.WIDTH, LabelStudioShapes.HEIGHT, "image_rotation")
              .contains(field.getKey());
      (isOfImage ? result : shape).set(field.getKey(), field.getValue());
    }
    return result;
  }
}
