package org.keypointstudio.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.AugmentationPreset;
import org.keypointstudio.training.Loss;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.Schedule;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.ui.fake.FakeModels;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.session.ModelEntry;

class ConfigurationViewModelTest {
  private final ConfigurationViewModel configuration = new ConfigurationViewModel();

  private NumberField field(String name) {
    return configuration.sections().stream()
        .flatMap(section -> section.fields().stream())
        .filter(NumberField.class::isInstance)
        .map(NumberField.class::cast)
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void begins_with_the_defaults_of_the_cnn() {
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
    "Seed, 1e999999999",
    "Weight decay, -1",
    "Warm-up (%), 100",
    "Dropout (%), 99",
    "Patience (epochs), 1.5"
  })
  void says_what_it_expected_of_a_number_that_does_not_fit(String name, String text) {
    field(name).textProperty().set(text);

    assertThat(field(name).problemProperty().get()).startsWith(name + ": expected ").endsWith(".");
    assertThat(configuration.config()).isEmpty();
  }

  @Test
  void is_valid_again_once_the_number_is_corrected() {
    field("Epochs").textProperty().set("many");
    field("Epochs").textProperty().set("3");

    assertThat(field("Epochs").problemProperty().get()).isEmpty();
    assertThat(configuration.config()).isPresent();
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

  static List<TrainingConfig> configurations() {
    TrainingConfig compact = TrainingConfig.defaults(ModelKind.COMPACT);
    return List.of(
        compact,
        compact.withRows(RowPolicy.FORWARD_FILL).withDropout(0.25).withPatience(12),
        compact.withLoss(new Loss.SmoothL1(0.75)).withOptimizer(new Optimizer.Adam()),
        compact
            .withLoss(new Loss.Wing(8, 1.5))
            .withOptimizer(new Optimizer.Nesterov(0.95, 5e-4))
            .withSchedule(new Schedule(Schedule.Shape.ONE_CYCLE, 0.4)),
        compact
            .withOptimizer(new Optimizer.AdamW(0))
            .withSchedule(Schedule.of(Schedule.Shape.STEP))
            .withAugmentation(new Augmentation(true, 7.5, 0.33, 2, 0.1, 2.5, 0.15, 0.05, 0.5, 1)),
        TrainingConfig.defaults(ModelKind.CNN)
            .withSeed(-7)
            .withValidationShare(0.07)
            .withMaxDuration(Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void says_every_configuration_as_it_was_put_in(TrainingConfig config) {
    configuration.set(config);

    assertThat(configuration.config()).contains(config);
  }

  @Test
  void another_model_brings_its_own_defaults_where_nothing_was_changed() {
    field("Batch size").textProperty().set("16");

    configuration.modelProperty().set(ModelKind.COMPACT);

    assertThat(configuration.config())
        .contains(TrainingConfig.defaults(ModelKind.COMPACT).withBatchSize(16));
    configuration.reset();
    assertThat(configuration.config()).contains(TrainingConfig.defaults(ModelKind.COMPACT));
  }

  @Test
  void asks_only_for_the_numbers_that_matter() {
    assertThat(field("Beta (px)").neededProperty().get()).isFalse();
    assertThat(field("Momentum").neededProperty().get()).isFalse();
    field("Beta (px)").textProperty().set("nothing");
    assertThat(configuration.config()).isPresent();

    configuration.set(configuration.config().orElseThrow().withLoss(new Loss.SmoothL1(2)));

    assertThat(field("Beta (px)").neededProperty().get()).isTrue();
    assertThat(field("Beta (px)").textProperty().get()).isEqualTo("2");
  }

  @Test
  void an_augmentation_is_named_where_it_has_a_name() {
    AugmentationViewModel augmentation = configuration.augmentation();
    assertThat(augmentation.preset().value()).contains(AugmentationPreset.NONE);

    augmentation.preset().valueProperty().set(Optional.of(AugmentationPreset.STRONG));
    assertThat(augmentation.augmentationProperty().get()).contains(Augmentation.strong());

    augmentation.fields().getFirst().textProperty().set("30");
    assertThat(augmentation.preset().value()).isEmpty();
    assertThat(configuration.config().orElseThrow().augmentation().rotationDegrees()).isEqualTo(30);

    augmentation.fields().getFirst().textProperty().set("all around");
    assertThat(configuration.config()).isEmpty();
  }

  @Test
  void offers_earlier_runs_of_the_same_network_to_start_from() {
    FakeModels models = new FakeModels(new MemoryDataSet(4));
    ModelEntry cnn = models.withoutPredictions("cnn 1", 0, List.of());
    configuration.offerWarmStarts(List.of(cnn));
    TrainingConfig warm =
        TrainingConfig.defaults(ModelKind.CNN).withWarmStart(Optional.of(cnn.runFolder()));

    configuration.set(warm);
    assertThat(configuration.config()).contains(warm);
    configuration.offerWarmStarts(List.of(cnn, models.withoutPredictions("b", 1, List.of())));
    assertThat(configuration.config()).contains(warm);

    configuration.modelProperty().set(ModelKind.SEQUENTIAL);
    assertThat(configuration.config().orElseThrow().warmStart()).isEmpty();
  }

  @Test
  void names_what_differs_from_the_defaults() {
    TrainingConfig config =
        TrainingConfig.defaults(ModelKind.CNN)
            .withLearningRate(0.002)
            .withRows(RowPolicy.COMPLETE_ONLY)
            .withAugmentation(Augmentation.flipsOnly())
            .withLoss(new Loss.Wing(10, 2));

    assertThat(ConfigurationText.summary(config))
        .isEqualTo("CNN · complete rows only · flips only · Wing, w 10 ε 2 px · rate 0.002");
    assertThat(ConfigurationText.summary(TrainingConfig.defaults(ModelKind.COMPACT)))
        .isEqualTo("Compact");
  }
}
