package org.keypointstudio.dataset.format.coco;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.json.JsonFiles;
import org.keypointstudio.task.TaskContext;

/**
 * Copies a COCO file and changes only what its faces changed. Everything else (licences, masks,
 * other categories, fields that nobody knows) comes out as it came in.
 */
final class CocoRewriter {
  private final CocoContent content;
  private final CocoFaces before;
  private final List<AnnotatedFace> after;
  private final JsonGenerator json;
  private final TaskContext context;
  private final Map<Integer, Integer> faceOfAnnotation = new HashMap<>();
  private final Map<Integer, Integer> faceOfImage = new HashMap<>();
  private long highestId;

  /**
   * A rewriter.
   *
   * @param after the faces of {@code before} in the same order
   */
  CocoRewriter(
      CocoContent content,
      CocoFaces before,
      List<AnnotatedFace> after,
      JsonGenerator json,
      TaskContext context) {
    this.content = content;
    this.before = before;
    this.after = after;
    this.json = json;
    this.context = context;
    for (int face = 0; face < after.size(); face++) {
      CocoFaces.Place place = before.places().get(face);
      faceOfImage.putIfAbsent(place.image(), face);
      if (place.annotation() >= 0) {
        faceOfAnnotation.put(place.annotation(), face);
      }
    }
  }

  /** Copies the file at whose beginning the parser stands. */
  void copy(JsonParser parser) throws IOException {
    json.writeStartObject();
    boolean hasAnnotations = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String part = parser.currentName();
      json.writeFieldName(part);
      parser.nextToken();
      boolean isArray = parser.currentToken() == JsonToken.START_ARRAY;
      if (isArray && part.equals(CocoReader.IMAGES)) {
        json.writeStartArray();
        JsonFiles.forEach(parser, context, this::image);
        json.writeEndArray();
      } else if (isArray && part.equals(CocoReader.ANNOTATIONS)) {
        hasAnnotations = true;
        json.writeStartArray();
        JsonFiles.forEach(parser, context, this::annotation);
        addNew();
        json.writeEndArray();
      } else {
        json.copyCurrentStructureExact(parser);
      }
    }
    if (!hasAnnotations) {
      json.writeArrayFieldStart(CocoReader.ANNOTATIONS);
      addNew();
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void image(int index, JsonNode node) throws IOException {
    Integer face = faceOfImage.get(index);
    if (face != null && node instanceof ObjectNode image) {
      String name = after.get(face).imageName();
      if (!name.equals(before.images().faces().get(face).imageName())) {
        image.put("file_name", name);
      }
    }
    json.writeTree(node);
  }

  private void annotation(int index, JsonNode node) throws IOException {
    highestId = Math.max(highestId, node.path("id").asLong());
    Integer face = faceOfAnnotation.get(index);
    if (face != null && node instanceof ObjectNode annotation) {
      AnnotatedFace old = before.images().faces().get(face);
      if (!old.annotation().equals(after.get(face).annotation())) {
        CocoInstance.putKeypoints(
            annotation, old.annotation(), after.get(face).annotation(), before.order().positions());
      }
    }
    json.writeTree(node);
  }

  /** Images that had no annotation and got one. */
  private void addNew() throws IOException {
    for (int face = 0; face < after.size(); face++) {
      CocoFaces.Place place = before.places().get(face);
      if (place.annotation() < 0 && !after.get(face).isEmptyImage()) {
        json.writeTree(
            CocoInstance.of(
                after.get(face),
                ++highestId,
                content.images().get(place.image()).id(),
                before.category().id(),
                before.order().positions()));
      }
    }
  }
}
