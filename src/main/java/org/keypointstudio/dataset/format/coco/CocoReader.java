package org.keypointstudio.dataset.format.coco;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.PixelCoordinate;
import org.keypointstudio.dataset.format.json.JsonFiles;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.task.TaskContext;

/** Reads a COCO file in one pass, whatever the order of its parts. */
final class CocoReader {
  static final String IMAGES = "images";
  static final String ANNOTATIONS = "annotations";
  static final String CATEGORIES = "categories";
  static final String KEYPOINTS = "keypoints";

  private final Path file;
  private final TaskContext context;
  private final List<CocoContent.Category> categories = new ArrayList<>();
  private final List<CocoContent.Image> images = new ArrayList<>();
  private final List<CocoContent.Instance> annotations = new ArrayList<>();

  private CocoReader(Path file, TaskContext context) {
    this.file = file;
    this.context = context;
  }

  static CocoContent read(Path file, TaskContext context) throws DataSetException {
    CocoReader reader = new CocoReader(file, context);
    JsonFiles.read(file, reader::readRoot);
    return new CocoContent(reader.categories, reader.images, reader.annotations);
  }

  private void readRoot(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new DataSetException(
          name() + " is no COCO file: expected an object with images and annotations.");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String part = parser.currentName();
      parser.nextToken();
      switch (part) {
        case CATEGORIES -> JsonFiles.forEach(parser, context, this::category);
        case IMAGES -> JsonFiles.forEach(parser, context, this::image);
        case ANNOTATIONS -> JsonFiles.forEach(parser, context, this::annotation);
        default -> parser.skipChildren();
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      throw new DataSetException(
          name() + " ends in the midst of its objects: copy or download it again.");
    }
  }

  private String name() {
    return CsvSource.fileName(file);
  }

  private void category(int index, JsonNode node) {
    List<String> keypoints = new ArrayList<>();
    node.path(KEYPOINTS).forEach(keypoint -> keypoints.add(keypoint.asText()));
    if (keypoints.isEmpty()) {
      return;
    }
    List<IndexPair> skeleton = new ArrayList<>();
    for (JsonNode line : node.path("skeleton")) {
      if (line.size() == 2) {
        skeleton.add(new IndexPair(line.get(0).asInt() - 1, line.get(1).asInt() - 1));
      }
    }
    categories.add(
        new CocoContent.Category(
            node.path("id").asLong(), node.path("name").asText(""), keypoints, skeleton));
  }

  private void image(int index, JsonNode node) throws DataSetException {
    String fileName = node.path("file_name").asText("").replace('\\', '/');
    if (fileName.isEmpty() || !node.path("id").canConvertToLong()) {
      throw new DataSetException(
          "%s, images[%,d]: expected an id and a file_name; complete or remove this image."
              .formatted(name(), index));
    }
    int width = node.path("width").asInt();
    int height = node.path("height").asInt();
    images.add(
        new CocoContent.Image(
            node.path("id").asLong(),
            fileName,
            width > 0 && height > 0
                ? Optional.of(new ImageSize(width, height))
                : Optional.empty()));
  }

  private void annotation(int index, JsonNode node) throws DataSetException {
    JsonNode values = node.path(KEYPOINTS);
    double[] keypoints = new double[values.size()];
    if (keypoints.length % 3 != 0) {
      throw problem(
          index,
          "there are %,d numbers in keypoints; expected x, y and v for each keypoint"
              .formatted(keypoints.length));
    }
    for (int i = 0; i < keypoints.length; i++) {
      keypoints[i] = number(index, i, values.get(i));
    }
    JsonNode box = node.path("bbox");
    annotations.add(
        new CocoContent.Instance(
            node.path("image_id").asLong(),
            node.path("category_id").asLong(),
            keypoints,
            box.size() == 4 ? box(box) : Optional.empty(),
            node.path("iscrowd").asInt() == 1));
  }

  private double number(int annotation, int index, JsonNode value) throws DataSetException {
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    boolean isFlag = index % 3 == 2;
    boolean valid =
        isFlag ? number == 0 || number == 1 || number == 2 : PixelCoordinate.isValid(number);
    if (!valid) {
      throw problem(
          annotation,
          "keypoint %,d has the %s %s; expected %s"
              .formatted(
                  index / 3 + 1,
                  List.of("x", "y", "v").get(index % 3),
                  value,
                  isFlag ? "0, 1 or 2" : "a number of pixels"));
    }
    return number;
  }

  private DataSetException problem(int annotation, String what) {
    return new DataSetException(
        "%s, annotations[%,d]: %s; correct or remove this annotation."
            .formatted(name(), annotation, what));
  }

  private static Optional<FaceBox> box(JsonNode box) {
    double left = box.get(0).asDouble(Double.NaN);
    double top = box.get(1).asDouble(Double.NaN);
    double width = box.get(2).asDouble(Double.NaN);
    double height = box.get(3).asDouble(Double.NaN);
    return FaceBox.isBox(left, top, width, height)
        ? Optional.of(new FaceBox(left, top, width, height))
        : Optional.empty();
  }
}
