package org.keypointstudio.dataset.format.yolo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.NamedFaces;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaGuess;

/**
 * The YAML file that describes a data set.
 *
 * @param schema its keypoints
 * @param dimensions numbers a keypoint: 2, or 3 with the visibility
 * @param classes names of the objects' classes by their numbers
 */
record YoloDescription(KeypointSchema schema, int dimensions, Map<Integer, String> classes) {
  static final String SHAPE = "kpt_shape";
  private static final String FLIPS = "flip_idx";
  private static final String NAMES = "names";
  private static final String KEYPOINT_NAMES = "kpt_names";
  private static final long LARGEST_FILE = 2_000_000;
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder(YAMLFactory.builder().stringQuotingChecker(new NumbersAsNames()).build())
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .build();

  /** Numbers of classes are numbers to YOLO, where Jackson knows names of fields alone. */
  private static final class NumbersAsNames extends StringQuotingChecker.Default {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean needToQuoteName(String name) {
      return !name.matches("\\d+") && super.needToQuoteName(name);
    }
  }

  static YoloDescription read(Path file) throws DataSetException {
    AnnotationFile.requireAtMost(file, LARGEST_FILE);
    String name = CsvSource.fileName(file);
    JsonNode root;
    try {
      root = MAPPER.readTree(Files.readAllBytes(file));
    } catch (JacksonException problem) {
      throw new DataSetException(
          "%s, line %,d: this is no well-formed YAML; correct it there."
              .formatted(
                  name, problem.getLocation() == null ? 1 : problem.getLocation().getLineNr()),
          problem);
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(file, problem);
    }
    int keypoints = root.path(SHAPE).path(0).asInt();
    int dimensions = root.path(SHAPE).path(1).asInt();
    if (keypoints < 1 || keypoints > NamedFaces.MOST_NAMES || dimensions < 2 || dimensions > 3) {
      throw new DataSetException(
          "%s: %s is %s; expected the number of keypoints and 2 or 3, such as [17, 3]."
              .formatted(name, SHAPE, root.path(SHAPE)));
    }
    return new YoloDescription(
        schema(name, root, keypoints), dimensions, classes(root.path(NAMES)));
  }

  private static Map<Integer, String> classes(JsonNode names) {
    Map<Integer, String> classes = new TreeMap<>();
    if (names.isArray()) {
      names.forEach(name -> classes.put(classes.size(), name.asText()));
    }
    names
        .properties()
        .forEach(
            entry -> {
              if (entry.getKey().matches("\\d{1,6}")) {
                classes.put(Integer.valueOf(entry.getKey()), entry.getValue().asText());
              }
            });
    return classes;
  }

  private static KeypointSchema schema(String file, JsonNode root, int size)
      throws DataSetException {
    List<String> own = new ArrayList<>();
    for (JsonNode names : root.path(KEYPOINT_NAMES)) {
      if (own.isEmpty()) {
        names.forEach(name -> own.add(name.asText()));
      }
    }
    boolean named = own.size() == size && new HashSet<>(own).size() == size;
    List<String> names =
        named ? own : IntStream.range(0, size).mapToObj(i -> "point_" + i).toList();
    KeypointSchema guess = guess(names, size, named);
    JsonNode flips = root.path(FLIPS);
    if (flips.isEmpty()) {
      return guess;
    }
    return new KeypointSchema(
        guess.name(), names, pairs(file, flips, size), guess.skeleton(), guess.interOcularPairs());
  }

  /** Rows are in the order of the file, whatever the order of a preset with the same names is. */
  private static KeypointSchema guess(List<String> names, int size, boolean named) {
    KeypointSchema guess = SchemaGuess.of(names);
    return !named || guess.keypointNames().equals(names)
        ? guess
        : SchemaGuess.plain(size + " keypoints", names);
  }

  private static List<IndexPair> pairs(String file, JsonNode flips, int size)
      throws DataSetException {
    List<IndexPair> pairs = new ArrayList<>();
    for (int i = 0; i < flips.size(); i++) {
      int partner = flips.path(i).asInt(-1);
      if (flips.size() != size
          || partner < 0
          || partner >= size
          || flips.path(partner).asInt(-1) != i) {
        throw new DataSetException(
            "%s: %s must name the %,d keypoints in the order of the mirrored image, such as [1, 0, 2]; correct its entry %,d."
                .formatted(file, FLIPS, size, i + 1));
      }
      if (i < partner) {
        pairs.add(new IndexPair(i, partner));
      }
    }
    return pairs;
  }

  /**
   * Writes the file.
   *
   * @param images folder of the images, relative to the file
   */
  void write(Path target, String images) throws DataSetException {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("path", ".");
    root.put("train", images);
    root.put("val", images);
    root.putArray(SHAPE).add(schema.size()).add(dimensions);
    ArrayNode flips = root.putArray(FLIPS);
    IntStream.range(0, schema.size()).map(schema::flipPartner).forEach(flips::add);
    ObjectNode names = root.putObject(NAMES);
    ObjectNode keypoints = root.putObject(KEYPOINT_NAMES);
    classes.forEach(
        (number, name) -> {
          names.put(number.toString(), name);
          ArrayNode list = keypoints.putArray(number.toString());
          schema.keypointNames().forEach(list::add);
        });
    AnnotationFile.replace(target, temporary -> MAPPER.writeValue(temporary.toFile(), root));
  }
}
