package org.keypointstudio.dataset.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Face;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskContext;

class ImageSurveyTest {
  private static final ImageSize MEAN = new ImageSize(4, 4);

  /** Squares of one grey, as large as it says; 0 cannot be read. */
  private record Squares(List<Integer> sides) implements FaceDataSet {
    @Override
    public Path path() {
      return Path.of("squares.csv");
    }

    @Override
    public KeypointSchema schema() {
      return KeypointSchema.kaggle15();
    }

    @Override
    public int size() {
      return sides.size();
    }

    @Override
    public Face face(int index) {
      return new Face(index, "square " + index);
    }

    @Override
    public GrayImage image(int index) throws IOException {
      int side = sides.get(index);
      if (side == 0) {
        throw new IOException("The square is gone.");
      }
      byte[] pixels = new byte[side * side];
      Arrays.fill(pixels, (byte) side);
      return new GrayImage(new ImageSize(side, side), pixels);
    }

    @Override
    public Annotation annotation(int index) {
      return Annotation.unlabelled(15);
    }
  }

  @Test
  void an_image_that_cannot_be_read_is_listed_and_the_others_are_measured() {
    ImageSurvey survey =
        ImageSurvey.of(new Squares(List.of(10, 0, 30)), MEAN, TaskContext.unattended());

    assertThat(survey.facts().unreadable()).containsExactly(1);
    assertThat(survey.facts().facts(2)).contains(new ImageFacts(30, 0));
    assertThat(survey.sizes().get(0)).contains(new ImageSize(10, 10));
    assertThat(survey.sizes().get(1)).isEmpty();
    assertThat(survey.meanFace().orElseThrow().at(2, 2)).isEqualTo(20);
    assertThat(survey.similarity().x(1)).isNaN();
  }

  @Test
  void without_any_image_there_is_no_mean() {
    ImageSurvey survey = ImageSurvey.of(new Squares(List.of(0)), MEAN, TaskContext.unattended());

    assertThat(survey.meanFace()).isEmpty();
    assertThat(ImageSurvey.of(new Squares(List.of()), MEAN, TaskContext.unattended()).sizes())
        .isEmpty();
  }

  @Test
  void reading_can_be_cancelled() {
    CancelToken token = new CancelToken();
    token.cancel();

    assertThatThrownBy(
            () -> ImageSurvey.of(new Squares(List.of(5, 6)), MEAN, new TaskContext(token, _ -> {})))
        .isInstanceOf(CancellationException.class);
  }
}
