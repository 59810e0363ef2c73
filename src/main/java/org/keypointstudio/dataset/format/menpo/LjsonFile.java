package org.keypointstudio.dataset.format.menpo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.NamedFaces;
import org.keypointstudio.dataset.format.PixelCoordinate;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

/** One file of Menpo's landmark JSON: groups of points, of which each is y before x. */
final class LjsonFile {
  private static final long LARGEST_FILE = 64_000_000;
  private static final String LANDMARKS = "landmarks";
  private static final String POINTS = "points";
  private static final String LABELS = "labels";
  private static final String LABEL = "label";
  private static final String MASK = "mask";
  private static final String CONNECTIVITY = "connectivity";
  private static final String GROUPS = "groups";
  private static final ObjectMapper MAPPER = new JsonMapper();

  private final String name;
  private final ObjectNode root;

  private LjsonFile(String name, ObjectNode root) {
    this.name = name;
    this.root = root;
  }

  static LjsonFile read(Path file) throws DataSetException {
    AnnotationFile.requireAtMost(file, LARGEST_FILE);
    String name = CsvSource.fileName(file);
    try {
      if (MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode root) {
        return new LjsonFile(name, root);
      }
    } catch (JacksonException problem) {
      throw new DataSetException(
          "%s, line %,d: this is no whole JSON; correct it there."
              .formatted(
                  name, problem.getLocation() == null ? 1 : problem.getLocation().getLineNr()),
          problem);
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(file, problem);
    }
    throw new DataSetException(
        name + " holds no landmarks: expected a JSON object with a version.");
  }

  /** A new file of version 3. */
  static LjsonFile of(KeypointSchema schema, Map<String, Annotation> groups) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("version", 3);
    ObjectNode all = root.putObject(GROUPS);
    groups.forEach((group, annotation) -> putGroup(all.putObject(group), schema, annotation));
    return new LjsonFile("", root);
  }

  private static void putGroup(ObjectNode group, KeypointSchema schema, Annotation annotation) {
    ArrayNode labels = group.putArray(LABELS);
    for (int i = 0; i < schema.size(); i++) {
      ObjectNode label = labels.addObject();
      label.put(LABEL, schema.keypointNames().get(i));
      label.putArray(MASK).add(i);
    }
    ObjectNode landmarks = group.putObject(LANDMARKS);
    ArrayNode points = landmarks.putArray(POINTS);
    for (int i = 0; i < annotation.size(); i++) {
      points.add(point(annotation.keypoint(i)));
    }
    if (!schema.skeleton().isEmpty()) {
      ArrayNode lines = landmarks.putArray(CONNECTIVITY);
      schema.skeleton().forEach(line -> lines.addArray().add(line.first()).add(line.second()));
    }
  }

  private static ArrayNode point(Keypoint keypoint) {
    ArrayNode point = JsonNodeFactory.instance.arrayNode();
    return keypoint.isPlaced()
        ? point.add(keypoint.y()).add(keypoint.x())
        : point.addNull().addNull();
  }

  /** The groups of points by their names, in the file's order. */
  Map<String, Annotation> groups() throws DataSetException {
    Map<String, Annotation> groups = new LinkedHashMap<>();
    for (Map.Entry<String, List<JsonNode>> group : nodes().entrySet()) {
      List<Keypoint> keypoints = new ArrayList<>();
      for (JsonNode point : group.getValue()) {
        keypoints.add(keypoint(point, keypoints.size()));
      }
      if (keypoints.isEmpty() || keypoints.size() > NamedFaces.MOST_NAMES) {
        throw new DataSetException(
            "%s, group %s: there are %,d points; expected one to %,d."
                .formatted(
                    name, Excerpt.of(group.getKey()), keypoints.size(), NamedFaces.MOST_NAMES));
      }
      groups.put(group.getKey(), Annotation.of(keypoints));
    }
    return groups;
  }

  /** The arrays of y and x of each group. */
  private Map<String, List<JsonNode>> nodes() throws DataSetException {
    Map<String, List<JsonNode>> nodes = new LinkedHashMap<>();
    int version = root.path("version").asInt();
    switch (version) {
      case 1 -> {
        List<JsonNode> points = new ArrayList<>();
        for (JsonNode group : root.path(GROUPS)) {
          group.path(LANDMARKS).forEach(landmark -> points.add(landmark.path("point")));
        }
        nodes.put("LJSON", points);
      }
      case 2 -> nodes.put("LJSON", points(root));
      case 3 ->
          root.path(GROUPS)
              .properties()
              .forEach(group -> nodes.put(group.getKey(), points(group.getValue())));
      default ->
          throw new DataSetException(
              "%s is of version %d; expected version 1, 2 or 3 of Menpo's landmark JSON."
                  .formatted(name, version));
    }
    return nodes;
  }

  private static List<JsonNode> points(JsonNode group) {
    List<JsonNode> points = new ArrayList<>();
    group.path(LANDMARKS).path(POINTS).forEach(points::add);
    return points;
  }

  private Keypoint keypoint(JsonNode point, int index) throws DataSetException {
    JsonNode y = point.path(0);
    JsonNode x = point.path(1);
    if (point.size() == 2 && y.isNull() && x.isNull()) {
      return Keypoint.unlabelled();
    }
    if (point.size() == 2
        && y.isNumber()
        && x.isNumber()
        && PixelCoordinate.isValid(y.doubleValue())
        && PixelCoordinate.isValid(x.doubleValue())) {
      return Keypoint.visible(x.doubleValue(), y.doubleValue());
    }
    throw new DataSetException(
        "%s, point %,d: %s is no point; expected [y, x] in pixels, or [null, null] for a keypoint without a label."
            .formatted(name, index + 1, Excerpt.of(point.toString())));
  }

  /** The name of each point, if the file gives each a label of its own. */
  List<String> names(int size) {
    JsonNode labels = firstGroup().path(LABELS);
    String[] names = new String[size];
    Arrays.fill(names, "");
    for (JsonNode label : labels) {
      int index = label.path(MASK).size() == 1 ? label.path(MASK).path(0).asInt(-1) : -1;
      if (index >= 0 && index < size) {
        names[index] = label.path(LABEL).asText();
      }
    }
    Set<String> distinct = new LinkedHashSet<>(Arrays.asList(names));
    return distinct.size() == size && !distinct.contains("") ? List.copyOf(distinct) : List.of();
  }

  /** The lines between points that the file draws. */
  List<IndexPair> skeleton(int size) {
    Set<IndexPair> lines = new LinkedHashSet<>();
    for (JsonNode line : firstGroup().path(LANDMARKS).path(CONNECTIVITY)) {
      int first = line.path(0).asInt(-1);
      int second = line.path(1).asInt(-1);
      if (Math.min(first, second) >= 0 && Math.max(first, second) < size && first != second) {
        lines.add(new IndexPair(first, second));
      }
    }
    return List.copyOf(lines);
  }

  private JsonNode firstGroup() {
    JsonNode groups = root.path(GROUPS);
    return groups.isObject() && !groups.isEmpty() ? groups.iterator().next() : root;
  }

  /**
   * Puts other keypoints in the place of those that were read; what stayed keeps its digits.
   *
   * @param annotations one a group, in the file's order
   * @return whether anything changed
   */
  boolean replace(List<Annotation> annotations) throws DataSetException {
    boolean changed = false;
    int group = 0;
    for (List<JsonNode> points : nodes().values()) {
      Annotation after = annotations.get(group++);
      for (int i = 0; i < points.size(); i++) {
        Keypoint now = after.keypoint(i);
        ArrayNode point = (ArrayNode) points.get(i);
        if (!point(now).equals(point(keypoint(point, i)))) {
          point.removeAll();
          point.addAll(point(now));
          changed = true;
        }
      }
    }
    return changed;
  }

  void write(Path target) throws DataSetException {
    AnnotationFile.replace(
        target,
        temporary -> MAPPER.writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), root));
  }
}
