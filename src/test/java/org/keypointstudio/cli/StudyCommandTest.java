package org.keypointstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.backend.dl4j.Dl4jPredictorLoader;
import org.keypointstudio.backend.dl4j.Dl4jTrainer;

class StudyCommandTest {
  private static final String STUDY =
      """
      {"name": "Batches", "question": "Which batch size?",
       "settings": {"model": "sequential", "maxEpochs": 1},
       "grid": {"batchSize": [16, 32]}, "seeds": [1, 2]}
      """;

  private final CommandLineFixture commands = new CommandLineFixture();
  @TempDir private Path folder;
  private Path data;
  private Path study;

  @BeforeEach
  void prepare() throws IOException {
    commands.trainer = new Dl4jTrainer();
    commands.loader = new Dl4jPredictorLoader();
    data = folder.resolve("training.csv");
    assertThat(commands.run("generate", "--rows", "24", "--out", data.toString())).isZero();
    study = Files.writeString(folder.resolve("study.json"), STUDY);
  }

  private int run(String... more) {
    String[] arguments = {
      "study", "--data", data.toString(), "--out", folder.resolve("out").toString(), "--study"
    };
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return commands.run(all);
  }

  @Test
  void a_study_trains_all_its_runs_and_writes_a_table() {
    assertThat(run(study.toString())).isZero();

    assertThat(commands.out())
        .contains("run 4 of 4: batchSize 32, seed 2", "| batchSize 16 |", "Which batch size?");
    assertThat(folder.resolve("out/results.md")).content().contains("| batchSize 32 |");
    assertThat(folder.resolve("out/results.csv")).content().hasLineCount(5);
    assertThat(folder.resolve("out/02-batchsize-32-seed-2/run.json")).exists();
  }

  @Test
  void its_result_can_be_had_as_json() throws IOException {
    assertThat(run(study.toString(), "--json")).isZero();

    String out = commands.out();
    JsonNode result = new ObjectMapper().readTree(out.substring(out.indexOf('{')));
    assertThat(result.path("variants")).hasSize(2);
    assertThat(result.at("/variants/0/rmse").asDouble()).isPositive();
    assertThat(result.at("/variants/0/runs").asInt()).isEqualTo(2);
  }

  @Test
  void a_study_that_does_not_exist_is_named_with_those_that_do() {
    assertThat(run("other")).isEqualTo(1);

    assertThat(commands.err())
        .contains("There is no study other")
        .contains("labels-and-augmentation, ingredients");
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
