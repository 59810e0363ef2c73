package org.keypointstudio.project;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TargetScaling;

/**
 * The JSON files of a run folder. Layers carry one of four fixed type names; no class name that
 * stands in a file is ever looked up.
 */
final class RunJson {
  private static final int MODEL_FORMAT_VERSION = 1;

  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addMixIn(LayerSpec.class, LayerTypes.class)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** The content of {@code model.json}. */
  record ModelDescription(
      int formatVersion, NetworkSpec network, KeypointSchema schema, TargetScaling scaling) {
    ModelDescription(NetworkSpec network, KeypointSchema schema, TargetScaling scaling) {
      this(MODEL_FORMAT_VERSION, network, schema, scaling);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = LayerSpec.Convolution.class, name = "convolution"),
    @JsonSubTypes.Type(value = LayerSpec.MaxPooling.class, name = "max-pooling"),
    @JsonSubTypes.Type(value = LayerSpec.Relu.class, name = "relu"),
    @JsonSubTypes.Type(value = LayerSpec.Dense.class, name = "dense")
  })
  private interface LayerTypes {}

  byte[] write(Object content) throws IOException {
    return mapper.writeValueAsBytes(content);
  }

  RunRecord readRecord(byte[] json) throws IOException {
    RunRecord run = mapper.readValue(json, RunRecord.class);
    requireVersion(run.formatVersion(), RunRecord.FORMAT_VERSION);
    return run;
  }

  ModelDescription readModel(byte[] json) throws IOException {
    ModelDescription model = mapper.readValue(json, ModelDescription.class);
    requireVersion(model.formatVersion(), MODEL_FORMAT_VERSION);
    return model;
  }

  private static void requireVersion(int found, int known) throws IOException {
    if (found != known) {
      throw new IOException("the format is version " + found + ", but only " + known + " is known");
    }
  }
}
