package org.keypointstudio.dataset.schema;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.version.FileVersion;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.OwnSchema;

/**
 * A JSON file of a schema that a person made. Keypoints are listed in their order and named
 * everywhere else; {@code source} is the name in the data file where that is another one, {@code
 * added} tells that the file does not have it, {@code leftOut} names what the file has besides, and
 * {@code flip} the keypoint with which one changes places in the mirrored image.
 */
public final class SchemaFile {
  private static final String FORMAT = "keypoint-studio-schema";
  private static final int VERSION = 1;
  private static final long LARGEST_FILE = 4_000_000;
  private static final String NAME = "name";
  private static final String KEYPOINTS = "keypoints";
  private static final String SOURCE = "source";
  private static final String ADDED = "added";
  private static final String LEFT_OUT = "leftOut";
  private static final String FLIP = "flip";
  private static final String COLOR = "color";
  private static final String SKELETON = "skeleton";
  private static final String INTER_OCULAR = "interOcular";
  private static final ObjectMapper MAPPER = new JsonMapper();

  private final Path file;

  /** A file that need not exist yet. */
  public SchemaFile(Path file) {
    this.file = file;
  }

  @Override
  public String toString() {
    return file.toString();
  }

  /** Whether there is such a file. */
  public boolean exists() {
    return Files.isRegularFile(file);
  }

  /** Whether it was written by a later version of this program. */
  public boolean isOfLaterVersion() {
    return FileVersion.isLater(file, FORMAT, VERSION);
  }

  /**
   * Reads the file.
   *
   * @throws DataSetException with one sentence for the person if it cannot be understood
   */
  public OwnSchema read() throws DataSetException {
    AnnotationFile.requireAtMost(file, LARGEST_FILE);
    if (isOfLaterVersion()) {
      throw new DataSetException(
          "The schema in %s was written by a later version of Keypoint Studio and is not used: update this program."
              .formatted(file));
    }
    try {
      return parse(MAPPER.readTree(Files.readAllBytes(file)));
    } catch (JacksonException problem) {
      throw unusable("it is no whole JSON: " + problem.getOriginalMessage(), problem);
    } catch (IllegalArgumentException problem) {
      throw unusable(String.valueOf(problem.getMessage()), problem);
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(file, problem);
    }
  }

  private DataSetException unusable(String reason, Exception problem) {
    return new DataSetException(
        "The schema in %s cannot be used (%s): correct the file or delete it."
            .formatted(file, reason),
        problem);
  }

  private static OwnSchema parse(JsonNode root) {
    if (!FORMAT.equals(root.path("format").asText()) || root.path("version").asInt() != VERSION) {
      throw new IllegalArgumentException(
          "its format is not %s of version %d".formatted(FORMAT, VERSION));
    }
    List<String> names = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    List<String> colors = new ArrayList<>();
    Set<String> added = new TreeSet<>();
    for (JsonNode keypoint : root.path(KEYPOINTS)) {
      names.add(keypoint.path(NAME).asText());
      sources.add(keypoint.path(SOURCE).asText(names.getLast()));
      colors.add(keypoint.path(COLOR).asText());
      if (keypoint.path(ADDED).asBoolean()) {
        added.add(sources.getLast());
      }
    }
    if (names.isEmpty() || names.contains("")) {
      throw new IllegalArgumentException("it has no keypoints, or one of them has no name");
    }
    KeypointSchema schema =
        new KeypointSchema(
            root.path(NAME).asText(names.size() + " keypoints"),
            names,
            flipPairs(root.path(KEYPOINTS), names),
            pairs(root.path(SKELETON), names),
            pairs(root.path(INTER_OCULAR), names),
            colors);
    Set<String> leftOut = new TreeSet<>();
    root.path(LEFT_OUT).forEach(name -> leftOut.add(name.asText()));
    return new OwnSchema(schema, sources, added, leftOut);
  }

  private static List<IndexPair> flipPairs(JsonNode keypoints, List<String> names) {
    List<IndexPair> pairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String flip = keypoints.path(i).path(FLIP).asText();
      if (!flip.isEmpty()) {
        int partner = index(names, flip);
        String back = keypoints.path(partner).path(FLIP).asText();
        if (!back.equals(names.get(i)) || partner == i) {
          throw new IllegalArgumentException(
              "%s flips to %s, which flips to %s"
                  .formatted(
                      Excerpt.of(names.get(i)),
                      Excerpt.of(flip),
                      back.isEmpty() ? "nothing" : Excerpt.of(back)));
        }
        if (i < partner) {
          pairs.add(new IndexPair(i, partner));
        }
      }
    }
    return pairs;
  }

  private static List<IndexPair> pairs(JsonNode lines, List<String> names) {
    List<IndexPair> pairs = new ArrayList<>();
    for (JsonNode line : lines) {
      pairs.add(
          new IndexPair(index(names, line.path(0).asText()), index(names, line.path(1).asText())));
    }
    return pairs;
  }

  private static int index(List<String> names, String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "it has no keypoint \"%s\", which a pair or a line names".formatted(Excerpt.of(name)));
    }
    return index;
  }

  /**
   * Replaces or makes the file, and the folder in which it lies.
   *
   * @throws DataSetException with one sentence for the person if that fails
   */
  public void write(OwnSchema own) throws DataSetException {
    KeypointSchema schema = own.schema();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    root.put(NAME, schema.name());
    ArrayNode keypoints = root.putArray(KEYPOINTS);
    for (int i = 0; i < schema.size(); i++) {
      ObjectNode keypoint = keypoints.addObject();
      String name = schema.keypointNames().get(i);
      keypoint.put(NAME, name);
      if (!own.sources().get(i).equals(name)) {
        keypoint.put(SOURCE, own.sources().get(i));
      }
      if (own.added().contains(own.sources().get(i))) {
        keypoint.put(ADDED, true);
      }
      if (schema.flipPartner(i) != i) {
        keypoint.put(FLIP, schema.keypointNames().get(schema.flipPartner(i)));
      }
      schema.color(i).ifPresent(color -> keypoint.put(COLOR, color));
    }
    if (!own.leftOut().isEmpty()) {
      new TreeSet<>(own.leftOut()).forEach(root.putArray(LEFT_OUT)::add);
    }
    putPairs(root.putArray(SKELETON), schema.skeleton(), schema);
    putPairs(root.putArray(INTER_OCULAR), schema.interOcularPairs(), schema);
    AnnotationFile.replace(
        file,
        temporary -> MAPPER.writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), root));
  }

  private static void putPairs(ArrayNode array, List<IndexPair> pairs, KeypointSchema schema) {
    for (IndexPair pair : pairs) {
      array
          .addArray()
          .add(schema.keypointNames().get(pair.first()))
          .add(schema.keypointNames().get(pair.second()));
    }
  }
}
