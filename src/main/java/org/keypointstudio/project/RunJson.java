package org.keypointstudio.project;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Set;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TargetScaling;

/**
 * The JSON files of a run folder. What a configuration of an earlier version of the program does
 * not name is what every run had at that time.
 */
final class RunJson {
  private static final int MODEL_FORMAT_VERSION = 1;
  private static final String CONFIGURATION = "config";

  /** What the first runs had no choice of. */
  private static final Set<String> LATER_SETTINGS =
      Set.of(
          "rows", "loss", "optimizer", "schedule", "dropout", "members", "patience", "warmStart");

  private static final String AUGMENTATION = "augmentation";

  /** What the first runs never did to a face. */
  private static final String LATER_AUGMENTATION = "warpPixels";

  private final JsonMapper mapper = newMapper();

  /** The content of {@code model.json}. */
  record ModelDescription(
      int formatVersion, NetworkSpec network, KeypointSchema schema, TargetScaling scaling) {
    ModelDescription(NetworkSpec network, KeypointSchema schema, TargetScaling scaling) {
      this(MODEL_FORMAT_VERSION, network, schema, scaling);
    }
  }

  byte[] write(Object content) throws IOException {
    return mapper.writeValueAsBytes(content);
  }

  RunRecord readRecord(byte[] json) throws IOException {
    if (!(mapper.readTree(json) instanceof ObjectNode tree)) {
      throw new IOException("it is not a JSON object");
    }
    complete(tree);
    RunRecord run = mapper.treeToValue(tree, RunRecord.class);
    requireVersion(run.formatVersion(), RunRecord.FORMAT_VERSION);
    return run;
  }

  /** Gives the configuration in a record or a plan the settings that it does not name. */
  static void complete(ObjectNode holder) {
    if (holder.get(CONFIGURATION) instanceof ObjectNode given) {
      ObjectNode complete = newMapper().valueToTree(TrainingConfig.defaults(ModelKind.CNN).plain());
      complete.retain(LATER_SETTINGS);
      complete.setAll(given);
      if (complete.get(AUGMENTATION) instanceof ObjectNode augmentation
          && !augmentation.has(LATER_AUGMENTATION)) {
        augmentation.put(LATER_AUGMENTATION, 0);
      }
      holder.set(CONFIGURATION, complete);
    }
    completeNetwork(holder);
  }

  /** The first networks were no committees, and the first keypoints had no colours. */
  private static void completeNetwork(ObjectNode holder) {
    if (holder.get("network") instanceof ObjectNode network && !network.has("members")) {
      network.put("members", 1);
    }
    if (holder.get("schema") instanceof ObjectNode schema && !schema.has("colors")) {
      schema.putArray("colors");
    }
  }

  ModelDescription readModel(byte[] json) throws IOException {
    if (!(mapper.readTree(json) instanceof ObjectNode tree)) {
      throw new IOException("it is not a JSON object");
    }
    completeNetwork(tree);
    ModelDescription model = mapper.treeToValue(tree, ModelDescription.class);
    requireVersion(model.formatVersion(), MODEL_FORMAT_VERSION);
    return model;
  }

  private static void requireVersion(int found, int known) throws IOException {
    if (found != known) {
      throw new IOException("the format is version " + found + ", but only " + known + " is known");
    }
  }

  /** A mapper that knows how runs look in JSON. */
  static JsonMapper newMapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(new Jdk8Module())
        .addModule(new TrainingTypes())
        .enable(SerializationFeature.INDENT_OUTPUT)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build();
  }
}
