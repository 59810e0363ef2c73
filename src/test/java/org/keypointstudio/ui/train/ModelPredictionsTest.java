package org.keypointstudio.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.ui.fake.FakeModels;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class ModelPredictionsTest {
  private static final int WIDTH = 96;

  private final StudioSession session = new StudioSession();
  private final MemoryDataSet faces = new MemoryDataSet(3);
  private final Notifications notifications = new Notifications();
  private final AtomicInteger loaded = new AtomicInteger();
  private final ModelPredictions predictions =
      new ModelPredictions(session, new CurrentThreadTaskExecutor(), _ -> load(), notifications);
  private final ModelEntry model = new FakeModels(faces).withoutPredictions("cnn 1", 0, List.of(1));

  @BeforeEach
  void open() {
    session.open(OpenDataSet.of(faces));
    session.models().add(model);
  }

  /** A model that finds every keypoint at (30, 40), in mirrored faces too. */
  private KeypointPredictor load() {
    loaded.incrementAndGet();
    double[] coordinates = new double[2 * faces.schema().size()];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = i % 2 == 0 ? 30 : 40;
    }
    return new KeypointPredictor() {
      @Override
      public KeypointSchema schema() {
        return faces.schema();
      }

      @Override
      public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
        return Collections.nCopies(images.size(), Annotation.ofCoordinates(coordinates));
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void a_model_predicts_all_faces_once() {
    predictions.predict(model);

    assertThat(model.prediction(2).orElseThrow().x(0)).isEqualTo(30);
    session.selectedFaceProperty().set(1);
    session.selectedFaceProperty().set(0);
    assertThat(loaded).hasValue(1);
  }

  @Test
  void choosing_to_average_with_the_mirrored_face_predicts_anew() {
    predictions.predict(model);

    session.flipAveragingProperty().set(true);

    double mirrored = WIDTH - 1 - 30;
    assertThat(model.prediction(0).orElseThrow().x(0)).isEqualTo((30 + mirrored) / 2);
    session.flipAveragingProperty().set(false);
    assertThat(model.prediction(0).orElseThrow().x(0)).isEqualTo(30);
  }

  @Test
  void a_model_that_cannot_be_read_is_told_of() {
    ModelPredictions broken =
        new ModelPredictions(
            session,
            new CurrentThreadTaskExecutor(),
            _ -> {
              throw new IOException("weights.bin is missing");
            },
            notifications);

    broken.predict(model);

    assertThat(notifications.shown()).hasSize(1);
    assertThat(model.predictionsProperty().get()).isEmpty();
  }
}
