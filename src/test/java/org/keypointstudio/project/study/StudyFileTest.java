package org.keypointstudio.project.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.Loss;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.Schedule;
import org.keypointstudio.training.TrainingConfig;

class StudyFileTest {
  private static Study read(String json) throws IOException {
    return new StudyFile()
        .read("study.json", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static String study(String rest) {
    return "{'name': 'Rows', 'question': 'Which?', 'seeds': [1, 2]" + rest + "}";
  }

  @Test
  void each_combination_of_the_grid_is_a_variant() throws IOException {
    Study study =
        read(
            study(
                ", 'settings': {'model': 'cnn', 'maxEpochs': 7}, 'grid': {'rows': ['complete',"
                    + " 'mean'], 'augmentation': ['none', 'flips']}"));

    assertThat(study.seeds()).containsExactly(1L, 2L);
    assertThat(study.runs()).isEqualTo(8);
    assertThat(study.variants())
        .extracting(Study.Variant::name)
        .containsExactly(
            "rows complete, augmentation none",
            "rows complete, augmentation flips",
            "rows mean, augmentation none",
            "rows mean, augmentation flips");
    assertThat(study.variants().get(1).config())
        .isEqualTo(
            TrainingConfig.defaults(ModelKind.CNN)
                .withMaxEpochs(7)
                .withMaxDuration(Study.AMPLE_TIME)
                .withRows(RowPolicy.COMPLETE_ONLY)
                .withAugmentation(Augmentation.flipsOnly()));
  }

  @Test
  void epochs_alone_decide_unless_a_time_is_named_too() throws IOException {
    Study study =
        read(
            study(
                ", 'settings': {'model': 'cnn'}, 'variants': [{'name': 'epochs', 'maxEpochs': 7},"
                    + " {'name': 'both', 'maxEpochs': 7, 'maxDuration': 'PT5M'},"
                    + " {'name': 'neither'}]"));

    assertThat(study.variants())
        .extracting(variant -> variant.config().maxDuration())
        .containsExactly(Study.AMPLE_TIME, Duration.ofMinutes(5), Duration.ofMinutes(10));
  }

  @Test
  void variants_are_settings_with_a_name() throws IOException {
    Study study =
        read(
            study(
                ", 'settings': {'model': 'compact'}, 'variants': [{'name': 'as it comes'},"
                    + " {'name': 'wing', 'loss': 'wing', 'schedule': 'one-cycle'},"
                    + " {'name': 'turned', 'augmentation': {'rotationDegrees': 30}}]"));

    TrainingConfig defaults = TrainingConfig.defaults(ModelKind.COMPACT);
    assertThat(study.variants())
        .containsExactly(
            new Study.Variant("as it comes", defaults),
            new Study.Variant(
                "wing",
                defaults
                    .withLoss(Loss.ofId("wing").orElseThrow())
                    .withSchedule(Schedule.of(Schedule.Shape.ONE_CYCLE))),
            new Study.Variant(
                "turned",
                defaults.withAugmentation(
                    new Augmentation(true, 30, 0.12, 4, 0.05, 3, 0.2, 0.2, 0.1, 0.5))));
  }

  @Test
  void a_network_in_the_grid_brings_its_own_defaults() throws IOException {
    Study study = read(study(", 'grid': {'model': ['sequential', 'compact']}"));

    assertThat(study.variants())
        .extracting(Study.Variant::config)
        .isEqualTo(
            List.of(
                TrainingConfig.defaults(ModelKind.SEQUENTIAL),
                TrainingConfig.defaults(ModelKind.COMPACT)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      textBlock =
          """
          {'name': 'x',}                                     # row 1, column 14: this is not JSON
          []                                                 # must hold one JSON object
          {'name': 'x', 'question': 'y', 'goal': 1}          # but no "goal"
          {'question': 'y'}                                  # A study needs a name
          {'name': 'x', 'question': 'y', 'grid': {'model': ['cnn']}} # at least one variant and one seed
          {'name': 'x', 'question': 'y', 'grid': {'model': ['cnn']}, 'seeds': [1.5]} # whole number
          {'name': 'x', 'question': 'y', 'grid': {'model': ['cnn']}, 'seeds': [1, 1]} # seeds that differ
          {'name': 'x', 'question': 'y', 'grid': {'model': 'cnn'}, 'seeds': [1]} # must stand in brackets
          {'name': 'x', 'question': 'y', 'settings': {'model': 'vgg'}, 'seeds': [1]} # must be one of sequential, cnn, cnn-flip, compact
          {'name': 'x', 'question': 'y', 'settings': {}, 'seeds': [1]} # "model" is missing
          {'name': 'x', 'question': 'y', 'settings': {'model': 'cnn', 'rows': 'some'}, 'seeds': [1]} # "rows" is "some", but must be one of complete, all, mean, forward
          {'name': 'x', 'question': 'y', 'settings': {'model': 'cnn', 'rwos': 'all'}, 'seeds': [1]} # no setting "rwos"
          {'name': 'x', 'question': 'y', 'settings': {'model': 'cnn', 'augmentation': {'tilt': 3}}, 'seeds': [1]} # has no part "tilt"
          {'name': 'x', 'question': 'y', 'settings': {'model': 'cnn', 'batchSize': 0}, 'seeds': [1]} # batch size must be at least 1
          {'name': 'x', 'question': 'y', 'settings': {'model': 'cnn', 'maxEpochs': 'many'}, 'seeds': [1]} # do not describe a run
          {'name': 'x', 'question': 'y', 'variants': [{'model': 'cnn'}], 'seeds': [1]} # settings in braces with a name
          {'name': 'x', 'question': 'y', 'settings': {'model': 'cnn'}, 'variants': [{'name': 'a'}, {'name': 'a'}], 'seeds': [1]} # have the same name: a
          """)
  void what_is_no_study_is_refused_in_one_sentence(String json, String expected) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("study.json")
        .hasMessageContaining(expected);
  }

  @Test
  void the_studies_that_come_with_the_program_can_be_read() {
    assertThat(ShippedStudies.names())
        .allSatisfy(name -> assertThat(ShippedStudies.find(name)).isPresent());
    assertThat(ShippedStudies.find("none of them")).isEmpty();
  }

  @Test
  void one_of_them_compares_all_rows_policies_and_augmentations() {
    Study study = ShippedStudies.find("labels-and-augmentation").orElseThrow();

    assertThat(study.variants()).hasSize(12);
    assertThat(study.seeds()).hasSize(3);
    assertThat(study.variants())
        .extracting(variant -> variant.config().rows())
        .contains(RowPolicy.values());
  }
}
