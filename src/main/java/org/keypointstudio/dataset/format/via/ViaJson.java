package org.keypointstudio.dataset.format.via;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.dataset.format.json.JsonFiles;
import org.keypointstudio.dataset.format.json.JsonHead;
import org.keypointstudio.dataset.format.shape.ShapeEdits;
import org.keypointstudio.dataset.format.shape.ShapeFaces;
import org.keypointstudio.task.TaskContext;

/**
 * The JSON of the VGG Image Annotator 2 (robots.ox.ac.uk/~vgg/software/via, {@code CodeDoc.md}): a
 * project, or the annotations alone, as one object by {@code filename + size}. Version 1, whose
 * regions are numbered in an object, is read, too.
 *
 * <p>A keypoint is a region of the shape {@code point} with {@code cx} and {@code cy} in pixels,
 * taken as this program's coordinates; one of the region's attributes names it, else its number in
 * the image does. A region of the shape {@code rect} is a face's box; the attribute {@code face}
 * holds the regions of a face together, and {@code visibility} says {@code occluded}. A save
 * changes the regions that were changed and copies everything else.
 */
public final class ViaJson implements KeypointFormat {
  private static final String METADATA = "_via_img_metadata";
  private static final String REGIONS = "regions";
  private static final String FILE_NAME = "filename";

  @Override
  public String id() {
    return "via";
  }

  @Override
  public String displayName() {
    return "VGG Image Annotator (JSON)";
  }

  @Override
  public Layout layout() {
    return Layout.ONE_FILE;
  }

  @Override
  public String fileEnding() {
    return ".json";
  }

  @Override
  public Set<Feature> carries() {
    return ViaFaces.carries();
  }

  @Override
  public boolean recognises(Path path, byte[] head) {
    JsonHead json = JsonHead.of(head);
    return !json.isArray()
        && (json.has(1, METADATA)
            || json.has(1, "_via_settings")
            || (json.has(2, FILE_NAME) && (json.has(2, REGIONS) || json.has(2, "size"))));
  }

  /** Takes the images of a file in turn. */
  @FunctionalInterface
  private interface Images {
    void take(String key, JsonNode image) throws IOException;
  }

  /** Takes what is around the images. */
  @FunctionalInterface
  private interface Rest {
    default void beginImages() throws IOException {}

    default void endImages() throws IOException {}

    void copy(String field, JsonParser value) throws IOException;
  }

  @Override
  public AnnotatedImages read(Path path, TaskContext context) throws DataSetException {
    return collect(path, context).faces(CsvSource.fileName(path)).images();
  }

  private static ViaFaces collect(Path path, TaskContext context) throws DataSetException {
    ViaFaces faces = new ViaFaces();
    JsonFiles.read(
        path,
        parser ->
            walk(
                path,
                parser,
                (key, image) -> {
                  context.throwIfCancelled();
                  faces.add(image(path, key, image));
                },
                (_, value) -> value.skipChildren()));
    return faces;
  }

  private static ViaImage image(Path path, String key, JsonNode image) throws DataSetException {
    return ViaImage.of("%s, %s".formatted(CsvSource.fileName(path), key), image);
  }

  private static void walk(Path path, JsonParser parser, Images images, Rest rest)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new DataSetException(
          CsvSource.fileName(path) + " is no file of VIA: expected an object with its images.");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals(METADATA) && value == JsonToken.START_OBJECT) {
        rest.beginImages();
        walk(path, parser, images, rest);
        rest.endImages();
      } else if (field.startsWith("_via") || value != JsonToken.START_OBJECT) {
        rest.copy(field, parser);
      } else {
        images.take(field, JsonFiles.tree(parser));
      }
    }
  }

  @Override
  public void write(AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    ShapeEdits edits = ViaFaces.newEdits();
    List<String> keys = new ArrayList<>();
    JsonFiles.write(
        target,
        json -> {
          json.writeStartObject();
          json.writeObjectFieldStart(METADATA);
          for (Map.Entry<String, List<AnnotatedFace>> image : images.byImage().entrySet()) {
            context.throwIfCancelled();
            long size = ViaFaces.sizeInBytes(target, image.getKey());
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put(FILE_NAME, image.getKey()).put("size", size);
            edits.addAll(node.putArray(REGIONS), image.getValue(), images.schema());
            node.putObject("file_attributes");
            String key = image.getKey() + size;
            keys.add(key);
            json.writeFieldName(key);
            json.writeTree(node);
          }
          json.writeEndObject();
          writeProject(json, images.schema().keypointNames(), keys);
          json.writeEndObject();
        });
  }

  /** What makes the file a project that VIA opens. */
  private static void writeProject(JsonGenerator json, List<String> keypoints, List<String> keys)
      throws IOException {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    settings.putObject("core").put("default_filepath", "");
    settings.putObject("project").put("name", "keypoints");
    json.writeFieldName("_via_settings");
    json.writeTree(settings);
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    ObjectNode name = attributes.putObject("region").putObject(ViaShapes.DEFAULT_NAME);
    name.put("type", "dropdown").put("description", "").putObject("default_options");
    ObjectNode options = name.putObject("options");
    keypoints.forEach(keypoint -> options.put(keypoint, ""));
    attributes.putObject("file");
    json.writeFieldName("_via_attributes");
    json.writeTree(attributes);
    json.writeStringField("_via_data_format_version", "2.0.10");
    json.writeArrayFieldStart("_via_image_id_list");
    for (String key : keys) {
      json.writeString(key);
    }
    json.writeEndArray();
  }

  @Override
  public void rewrite(Path original, AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    ViaFaces collected = collect(original, context);
    ShapeFaces before = collected.faces(CsvSource.fileName(original));
    ShapeEdits edits = collected.edits();
    JsonFiles.write(
        target,
        json ->
            JsonFiles.readToCopy(
                original,
                parser -> new Rewriting(json, before, images, edits).run(original, parser)));
  }

  /** Copies a file with the regions that changed. */
  private static final class Rewriting implements Rest {
    private final JsonGenerator json;
    private final ShapeFaces before;
    private final AnnotatedImages after;
    private final ShapeEdits edits;
    private int image;

    Rewriting(JsonGenerator json, ShapeFaces before, AnnotatedImages after, ShapeEdits edits) {
      this.json = json;
      this.before = before;
      this.after = after;
      this.edits = edits;
    }

    void run(Path original, JsonParser parser) throws IOException {
      json.writeStartObject();
      walk(original, parser, this::image, this);
      json.writeEndObject();
    }

    @Override
    public void beginImages() throws IOException {
      json.writeObjectFieldStart(METADATA);
    }

    @Override
    public void endImages() throws IOException {
      json.writeEndObject();
    }

    @Override
    public void copy(String field, JsonParser value) throws IOException {
      json.writeFieldName(field);
      json.copyCurrentStructureExact(value);
    }

    private void image(String key, JsonNode node) throws IOException {
      if (node instanceof ObjectNode object) {
        edit(object);
      }
      json.writeFieldName(key);
      json.writeTree(node);
    }

    private void edit(ObjectNode node) {
      int index = image++;
      int face = before.firstFace(index);
      String name = after.faces().get(face).imageName();
      if (!name.equals(before.images().faces().get(face).imageName())) {
        node.put(FILE_NAME, name);
      }
      if (!before.isChanged(index, after)) {
        return;
      }
      ArrayNode regions = JsonNodeFactory.instance.arrayNode();
      node.path(REGIONS).forEach(regions::add);
      edits.apply(regions, index, before, after);
      if (node.get(REGIONS) instanceof ObjectNode) {
        ObjectNode numbered = node.putObject(REGIONS);
        regions.forEach(region -> numbered.set(String.valueOf(numbered.size()), region));
      } else {
        node.set(REGIONS, regions);
      }
    }
  }
}
