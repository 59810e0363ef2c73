package org.keypointstudio.ui.train;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.TrainingConfig;

/** The choices for the next run as a person types them, and what is wrong with them. */
public final class ConfigurationViewModel {
  private static final BigDecimal PERCENT = new BigDecimal("0.01");
  private static final BigDecimal MILLIS_IN_A_MINUTE = BigDecimal.valueOf(60_000);

  private final ObjectProperty<ModelKind> model = new SimpleObjectProperty<>(ModelKind.CNN);
  private final NumberField epochs =
      new NumberField(
          "Epochs",
          "a whole number from 1 to 100,000",
          BigDecimal.ONE,
          BigDecimal.valueOf(100_000),
          true);
  private final NumberField minutes =
      new NumberField(
          "Time limit (min)",
          "minutes from 0.01 to 10,080, which is a week",
          PERCENT,
          BigDecimal.valueOf(10_080),
          false);
  private final NumberField batchSize =
      new NumberField(
          "Batch size",
          "a whole number from 1 to 4,096",
          BigDecimal.ONE,
          BigDecimal.valueOf(4096),
          true);
  private final NumberField learningRate =
      new NumberField(
          "Learning rate",
          "a number from 0.0000001 to 1, such as 0.001",
          new BigDecimal("1e-7"),
          BigDecimal.ONE,
          false);
  private final NumberField validationPercent =
      new NumberField(
          "Held out (%)", "a number from 1 to 90", BigDecimal.ONE, BigDecimal.valueOf(90), false);
  private final NumberField seed =
      new NumberField(
          "Seed",
          "a whole number of at most 18 digits",
          BigDecimal.valueOf(-999_999_999_999_999_999L),
          BigDecimal.valueOf(999_999_999_999_999_999L),
          true);
  private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper();

  /** The defaults of the CNN. */
  public ConfigurationViewModel() {
    set(TrainingConfig.defaults(ModelKind.CNN));
    model.subscribe(this::onModelChosen);
    for (NumberField field : fields()) {
      field.problemProperty().subscribe(_ -> valid.set(config().isPresent()));
    }
  }

  /** Takes over another network's defaults where the present one's were not changed. */
  private void onModelChosen(ModelKind before, ModelKind now) {
    config()
        .filter(typed -> typed.equals(withModel(TrainingConfig.defaults(before), now)))
        .ifPresent(_ -> set(TrainingConfig.defaults(now)));
  }

  private static TrainingConfig withModel(TrainingConfig config, ModelKind model) {
    return new TrainingConfig(
        model,
        config.maxEpochs(),
        config.maxDuration(),
        config.batchSize(),
        config.learningRate(),
        config.validationShare(),
        config.seed());
  }

  /** Fills everything in. */
  public void set(TrainingConfig config) {
    model.set(config.model());
    epochs.set(BigDecimal.valueOf(config.maxEpochs()));
    minutes.set(
        BigDecimal.valueOf(config.maxDuration().toMillis())
            .divide(MILLIS_IN_A_MINUTE, MathContext.DECIMAL32));
    batchSize.set(BigDecimal.valueOf(config.batchSize()));
    learningRate.set(BigDecimal.valueOf(config.learningRate()));
    validationPercent.set(BigDecimal.valueOf(config.validationShare()).divide(PERCENT));
    seed.set(BigDecimal.valueOf(config.seed()));
  }

  /** What is typed; empty if a number does not fit. */
  public Optional<TrainingConfig> config() {
    if (fields().stream().anyMatch(field -> field.value().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new TrainingConfig(
            model.get(),
            number(epochs).intValueExact(),
            Duration.ofMillis(number(minutes).multiply(MILLIS_IN_A_MINUTE).longValue()),
            number(batchSize).intValueExact(),
            number(learningRate).doubleValue(),
            number(validationPercent).multiply(PERCENT).doubleValue(),
            number(seed).longValueExact()));
  }

  private static BigDecimal number(NumberField field) {
    return field.value().orElseThrow();
  }

  /** Which network. */
  public ObjectProperty<ModelKind> modelProperty() {
    return model;
  }

  /** The numbers, in the order in which they are asked for. */
  public List<NumberField> fields() {
    return List.of(epochs, minutes, batchSize, learningRate, validationPercent, seed);
  }

  /** Whether every number fits. */
  public ReadOnlyBooleanProperty validProperty() {
    return valid.getReadOnlyProperty();
  }
}
