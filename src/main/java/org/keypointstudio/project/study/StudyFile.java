package org.keypointstudio.project.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.project.ConfigurationJson;

/**
 * A study as a person writes it in JSON:
 *
 * <pre>{@code
 * {
 *   "name": "Fewer accurate labels, or more with holes?",
 *   "question": "Which rows and which augmentation give the smallest error on unseen people?",
 *   "settings": {"model": "cnn", "maxEpochs": 20},
 *   "grid": {"rows": ["complete", "all"], "augmentation": ["none", "flips", "strong"]},
 *   "seeds": [1, 2, 3]
 * }
 * }</pre>
 *
 * <p>Each combination of the grid's values is a variant. What no grid can say stands in a list
 * {@code "variants"} of settings with a {@code "name"}, each of which is combined with the grid's.
 * Settings are those of {@link ConfigurationJson}; what is not named has the default of the
 * variant's network, but a variant whose epochs are named and whose time is not has ample time.
 */
public final class StudyFile {
  private static final String NAME = "name";
  private static final String EPOCHS = "maxEpochs";
  private static final String TIME = "maxDuration";
  private static final Set<String> KEYS =
      Set.of("name", "question", "settings", "grid", "variants", "seeds");

  private final ObjectMapper mapper = new ObjectMapper();
  private final ConfigurationJson configurations = new ConfigurationJson();

  /**
   * Reads a study.
   *
   * @param fileName what messages call it
   * @param content of the file
   * @throws IOException with a sentence for the person if it is no study
   */
  public Study read(String fileName, byte[] content) throws IOException {
    try {
      if (!(mapper.readTree(content) instanceof ObjectNode root)) {
        throw new IOException("the file must hold one JSON object");
      }
      return study(root);
    } catch (JsonProcessingException problem) {
      throw new DataSetException(
          "%s, row %d, column %d: this is not JSON: %s"
              .formatted(
                  fileName,
                  problem.getLocation().getLineNr(),
                  problem.getLocation().getColumnNr(),
                  problem.getOriginalMessage()),
          problem);
    } catch (IOException | IllegalArgumentException problem) {
      throw new DataSetException(fileName + ": " + problem.getMessage(), problem);
    }
  }

  private Study study(ObjectNode root) throws IOException {
    for (var property : root.properties()) {
      if (!KEYS.contains(property.getKey())) {
        throw new IOException(
            "A study has name, question, settings, grid, variants and seeds, but no \"%s\"."
                .formatted(property.getKey()));
      }
    }
    return new Study(
        text(root, "name"),
        text(root, "question"),
        variants(object(root, "settings"), combinations(root)),
        seeds(root.path("seeds")));
  }

  private static String text(ObjectNode root, String key) throws IOException {
    JsonNode value = root.path(key);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new IOException("A study needs a " + key + ", in quotes.");
    }
    return value.asText();
  }

  private static ObjectNode object(ObjectNode root, String key) throws IOException {
    JsonNode value = root.path(key);
    if (value.isMissingNode()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw new IOException("The %s of a study must be settings in braces.".formatted(key));
  }

  private static List<Long> seeds(JsonNode value) throws IOException {
    List<Long> seeds = new ArrayList<>();
    for (JsonNode seed : value) {
      if (!seed.canConvertToLong() || !seed.isIntegralNumber()) {
        throw new IOException("A seed must be a whole number, but one is " + seed + ".");
      }
      seeds.add(seed.asLong());
    }
    return seeds;
  }

  private List<Study.Variant> variants(ObjectNode settings, List<ObjectNode> combinations)
      throws IOException {
    List<Study.Variant> variants = new ArrayList<>();
    for (ObjectNode combination : combinations) {
      ObjectNode all = settings.deepCopy();
      all.setAll(combination);
      if (all.has(EPOCHS) && !all.has(TIME)) {
        all.put(TIME, Study.AMPLE_TIME.toString());
      }
      String name = all.remove(NAME).asText();
      variants.add(new Study.Variant(name.isEmpty() ? "as set" : name, configurations.read(all)));
    }
    return variants;
  }

  private static List<ObjectNode> combinations(ObjectNode root) throws IOException {
    List<ObjectNode> combinations = listed(root.path("variants"));
    for (Map.Entry<String, JsonNode> axis : object(root, "grid").properties()) {
      if (!axis.getValue().isArray() || axis.getValue().isEmpty()) {
        throw new IOException(
            "The values of \"%s\" in the grid must stand in brackets.".formatted(axis.getKey()));
      }
      combinations = extended(combinations, axis.getKey(), axis.getValue());
    }
    return combinations;
  }

  private static List<ObjectNode> listed(JsonNode variants) throws IOException {
    if (variants.isMissingNode()) {
      return List.of(JsonNodeFactory.instance.objectNode().put(NAME, ""));
    }
    List<ObjectNode> settings = new ArrayList<>();
    for (JsonNode variant : variants) {
      if (!(variant instanceof ObjectNode object) || !object.path(NAME).isTextual()) {
        throw new IOException("Each of the variants must be settings in braces with a name.");
      }
      settings.add(object.deepCopy());
    }
    return settings;
  }

  private static List<ObjectNode> extended(
      List<ObjectNode> combinations, String setting, JsonNode values) {
    List<ObjectNode> longer = new ArrayList<>();
    for (ObjectNode combination : combinations) {
      for (JsonNode value : values) {
        ObjectNode copy = combination.deepCopy();
        copy.set(setting, value);
        copy.put(NAME, longerName(copy.path(NAME).asText(), setting, value));
        longer.add(copy);
      }
    }
    return longer;
  }

  /** What sets a variant apart: {@code rows complete, augmentation none}. */
  private static String longerName(String name, String setting, JsonNode value) {
    String part = setting + " " + (value.isTextual() ? value.asText() : value.toString());
    return name.isEmpty() ? part : name + ", " + part;
  }
}
