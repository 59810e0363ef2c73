package org.keypointstudio.project.labels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;

/**
 * Labels of a face as JSON. Keypoints are named by their index in the schema; what is as in a face
 * that was just loaded is left out.
 */
public final class LabelsJson {
  private static final String X = "x";
  private static final String Y = "y";
  private static final String OCCLUDED = "occluded";
  private static final String ABSENT = "absent";
  private static final String ORIGINS = "origins";
  private static final String LOCKED = "locked";
  private static final String NOTE = "note";
  private static final String TAGS = "tags";
  private static final String REVIEWED = "reviewed";
  private static final String MODEL_PREFIX = "model:";

  private LabelsJson() {}

  /** Puts the coordinates, in pixels; null for a keypoint without a place. */
  public static void putCoordinates(ObjectNode face, Annotation annotation) {
    ArrayNode x = face.putArray(X);
    ArrayNode y = face.putArray(Y);
    for (int keypoint = 0; keypoint < annotation.size(); keypoint++) {
      if (annotation.isPlaced(keypoint)) {
        x.add(annotation.x(keypoint));
        y.add(annotation.y(keypoint));
      } else {
        x.addNull();
        y.addNull();
      }
    }
  }

  /** Puts everything but the coordinates. */
  public static void putMarks(ObjectNode face, FaceLabels labels) {
    Annotation annotation = labels.annotation();
    putIndices(
        face, OCCLUDED, labels, index -> annotation.visibility(index) == Visibility.OCCLUDED);
    putIndices(face, ABSENT, labels, index -> annotation.visibility(index) == Visibility.ABSENT);
    putIndices(face, LOCKED, labels, labels::isLocked);
    if (!labels.origins().isEmpty()) {
      putOrigins(face.putObject(ORIGINS), labels.origins());
    }
    FaceNotes notes = labels.notes();
    if (!notes.note().isEmpty()) {
      face.put(NOTE, notes.note());
    }
    if (!notes.tags().isEmpty()) {
      notes.tags().forEach(face.putArray(TAGS)::add);
    }
    if (notes.reviewed()) {
      face.put(REVIEWED, true);
    }
  }

  private static void putIndices(
      ObjectNode face, String name, FaceLabels labels, IntPredicate isNamed) {
    int[] indices = IntStream.range(0, labels.annotation().size()).filter(isNamed).toArray();
    if (indices.length > 0) {
      ArrayNode array = face.putArray(name);
      IntStream.of(indices).forEach(array::add);
    }
  }

  private static void putOrigins(ObjectNode node, List<Origin> origins) {
    Map<String, List<Integer>> keypoints = new TreeMap<>();
    for (int keypoint = 0; keypoint < origins.size(); keypoint++) {
      Origin origin = origins.get(keypoint);
      if (!origin.equals(Origin.FILE)) {
        keypoints.computeIfAbsent(text(origin), _ -> new ArrayList<>()).add(keypoint);
      }
    }
    keypoints.forEach((origin, indices) -> indices.forEach(node.putArray(origin)::add));
  }

  private static String text(Origin origin) {
    return switch (origin.kind()) {
      case FILE -> "file";
      case HAND -> "hand";
      case MEAN_SHAPE -> "mean-shape";
      case MODEL -> MODEL_PREFIX + origin.source();
    };
  }

  private static Origin origin(String text) throws IOException {
    if (text.startsWith(MODEL_PREFIX) && text.length() > MODEL_PREFIX.length()) {
      return Origin.model(text.substring(MODEL_PREFIX.length()));
    }
    return switch (text) {
      case "file" -> Origin.FILE;
      case "hand" -> Origin.HAND;
      case "mean-shape" -> Origin.MEAN_SHAPE;
      default -> throw new IOException("the unknown origin \"" + text + "\"");
    };
  }

  /**
   * The coordinates that {@link #putCoordinates} put.
   *
   * @param size the number of keypoints
   * @throws IOException if they are not those of a face with so many keypoints; the message says
   *     what is wrong as part of a sentence
   */
  public static Annotation coordinates(JsonNode face, int size) throws IOException {
    JsonNode x = face.path(X);
    JsonNode y = face.path(Y);
    if (x.size() != size || y.size() != size) {
      throw new IOException(
          "%d and %d coordinates of %d keypoints".formatted(x.size(), y.size(), size));
    }
    double[] coordinates = new double[2 * size];
    for (int keypoint = 0; keypoint < size; keypoint++) {
      coordinates[2 * keypoint] = coordinate(x.get(keypoint));
      coordinates[2 * keypoint + 1] = coordinate(y.get(keypoint));
    }
    return Annotation.ofCoordinates(coordinates);
  }

  private static double coordinate(JsonNode value) throws IOException {
    if (value.isNull()) {
      return Double.NaN;
    }
    if (value.isNumber() && Double.isFinite(value.doubleValue())) {
      return value.doubleValue();
    }
    throw new IOException("the coordinate " + value);
  }

  /**
   * Adds the marks that {@link #putMarks} put to a face's coordinates.
   *
   * @param coordinates visible and unlabelled keypoints
   * @throws IOException if they do not fit; the message says what is wrong as part of a sentence
   */
  public static FaceLabels withMarks(JsonNode face, Annotation coordinates) throws IOException {
    int size = coordinates.size();
    Annotation annotation = coordinates;
    for (int keypoint : indices(face.path(OCCLUDED), size)) {
      Keypoint placed = annotation.keypoint(keypoint);
      if (!placed.isPlaced()) {
        throw new IOException("an occluded keypoint without a place");
      }
      annotation =
          annotation.with(keypoint, new Keypoint(placed.x(), placed.y(), Visibility.OCCLUDED));
    }
    for (int keypoint : indices(face.path(ABSENT), size)) {
      if (annotation.isPlaced(keypoint)) {
        throw new IOException("an absent keypoint that has a place");
      }
      annotation = annotation.with(keypoint, Keypoint.absent());
    }
    return new FaceLabels(
        annotation,
        origins(face.path(ORIGINS), size),
        indices(face.path(LOCKED), size),
        notes(face));
  }

  private static List<Origin> origins(JsonNode node, int size) throws IOException {
    if (node.isEmpty()) {
      return List.of();
    }
    List<Origin> origins = new ArrayList<>(Collections.nCopies(size, Origin.FILE));
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Origin origin = origin(entry.getKey());
      for (int keypoint : indices(entry.getValue(), size)) {
        origins.set(keypoint, origin);
      }
    }
    return origins;
  }

  private static FaceNotes notes(JsonNode face) {
    TreeSet<String> tags = new TreeSet<>();
    face.path(TAGS).forEach(tag -> tags.add(tag.asText()));
    String note = face.path(NOTE).asText();
    boolean reviewed = face.path(REVIEWED).asBoolean();
    return note.isEmpty() && tags.isEmpty() && !reviewed
        ? FaceNotes.NONE
        : new FaceNotes(note, tags, reviewed);
  }

  private static Set<Integer> indices(JsonNode array, int size) throws IOException {
    Set<Integer> indices = new TreeSet<>();
    for (JsonNode index : array) {
      if (!index.isInt() || index.intValue() < 0 || index.intValue() >= size) {
        throw new IOException("a keypoint " + index + " of " + size);
      }
      indices.add(index.intValue());
    }
    return indices;
  }
}
