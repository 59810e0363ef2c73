package org.keypointstudio.project;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.keypointstudio.training.Loss;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.network.LayerSpec;

/**
 * How layers, losses, optimizers and paths look in JSON. Each kind carries one of a few fixed type
 * names; no class name that stands in a file is ever looked up.
 */
final class TrainingTypes extends SimpleModule {
  private static final long serialVersionUID = 1L;

  TrainingTypes() {
    super("training types");
    setMixInAnnotation(LayerSpec.class, Layers.class);
    setMixInAnnotation(Loss.class, Losses.class);
    setMixInAnnotation(Optimizer.class, Optimizers.class);
    addSerializer(Path.class, new ToStringSerializer(Path.class));
    addDeserializer(Path.class, new PathReader());
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = LayerSpec.Convolution.class, name = "convolution"),
    @JsonSubTypes.Type(value = LayerSpec.MaxPooling.class, name = "max-pooling"),
    @JsonSubTypes.Type(value = LayerSpec.Relu.class, name = "relu"),
    @JsonSubTypes.Type(value = LayerSpec.Dropout.class, name = "dropout"),
    @JsonSubTypes.Type(value = LayerSpec.BatchNormalization.class, name = "batch-normalization"),
    @JsonSubTypes.Type(value = LayerSpec.Dense.class, name = "dense")
  })
  private interface Layers {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Loss.SquaredError.class, name = "mse"),
    @JsonSubTypes.Type(value = Loss.SmoothL1.class, name = "smooth-l1"),
    @JsonSubTypes.Type(value = Loss.Wing.class, name = "wing")
  })
  private interface Losses {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Optimizer.AdamW.class, name = "adamw"),
    @JsonSubTypes.Type(value = Optimizer.Adam.class, name = "adam"),
    @JsonSubTypes.Type(value = Optimizer.Nesterov.class, name = "nesterov")
  })
  private interface Optimizers {}

  /** A path as people write it; the library's own reader would take an address of any scheme. */
  private static final class PathReader extends FromStringDeserializer<Path> {
    private static final long serialVersionUID = 1L;

    PathReader() {
      super(Path.class);
    }

    @Override
    protected Path _deserialize(String text, DeserializationContext context) throws IOException {
      try {
        return Path.of(text);
      } catch (InvalidPathException problem) {
        throw context.weirdStringException(text, Path.class, "not the name of a folder");
      }
    }
  }
}
