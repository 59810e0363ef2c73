package org.keypointstudio.project.cleaning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.keypointstudio.dataset.DataSetException;

/**
 * Cleaning rules as a person writes them in JSON:
 *
 * <pre>{@code
 * {
 *   "name": "My cleaning",
 *   "rules": [
 *     {"find": "unreadable image", "do": "exclude"},
 *     {"find": "no points", "do": "exclude"},
 *     {"find": "fewer points", "least": 4, "do": "exclude"},
 *     {"find": "points outside the image", "margin": 0.5, "do": "clear"},
 *     {"find": "identical rows", "do": "keep first"},
 *     {"find": "duplicates with differing labels", "tolerance": 0.5, "do": "average"}
 *   ]
 * }
 * }</pre>
 *
 * <p>Points outside can be cleared, clamped ({@code "clamp"}), marked absent ({@code "mark
 * absent"}), or have the face excluded; differing duplicates allow {@code "keep first"}, {@code
 * "keep most complete"}, {@code "average"} and {@code "choose"}. Margin and tolerance are pixels, 0
 * unless given.
 */
public final class CleaningRulesFile {
  private static final String NAME = "name";
  private static final String ABOUT = "about";
  private static final String RULES = "rules";
  private static final String FIND = "find";
  private static final String DO = "do";
  private static final String LEAST = "least";
  private static final String MARGIN = "margin";
  private static final String TOLERANCE = "tolerance";
  private static final String UNREADABLE = "unreadable image";
  private static final String NO_POINTS = "no points";
  private static final String FEWER = "fewer points";
  private static final String OUTSIDE = "points outside the image";
  private static final String IDENTICAL = "identical rows";
  private static final String DIFFERING = "duplicates with differing labels";

  private final ObjectMapper mapper = new ObjectMapper();

  /**
   * Reads rules.
   *
   * @param fileName what messages call it
   * @param content of the file
   * @throws IOException with a sentence for the person if these are no rules
   */
  public CleaningRules read(String fileName, byte[] content) throws IOException {
    try {
      return rules(mapper.readTree(content));
    } catch (JsonProcessingException problem) {
      throw new DataSetException(notJson(fileName, problem), problem);
    } catch (IOException | IllegalArgumentException problem) {
      throw new DataSetException(fileName + ": " + problem.getMessage(), problem);
    }
  }

  /** The sentence for a file that is not JSON. */
  static String notJson(String fileName, JsonProcessingException problem) {
    return "%s, row %d, column %d: this is not JSON: %s"
        .formatted(
            fileName,
            problem.getLocation() == null ? 1 : problem.getLocation().getLineNr(),
            problem.getLocation() == null ? 1 : problem.getLocation().getColumnNr(),
            problem.getOriginalMessage());
  }

  /**
   * The rules in a JSON object.
   *
   * @throws IOException with the part of a sentence that says what is wrong
   */
  CleaningRules rules(JsonNode root) throws IOException {
    if (!root.isObject()) {
      throw new IOException("the file must hold one JSON object with a name and rules.");
    }
    refuseOthers("The file", root, Set.of(NAME, ABOUT, RULES));
    JsonNode list = root.path(RULES);
    if (!list.isArray() || list.isEmpty()) {
      throw new IOException("it needs \"rules\": a list of at least one rule in brackets.");
    }
    List<CleaningRule> rules = new ArrayList<>();
    for (JsonNode rule : list) {
      try {
        rules.add(rule(rule));
      } catch (IOException | IllegalArgumentException problem) {
        throw new IOException(
            "rule %d: %s".formatted(rules.size() + 1, problem.getMessage()), problem);
      }
    }
    return new CleaningRules(
        root.path(NAME).asText("rules without a name"), root.path(ABOUT).asText(""), rules);
  }

  private static CleaningRule rule(JsonNode node) throws IOException {
    if (!node.isObject()) {
      throw new IOException("a rule is an object in braces with \"find\" and \"do\".");
    }
    String find = node.path(FIND).asText();
    return switch (find) {
      case UNREADABLE -> {
        requireOnly(node, "exclude");
        yield new CleaningRule.UnreadableImage();
      }
      case NO_POINTS -> {
        requireOnly(node, "exclude");
        yield new CleaningRule.FewPoints(1);
      }
      case FEWER -> {
        requireOnly(node, "exclude", LEAST);
        yield new CleaningRule.FewPoints(wholeNumber(node));
      }
      case IDENTICAL -> {
        requireOnly(node, "keep first");
        yield new CleaningRule.IdenticalRows();
      }
      case OUTSIDE -> {
        refuseOthers("This rule", node, Set.of(FIND, DO, MARGIN));
        yield new CleaningRule.PointsOutside(
            pixels(node, MARGIN),
            choice(node, CleaningRule.Repair.values(), CleaningRule.Repair::text));
      }
      case DIFFERING -> {
        refuseOthers("This rule", node, Set.of(FIND, DO, TOLERANCE));
        yield new CleaningRule.DifferingDuplicates(
            pixels(node, TOLERANCE),
            choice(node, CleaningRule.Resolution.values(), CleaningRule.Resolution::text));
      }
      default ->
          throw new IOException(
              "\"find\" must be one of \"%s\", but it is %s."
                  .formatted(
                      String.join(
                          "\", \"",
                          List.of(UNREADABLE, NO_POINTS, FEWER, OUTSIDE, IDENTICAL, DIFFERING)),
                      node.path(FIND)));
    };
  }

  private static void requireOnly(JsonNode node, String action, String... settings)
      throws IOException {
    List<String> keys = new ArrayList<>(List.of(FIND, DO));
    keys.addAll(Arrays.asList(settings));
    refuseOthers("This rule", node, Set.copyOf(keys));
    if (!node.path(DO).asText().equals(action)) {
      throw new IOException(
          "\"do\" must be \"%s\" here, but it is %s.".formatted(action, node.path(DO)));
    }
  }

  private static void refuseOthers(String what, JsonNode node, Set<String> keys)
      throws IOException {
    for (var property : node.properties()) {
      if (!keys.contains(property.getKey())) {
        throw new IOException(
            "%s has no \"%s\"; it knows %s."
                .formatted(
                    what, property.getKey(), String.join(", ", keys.stream().sorted().toList())));
      }
    }
  }

  private static int wholeNumber(JsonNode node) throws IOException {
    if (!node.path(LEAST).isInt()) {
      throw new IOException("\"least\" must be a whole number of points.");
    }
    return node.path(LEAST).intValue();
  }

  private static double pixels(JsonNode node, String key) throws IOException {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return 0;
    }
    if (!value.isNumber()) {
      throw new IOException(
          "\"%s\" must be a number of pixels, but it is %s.".formatted(key, value));
    }
    return value.doubleValue();
  }

  private static <T> T choice(JsonNode node, T[] choices, Function<T, String> text)
      throws IOException {
    String wanted = node.path(DO).asText();
    return Arrays.stream(choices)
        .filter(choice -> text.apply(choice).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "\"do\" must be one of \"%s\", but it is %s."
                        .formatted(
                            String.join("\", \"", Arrays.stream(choices).map(text).toList()),
                            node.path(DO))));
  }

  /** The rules as {@link #read} reads them. */
  public byte[] write(CleaningRules rules) throws IOException {
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(toJson(rules));
  }

  /** The rules as a JSON object. */
  static ObjectNode toJson(CleaningRules rules) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put(NAME, rules.name());
    if (!rules.about().isEmpty()) {
      root.put(ABOUT, rules.about());
    }
    var list = root.putArray(RULES);
    rules.rules().forEach(rule -> put(list.addObject(), rule));
    return root;
  }

  private static void put(ObjectNode node, CleaningRule rule) {
    switch (rule) {
      case CleaningRule.UnreadableImage _ -> node.put(FIND, UNREADABLE).put(DO, "exclude");
      case CleaningRule.FewPoints(int least) -> {
        node.put(FIND, least == 1 ? NO_POINTS : FEWER).put(DO, "exclude");
        if (least > 1) {
          node.put(LEAST, least);
        }
      }
      case CleaningRule.IdenticalRows _ -> node.put(FIND, IDENTICAL).put(DO, "keep first");
      case CleaningRule.PointsOutside(double margin, CleaningRule.Repair repair) ->
          node.put(FIND, OUTSIDE).put(MARGIN, margin).put(DO, repair.text());
      case CleaningRule.DifferingDuplicates(double tolerance, CleaningRule.Resolution resolution) ->
          node.put(FIND, DIFFERING).put(TOLERANCE, tolerance).put(DO, resolution.text());
    }
  }
}
