package org.keypointstudio.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.evaluation.comparison.Measure;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.prediction.PredictionSet;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakeModels;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.notification.Notification;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ImageMeasurer;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.thread.UiThread;

class FiguresViewModelTest {
  private final MemoryDataSet faces = new MemoryDataSet(20);
  private final FakeModels fakes = new FakeModels(faces);
  private final ModelEntry rough = fakes.predicted("sequential 1", 0, 3, List.of(1, 2, 3, 4));
  private final ModelEntry fine = fakes.predicted("cnn 2", 1, 1, List.of(3, 4, 5, 6));
  private final StudioSession session = new StudioSession();
  private final Notifications notifications = new Notifications();
  private final TaskExecutor executor = new CurrentThreadTaskExecutor();
  private final List<ModelEntry> mirroredAsked = new ArrayList<>();
  private final FakeDialogs dialogs = new FakeDialogs();
  private final CompareViewModel compare =
      new CompareViewModel(
          session, executor, UiThread.direct(), notifications, new CanvasViewModel());
  private final FiguresViewModel figures =
      new FiguresViewModel(
          compare,
          executor,
          new ImageMeasurer(session, executor, notifications),
          notifications,
          mirroredAsked::add);
  private final ComparisonExport export =
      new ComparisonExport(figures, dialogs, executor, notifications);

  FiguresViewModelTest() {
    session.open(OpenDataSet.of(faces));
    compare.activeProperty().set(true);
  }

  private Figures shown() {
    return figures.figuresProperty().get().orElseThrow();
  }

  @Test
  void figures_are_made_when_they_are_looked_at() {
    session.models().addAll(rough, fine);
    assertThat(figures.figuresProperty().get()).isEmpty();

    figures.shownProperty().set(true);

    assertThat(shown().comparison().faces().positions()).containsExactly(3, 4);
    assertThat(shown().comparison().models())
        .extracting(model -> model.name())
        .containsExactly("sequential 1", "cnn 2");
  }

  @Test
  void figures_follow_the_models_that_are_shown() {
    session.models().addAll(rough, fine);
    figures.shownProperty().set(true);

    rough.shownProperty().set(false);

    assertThat(shown().comparison().faces().positions()).containsExactly(3, 4, 5, 6);
    assertThat(shown().models()).containsExactly(fine);
  }

  @Test
  void figures_follow_a_corrected_label() {
    session.models().add(fine);
    compare.scopeProperty().set(FaceScope.ALL);
    figures.shownProperty().set(true);
    double before = shown().comparison().models().getFirst().figure(Measure.RMSE).value();

    Annotation predicted = fine.prediction(0).orElseThrow();
    for (int k = 0; k < predicted.size(); k++) {
      session.openDataSet().orElseThrow().document().setKeypoint(0, k, predicted.keypoint(k));
    }

    assertThat(shown().comparison().models().getFirst().figure(Measure.RMSE).value())
        .isLessThan(before);
  }

  @Test
  void saving_leaves_the_figures_on_show_and_opening_another_data_set_does_not() {
    session.models().add(fine);
    figures.shownProperty().set(true);

    session.rebase(faces);
    assertThat(figures.shownProperty().get()).isTrue();

    session.open(OpenDataSet.of(new MemoryDataSet(5)));
    assertThat(figures.shownProperty().get()).isFalse();
  }

  @Test
  void models_without_a_common_face_have_no_figures_and_it_is_said_why() {
    session.models().addAll(rough, fakes.predicted("cnn 3", 2, 1, List.of(9)));

    figures.shownProperty().set(true);

    assertThat(figures.figuresProperty().get()).isEmpty();
    assertThat(figures.messageProperty().get())
        .startsWith("Each of the 20 faces was learned from by at least one of the 2 models");
  }

  @Test
  void a_model_of_another_number_of_faces_has_no_figures() {
    ModelEntry other = new FakeModels(new MemoryDataSet(7)).predicted("old 1", 2, 1, List.of(1));
    session.models().add(other);

    figures.shownProperty().set(true);

    assertThat(figures.messageProperty().get()).startsWith("old 1 was trained on 7 faces, but");
  }

  @Test
  void calibration_comes_once_the_models_have_seen_the_mirrored_faces() {
    session.models().add(fine);
    figures.shownProperty().set(true);
    assertThat(shown().comparison().models().getFirst().calibration()).isEmpty();

    figures.measureCalibration();
    assertThat(mirroredAsked).containsExactly(fine);
    fine.mirroredProperty()
        .set(
            fine.predictionsProperty()
                .get()
                .map(made -> new PredictionSet("cnn 2", made.predictions())));

    assertThat(shown().comparison().models().getFirst().calibration()).isPresent();
  }

  @Test
  void faces_that_were_pointed_at_take_the_figures_place() {
    session.models().addAll(rough, fine);
    figures.shownProperty().set(true);

    figures.showFaces(shown().worstOfKeypoint(0, 0));

    assertThat(figures.shownProperty().get()).isFalse();
    assertThat(session.shownFaces()).isSubsetOf(3, 4).isNotEmpty();
  }

  @Test
  void the_faces_that_are_worst_by_a_measure_are_a_tenth_but_ten_at_least() {
    session.models().add(rough);
    compare.scopeProperty().set(FaceScope.ALL);
    figures.shownProperty().set(true);

    for (Measure measure : Measure.values()) {
      assertThat(shown().worstBy(0, measure).size()).isEqualTo(10);
    }
    double least =
        shown().worstBy(0, Measure.RMSE).stream().mapToDouble(this::rmse).min().orElseThrow();
    assertThat(shown().comparison().facesWhere(place -> rmse(place) > least)).hasSize(9);
  }

  private double rmse(int face) {
    return shown().comparison().models().getFirst().scores().get(face).rmse();
  }

  @Test
  void every_face_of_the_histogram_is_in_one_bin() {
    session.models().add(rough);
    figures.shownProperty().set(true);

    int faces = 0;
    for (int bin = 0; bin < shown().comparison().histogram().bins(); bin++) {
      faces += shown().inBin(0, bin).size();
    }

    assertThat(faces).isEqualTo(4);
  }

  @Test
  void exports_are_written_without_looking_at_the_figures_first(@TempDir Path folder) {
    session.models().addAll(rough, fine);

    dialogs.willChoose(folder.resolve("tables"));
    export.tables();
    dialogs.willChoose(folder.resolve("plots"));
    export.plots();
    dialogs.willChoose(folder.resolve("faces.png"));
    export.sheet();

    assertThat(folder.resolve("tables/models.csv")).content().contains("sequential 1,rmse,");
    assertThat(folder.resolve("plots/ced.svg")).isNotEmptyFile();
    assertThat(folder.resolve("faces.png")).isNotEmptyFile();
    assertThat(notifications.shown())
        .allMatch(message -> message.kind() == Notification.Kind.SUCCESS);
  }

  @Test
  void an_export_without_figures_says_why(@TempDir Path folder) throws Exception {
    dialogs.willChoose(folder.resolve("report.html"));

    export.report();

    assertThat(notifications.shown())
        .extracting(Notification::message)
        .containsExactly("Show a model to see its figures.");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}
