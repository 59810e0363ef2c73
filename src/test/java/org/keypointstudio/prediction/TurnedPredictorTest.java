package org.keypointstudio.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

class TurnedPredictorTest {
  private static final KeypointSchema SCHEMA =
      new KeypointSchema("spot", List.of("spot"), List.of(), List.of(), List.of());
  private static final ImageSize SIZE = new ImageSize(41, 41);

  /** Finds the middle of what is bright. */
  private static final class SpotFinder implements KeypointPredictor {
    @Override
    public KeypointSchema schema() {
      return SCHEMA;
    }

    @Override
    public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
      return images.stream().map(SpotFinder::middle).toList();
    }

    private static Annotation middle(GrayImage image) {
      double sumX = 0;
      double sumY = 0;
      double sum = 0;
      for (int y = 0; y < image.height(); y++) {
        for (int x = 0; x < image.width(); x++) {
          sumX += x * image.at(x, y);
          sumY += y * image.at(x, y);
          sum += image.at(x, y);
        }
      }
      return Annotation.ofCoordinates(sumX / sum, sumY / sum);
    }

    @Override
    public void close() {}
  }

  private static GrayImage spotAt(int spotX, int spotY) {
    byte[] pixels = new byte[SIZE.pixelCount()];
    for (int y = -1; y <= 1; y++) {
      for (int x = -1; x <= 1; x++) {
        pixels[(spotY + y) * SIZE.width() + spotX + x] = (byte) 200;
      }
    }
    return new GrayImage(SIZE, pixels);
  }

  @Test
  void what_a_model_finds_in_the_turned_face_is_brought_back_onto_the_face_as_it_is() {
    try (KeypointPredictor turned = new TurnedPredictor(new SpotFinder(), 20, 1.2)) {
      Annotation found =
          turned.predict(List.of(spotAt(28, 12)), TaskContext.unattended()).getFirst();

      assertThat(found.x(0)).isCloseTo(28, within(0.2));
      assertThat(found.y(0)).isCloseTo(12, within(0.2));
    }
  }

  @Test
  void a_turn_by_plus_degrees_is_clockwise() {
    KeypointPredictor always =
        new KeypointPredictor() {
          @Override
          public KeypointSchema schema() {
            return SCHEMA;
          }

          @Override
          public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
            return List.of(Annotation.ofCoordinates(20, 30));
          }

          @Override
          public void close() {}
        };

    // Below the middle in the face turned by a quarter clockwise was right of it before.
    Annotation found =
        new TurnedPredictor(always, 90, 1)
            .predict(List.of(spotAt(20, 20)), TaskContext.unattended())
            .getFirst();

    assertThat(found.x(0)).isCloseTo(30, within(1e-9));
    assertThat(found.y(0)).isCloseTo(20, within(1e-9));
  }

  @Test
  void a_face_cannot_be_scaled_to_nothing() {
    assertThatThrownBy(() -> new TurnedPredictor(new SpotFinder(), 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
