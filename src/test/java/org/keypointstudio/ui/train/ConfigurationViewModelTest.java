package org.keypointstudio.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.TrainingConfig;

class ConfigurationViewModelTest {
  private final ConfigurationViewModel configuration = new ConfigurationViewModel();

  private NumberField field(String name) {
    return configuration.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void begins_with_the_defaults_of_the_cnn() {
    assertThat(configuration.validProperty().get()).isTrue();
    assertThat(configuration.config()).contains(TrainingConfig.defaults(ModelKind.CNN));
  }

  @Test
  void takes_what_is_typed() {
    field("Epochs").textProperty().set(" 12 ");
    field("Time limit (min)").textProperty().set("0.5");
    field("Learning rate").textProperty().set("2e-4");
    field("Held out (%)").textProperty().set("20");

    TrainingConfig config = configuration.config().orElseThrow();

    assertThat(config.maxEpochs()).isEqualTo(12);
    assertThat(config.maxDuration()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.learningRate()).isEqualTo(2e-4);
    assertThat(config.validationShare()).isEqualTo(0.2);
  }

  @ParameterizedTest
  @CsvSource({
    "Epochs, many",
    "Epochs, ''",
    "Epochs, 0",
    "Epochs, 2.5",
    "Epochs, 99999999999",
    "Time limit (min), 0",
    "Batch size, -4",
    "Learning rate, 0",
    "Learning rate, NaN",
    "Held out (%), 100",
    "Seed, 1e999999999"
  })
  void says_what_it_expected_of_a_number_that_does_not_fit(String name, String text) {
    field(name).textProperty().set(text);

    assertThat(field(name).problemProperty().get()).startsWith(name + ": expected ").endsWith(".");
    assertThat(configuration.validProperty().get()).isFalse();
    assertThat(configuration.config()).isEmpty();
  }

  @Test
  void is_valid_again_once_the_number_is_corrected() {
    field("Epochs").textProperty().set("many");
    field("Epochs").textProperty().set("3");

    assertThat(field("Epochs").problemProperty().get()).isEmpty();
    assertThat(configuration.validProperty().get()).isTrue();
  }

  @Test
  void keeps_what_was_typed_when_another_model_is_chosen() {
    field("Epochs").textProperty().set("7");
    configuration.modelProperty().set(ModelKind.SEQUENTIAL);

    assertThat(configuration.config().orElseThrow().maxEpochs()).isEqualTo(7);
    assertThat(configuration.config().orElseThrow().model()).isEqualTo(ModelKind.SEQUENTIAL);
  }

  @Test
  void shows_a_configuration_that_was_used_before() {
    TrainingConfig used =
        new TrainingConfig(ModelKind.CNN_FLIP, 9, Duration.ofSeconds(90), 32, 5e-4, 0.25, 42);

    configuration.set(used);

    assertThat(configuration.config()).contains(used);
    assertThat(field("Time limit (min)").textProperty().get()).isEqualTo("1.5");
  }
}
