package org.keypointstudio.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.Progress;
import org.keypointstudio.task.TaskContext;

class FlipAveragingPredictorTest {
  private static final KeypointSchema SCHEMA =
      new KeypointSchema(
          "eyes and nose",
          List.of("left_eye", "right_eye", "nose"),
          List.of(new IndexPair(0, 1)),
          List.of(),
          List.of());

  private final AtomicBoolean closed = new AtomicBoolean();

  /** Finds the three spots exactly, but errs so many pixels to the right. */
  private KeypointPredictor finder(double error) {
    return new KeypointPredictor() {
      @Override
      public KeypointSchema schema() {
        return SCHEMA;
      }

      @Override
      public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
        return images.stream().map(image -> find(image, error)).toList();
      }

      @Override
      public void close() {
        closed.set(true);
      }
    };
  }

  /** The keypoint of the subject's left is the one of the two brighter spots further right. */
  private static Annotation find(GrayImage image, double error) {
    List<double[]> eyes = new ArrayList<>();
    double[] nose = new double[2];
    for (int x = 0; x < image.width(); x++) {
      for (int y = 0; y < image.height(); y++) {
        if (image.at(x, y) == 200) {
          eyes.add(new double[] {x, y});
        } else if (image.at(x, y) == 100) {
          nose = new double[] {x, y};
        }
      }
    }
    return Annotation.ofCoordinates(
        eyes.get(1)[0] + error,
        eyes.get(1)[1],
        eyes.get(0)[0] + error,
        eyes.get(0)[1],
        nose[0] + error,
        nose[1]);
  }

  private static GrayImage face(int leftEye, int rightEye, int nose) {
    byte[] pixels = new byte[20 * 10];
    pixels[3 * 20 + leftEye] = (byte) 200;
    pixels[4 * 20 + rightEye] = (byte) 200;
    pixels[6 * 20 + nose] = 100;
    return new GrayImage(new ImageSize(20, 10), pixels);
  }

  @Test
  void an_error_to_one_side_cancels_out() {
    try (KeypointPredictor predictor = new FlipAveragingPredictor(finder(1.5))) {
      List<Annotation> found =
          predictor.predict(List.of(face(15, 4, 9), face(12, 2, 7)), TaskContext.unattended());

      assertThat(found)
          .containsExactly(
              Annotation.ofCoordinates(15, 3, 4, 4, 9, 6),
              Annotation.ofCoordinates(12, 3, 2, 4, 7, 6));
    }
  }

  @Test
  void a_model_without_error_answers_as_before() {
    KeypointPredictor model = finder(0);
    GrayImage image = face(17, 1, 11);

    Annotation averaged =
        new FlipAveragingPredictor(model)
            .predict(List.of(image), TaskContext.unattended())
            .getFirst();

    assertThat(averaged)
        .isEqualTo(model.predict(List.of(image), TaskContext.unattended()).getFirst());
  }

  @Test
  void progress_counts_each_face_once() {
    List<Progress> reports = new ArrayList<>();

    new FlipAveragingPredictor(finder(0))
        .predict(
            List.of(face(15, 4, 9), face(12, 2, 7)),
            new TaskContext(new CancelToken(), reports::add));

    assertThat(reports).hasSize(1);
    assertThat(reports.getFirst().fraction()).isCloseTo(1, within(1e-9));
  }

  @Test
  void closing_it_closes_the_model() {
    new FlipAveragingPredictor(finder(0)).close();

    assertThat(closed).isTrue();
  }
}
