package org.keypointstudio.dataset.format.labelstudio;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.dataset.format.json.JsonFiles;
import org.keypointstudio.dataset.format.json.JsonHead;
import org.keypointstudio.dataset.format.shape.ImageShapes;
import org.keypointstudio.dataset.format.shape.ShapeEdits;
import org.keypointstudio.dataset.format.shape.ShapeFaces;
import org.keypointstudio.dataset.image.ImageLocator;
import org.keypointstudio.task.TaskContext;

/**
 * The JSON that Label Studio exports and imports (labelstud.io, "Label Studio JSON format of
 * annotated tasks" and "KeyPointLabels"): an array of tasks.
 *
 * <p>A keypoint is a region of the type {@code keypointlabels}; its x and y are percentages of
 * {@code original_width} and {@code original_height}, and x/100 · width is taken as this program's
 * coordinate, as Label Studio's own converter to COCO does. A {@code rectanglelabels} region is a
 * face's box; the regions that name it as {@code parentID} are its points. Of several annotations
 * of a task the first that was not cancelled counts; predictions are no labels. A save changes the
 * regions that were changed and copies everything else.
 */
public final class LabelStudio implements KeypointFormat {
  private final ShapeEdits edits = new ShapeEdits(new LabelStudioShapes());

  @Override
  public String id() {
    return "label-studio";
  }

  @Override
  public String displayName() {
    return "Label Studio (JSON)";
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
    return EnumSet.of(
        Feature.PARTLY_LABELLED,
        Feature.FRACTIONS,
        Feature.BOXES,
        Feature.SEVERAL_FACES,
        Feature.EMPTY_IMAGES,
        Feature.KEYPOINT_NAMES);
  }

  @Override
  public boolean needsImageSizes() {
    return true;
  }

  @Override
  public boolean recognises(Path path, byte[] head) {
    JsonHead json = JsonHead.of(head);
    boolean isShort =
        !json.has(1, LabelStudioTask.DATA)
            && (json.has(1, "annotation_id") || json.has(1, "annotator"))
            && json.has(2, LabelStudioShapes.KEYPOINT_LABELS);
    return json.isArray() && (isShort || isFull(json));
  }

  private static boolean isFull(JsonHead json) {
    return json.has(1, LabelStudioTask.DATA)
        && (json.has(1, LabelStudioTask.ANNOTATIONS)
            || json.has(2, LabelStudioTask.RESULT)
            || json.has(1, "predictions"));
  }

  @Override
  public AnnotatedImages read(Path path, TaskContext context) throws DataSetException {
    return faces(path, context).images();
  }

  private static ShapeFaces faces(Path path, TaskContext context) throws DataSetException {
    String fileName = CsvSource.fileName(path);
    List<ImageShapes> shapes = new ArrayList<>();
    List<String> severalAnnotations = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    try {
      ImageLocator images = ImageLocator.beside(path);
      JsonFiles.read(
          path,
          parser -> {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
              throw new DataSetException(
                  fileName + " is no export of Label Studio: expected an array of tasks.");
            }
            JsonFiles.forEach(
                parser,
                context,
                (index, node) -> {
                  if (index == 0 && JsonMinTask.is(node)) {
                    remarks.add(
                        fileName
                            + " is Label Studio's short export, JSON-MIN; a save writes the full"
                            + " one, which Label Studio imports.");
                  }
                  LabelStudioTask task = task(fileName, index, node);
                  shapes.add(task.shapes(images));
                  if (node.path(LabelStudioTask.ANNOTATIONS).size() > 1) {
                    severalAnnotations.add(String.valueOf(index));
                  }
                });
          });
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(path, problem);
    }
    if (!severalAnnotations.isEmpty()) {
      remarks.add(
          "%,d tasks of %s have several annotations; the first of each that was not cancelled is shown."
              .formatted(severalAnnotations.size(), fileName));
    }
    return ShapeFaces.of(fileName, shapes, remarks);
  }

  private static LabelStudioTask task(String fileName, int index, JsonNode node)
      throws DataSetException {
    String place = "%s, task %,d".formatted(fileName, index + 1);
    if (!node.isObject()) {
      throw new DataSetException(place + ": expected an object with data and annotations.");
    }
    return new LabelStudioTask(place, JsonMinTask.is(node) ? JsonMinTask.full(node) : node);
  }

  @Override
  public void write(AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    JsonFiles.write(
        target,
        json -> {
          json.writeStartArray();
          int id = 1;
          for (Map.Entry<String, List<AnnotatedFace>> image : images.byImage().entrySet()) {
            context.throwIfCancelled();
            ObjectNode task = JsonNodeFactory.instance.objectNode();
            task.put(LabelStudioShapes.ID, id++);
            task.putObject(LabelStudioTask.DATA).put("image", TaskImage.address(image.getKey()));
            ArrayNode annotations = task.putArray(LabelStudioTask.ANNOTATIONS);
            ArrayNode results = JsonNodeFactory.instance.arrayNode();
            edits.addAll(results, image.getValue(), images.schema());
            if (!results.isEmpty()) {
              annotations.addObject().set(LabelStudioTask.RESULT, results);
            }
            json.writeTree(task);
          }
          json.writeEndArray();
        });
  }

  @Override
  public void rewrite(Path original, AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    ShapeFaces before = faces(original, context);
    String fileName = CsvSource.fileName(original);
    JsonFiles.write(
        target,
        json ->
            JsonFiles.readToCopy(
                original,
                parser -> {
                  json.writeStartArray();
                  JsonFiles.forEach(
                      parser,
                      context,
                      (index, node) -> {
                        LabelStudioTask task = task(fileName, index, node);
                        rewrite(task, index, before, images);
                        json.writeTree(task.node());
                      });
                  json.writeEndArray();
                }));
  }

  private void rewrite(LabelStudioTask task, int index, ShapeFaces before, AnnotatedImages images)
      throws DataSetException {
    int face = before.firstFace(index);
    String name = images.faces().get(face).imageName();
    if (!name.equals(before.images().faces().get(face).imageName())
        && task.node().get(LabelStudioTask.DATA) instanceof ObjectNode data) {
      data.put(task.imageField(), TaskImage.address(name));
    }
    if (before.isChanged(index, images)) {
      edits.apply(task.editableResults(), index, before, images);
    }
  }
}
