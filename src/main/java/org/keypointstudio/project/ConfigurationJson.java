package org.keypointstudio.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keypointstudio.training.AugmentationPreset;
import org.keypointstudio.training.Loss;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.Schedule;
import org.keypointstudio.training.TrainingConfig;

/**
 * Settings of a run as a person writes them in JSON: the settings of {@code run.json}, of which
 * only those are named that differ from the defaults of the network. Where the command line has a
 * short name for a value ({@code "rows": "complete"}, {@code "augmentation": "flips"}), it may
 * stand for the value.
 */
public final class ConfigurationJson {
  private static final String MODEL = "model";

  private final JsonMapper mapper = RunJson.newMapper();

  /**
   * The configuration that settings make of the network's defaults.
   *
   * @param settings must name a {@code model}
   * @throws IOException with a sentence for the person if a setting is unknown or makes no sense
   */
  public TrainingConfig read(ObjectNode settings) throws IOException {
    JsonNode model = settings.path(MODEL);
    TrainingConfig defaults =
        TrainingConfig.defaults(
            ModelKind.ofId(model.asText(""))
                .orElseThrow(
                    () -> unknown(MODEL, model, Stream.of(ModelKind.values()).map(ModelKind::id))));
    ObjectNode complete = mapper.valueToTree(defaults);
    try {
      for (var setting : settings.properties()) {
        if (!complete.has(setting.getKey())) {
          throw new IOException("There is no setting \"" + setting.getKey() + "\".");
        }
        merge(complete, setting.getKey(), spelledOut(setting.getKey(), setting.getValue()));
      }
      return mapper.treeToValue(complete, TrainingConfig.class);
    } catch (JsonProcessingException problem) {
      throw new IOException(
          "The settings %s do not describe a run: %s"
              .formatted(settings, problem.getOriginalMessage()),
          problem);
    }
  }

  private static void merge(ObjectNode target, String name, JsonNode value) throws IOException {
    if (target.get(name) instanceof ObjectNode old
        && value instanceof ObjectNode changes
        && old.path("type").equals(changes.path("type"))) {
      for (var part : changes.properties()) {
        if (!old.has(part.getKey())) {
          throw new IOException(
              "The setting \"%s\" has no part \"%s\".".formatted(name, part.getKey()));
        }
        old.set(part.getKey(), part.getValue());
      }
    } else {
      target.set(name, value);
    }
  }

  private JsonNode spelledOut(String setting, JsonNode value) throws IOException {
    if (!value.isTextual()) {
      return value;
    }
    return switch (setting) {
      case MODEL -> choice(setting, value, List.of(ModelKind.values()), ModelKind::id);
      case "rows" -> choice(setting, value, List.of(RowPolicy.values()), RowPolicy::id);
      case "loss" -> choice(setting, value, Loss.choices(), Loss::id);
      case "optimizer" -> choice(setting, value, Optimizer.choices(), Optimizer::id);
      case "schedule" ->
          choice(
              setting,
              value,
              Stream.of(Schedule.Shape.values()).map(Schedule::of).toList(),
              schedule -> schedule.shape().id());
      case "augmentation" ->
          json(
              chosen(setting, value, AugmentationPreset.all(), AugmentationPreset::id)
                  .augmentation());
      default -> value;
    };
  }

  private <T> JsonNode choice(
      String setting, JsonNode value, List<T> choices, Function<T, String> id) throws IOException {
    return json(chosen(setting, value, choices, id));
  }

  private static <T> T chosen(
      String setting, JsonNode value, List<T> choices, Function<T, String> id) throws IOException {
    return choices.stream()
        .filter(choice -> id.apply(choice).equals(value.asText()))
        .findFirst()
        .orElseThrow(() -> unknown(setting, value, choices.stream().map(id)));
  }

  private JsonNode json(Object value) {
    return value instanceof Enum<?> constant
        ? TextNode.valueOf(constant.name())
        : mapper.valueToTree(value);
  }

  private static IOException unknown(String setting, JsonNode value, Stream<String> known) {
    return new IOException(
        "The setting \"%s\" is %s, but must be one of %s."
            .formatted(
                setting,
                value.isMissingNode() ? "missing" : value,
                String.join(", ", known.toList())));
  }
}
