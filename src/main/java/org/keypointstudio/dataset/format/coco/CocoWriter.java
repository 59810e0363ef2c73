package org.keypointstudio.dataset.format.coco;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.task.TaskContext;

/** Writes a new COCO file. */
final class CocoWriter {
  private static final String DEFAULT_CATEGORY = "face";

  private final AnnotatedImages images;
  private final JsonGenerator json;
  private final TaskContext context;
  private final List<String> labels;

  CocoWriter(AnnotatedImages images, JsonGenerator json, TaskContext context) {
    this.images = images;
    this.json = json;
    this.context = context;
    this.labels =
        new ArrayList<>(
            images.faces().stream()
                .filter(face -> !face.isEmptyImage())
                .map(CocoWriter::label)
                .distinct()
                .toList());
    if (labels.isEmpty()) {
      labels.add(DEFAULT_CATEGORY);
    }
  }

  private static String label(AnnotatedFace face) {
    return face.label().isEmpty() ? DEFAULT_CATEGORY : face.label();
  }

  void write() throws IOException {
    Map<String, List<AnnotatedFace>> byImage = images.byImage();
    Map<String, Long> ids = new LinkedHashMap<>();
    json.writeStartObject();
    json.writeObjectFieldStart("info");
    json.writeStringField("description", images.schema().name());
    json.writeEndObject();
    writeCategories();
    json.writeArrayFieldStart(CocoReader.IMAGES);
    for (Map.Entry<String, List<AnnotatedFace>> image : byImage.entrySet()) {
      long id = ids.size() + 1L;
      ids.put(image.getKey(), id);
      writeImage(id, image.getKey(), image.getValue());
    }
    json.writeEndArray();
    writeAnnotations(ids);
    json.writeEndObject();
  }

  private void writeCategories() throws IOException {
    json.writeArrayFieldStart(CocoReader.CATEGORIES);
    for (int i = 0; i < labels.size(); i++) {
      json.writeStartObject();
      json.writeNumberField("id", i + 1);
      json.writeStringField("name", labels.get(i));
      json.writeStringField("supercategory", labels.get(i));
      json.writeArrayFieldStart(CocoReader.KEYPOINTS);
      for (String keypoint : images.schema().keypointNames()) {
        json.writeString(keypoint);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("skeleton");
      for (IndexPair line : images.schema().skeleton()) {
        json.writeArray(new int[] {line.first() + 1, line.second() + 1}, 0, 2);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeImage(long id, String name, List<AnnotatedFace> faces) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", id);
    json.writeStringField("file_name", name);
    Optional<ImageSize> size =
        faces.stream().flatMap(face -> face.imageSize().stream()).findFirst();
    if (size.isPresent()) {
      json.writeNumberField("width", size.get().width());
      json.writeNumberField("height", size.get().height());
    }
    json.writeEndObject();
  }

  private void writeAnnotations(Map<String, Long> imageIds) throws IOException {
    List<Integer> positions = IntStream.range(0, images.schema().size()).boxed().toList();
    json.writeArrayFieldStart(CocoReader.ANNOTATIONS);
    long id = 1;
    for (AnnotatedFace face : images.faces()) {
      if (!face.isEmptyImage()) {
        context.throwIfCancelled();
        long image = imageIds.getOrDefault(face.imageName(), 0L);
        long category = labels.indexOf(label(face)) + 1L;
        json.writeTree(CocoInstance.of(face, id++, image, category, positions));
      }
    }
    json.writeEndArray();
  }
}
