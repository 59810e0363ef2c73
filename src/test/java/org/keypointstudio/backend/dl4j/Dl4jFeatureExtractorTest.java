package org.keypointstudio.backend.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.project.WrittenRun;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.network.Architectures;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.NetworkSpec;

class Dl4jFeatureExtractorTest {
  private @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"SEQUENTIAL, 30", "CNN, 500", "COMPACT, 256"})
  void features_are_the_values_of_the_last_layer_but_one(ModelKind kind, int length) {
    NetworkSpec whole = Architectures.of(kind, 15).withMembers(2);

    NetworkSpec head = Dl4jFeatureExtractor.headOf(whole);

    assertThat(head.outputs()).isEqualTo(length);
    assertThat(head.members()).isEqualTo(1);
    assertThat(head.parameterCount()).isLessThan(whole.member().parameterCount());
    assertThat(whole.layers()).startsWith(head.layers().toArray(LayerSpec[]::new));
  }

  @Test
  void each_face_has_its_row() throws IOException {
    Path run =
        WrittenRun.write(
            folder.resolve("run"), KeypointSchema.kaggle15().keypointNames(), 5, List.of(), "00");
    GrayImage image = new GrayImage(new ImageSize(8, 8), new byte[64]);

    List<float[]> features =
        new Dl4jFeatureExtractor().features(run, 70, _ -> image, TaskContext.unattended());

    assertThat(features).hasSize(70).allMatch(row -> row.length == 30);
  }
}
