package org.keypointstudio.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.edit.BatchChange;
import org.keypointstudio.edit.LabelsChange;
import org.keypointstudio.evaluation.Evaluation;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.prediction.PredictionSet;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.fake.FakeModels;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.FaceFilter;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.thread.UiThread;

class CompareViewModelTest {
  private final MemoryDataSet faces = new MemoryDataSet(20);
  private final FakeModels fakes = new FakeModels(faces);
  private final ModelEntry rough = fakes.predicted("sequential 1", 0, 3, List.of(1, 2, 3, 4));
  private final ModelEntry fine = fakes.predicted("cnn 2", 1, 1, List.of(3, 4, 5, 6));
  private final StudioSession session = new StudioSession();
  private final CompareViewModel viewModel =
      new CompareViewModel(
          session,
          new CurrentThreadTaskExecutor(),
          UiThread.direct(),
          new Notifications(),
          new CanvasViewModel());

  CompareViewModelTest() {
    session.open(OpenDataSet.of(faces));
    viewModel.activeProperty().set(true);
  }

  private void addModels(ModelEntry... models) {
    session.models().addAll(models);
  }

  private Evaluation evaluation(ModelEntry model) {
    return viewModel.comparisonProperty().get().scoreOf(model).orElseThrow().evaluation();
  }

  private static double rmse(ModelEntry model, MemoryDataSet faces, int... chosen) {
    PredictionSet set = model.predictionsProperty().get().orElseThrow();
    return Evaluation.of(
            faces.schema(),
            IntStream.range(0, faces.size()).mapToObj(faces::annotation).toList(),
            set.predictions(),
            chosen)
        .rmse();
  }

  @Test
  void scores_models_on_the_faces_that_all_of_them_held_out() {
    addModels(rough, fine);

    assertThat(viewModel.faces()).containsExactly(3, 4);
    assertThat(evaluation(rough).rmse()).isEqualTo(rmse(rough, faces, 3, 4));
    assertThat(evaluation(fine).rmse()).isEqualTo(rmse(fine, faces, 3, 4));
    assertThat(viewModel.scopeNote())
        .isEqualTo("Scored on 2 faces that none of the shown models has learned from.");
  }

  @Test
  void says_so_and_scores_each_model_on_its_own_where_no_held_out_face_is_common() {
    ModelEntry other = fakes.predicted("cnn 3", 2, 1, List.of(9));
    addModels(rough, other);

    assertThat(viewModel.scopeNote())
        .startsWith("The shown models have no held-out face in common");
    assertThat(viewModel.faces()).containsExactly(1, 2, 3, 4, 9);
    assertThat(evaluation(rough).rmse()).isEqualTo(rmse(rough, faces, 1, 2, 3, 4));
    assertThat(evaluation(other).rmse()).isEqualTo(rmse(other, faces, 9));
    assertThat(ScoreRows.ofModels(session.models(), viewModel.comparisonProperty().get()))
        .noneMatch(ScoreRows.ModelRow::smallestRmse);
  }

  @Test
  void scores_all_faces_when_asked_to() {
    addModels(rough, fine);

    viewModel.scopeProperty().set(FaceScope.ALL);

    assertThat(viewModel.faces()).hasSize(20);
    assertThat(viewModel.scopeNote()).startsWith("Scored on all 20 labelled faces");
  }

  @Test
  void leaves_out_excluded_faces_and_counts_those_without_labels() {
    AnnotationDocument document = session.openDataSet().orElseThrow().document();
    SortedSet<String> tags = new TreeSet<>(Set.of(FaceNotes.EXCLUDED));
    FaceLabels excluded = document.labels(3).withNotes(FaceNotes.NONE.withTags(tags));
    FaceLabels empty = FaceLabels.of(Annotation.unlabelled(faces.schema().size()));
    document.apply(
        new BatchChange(
            List.of(
                new LabelsChange(3, document.labels(3), excluded, "Exclude"),
                new LabelsChange(4, document.labels(4), empty, "Clear")),
            "Two faces"));
    addModels(rough, fine);

    viewModel.scopeProperty().set(FaceScope.ALL);

    assertThat(viewModel.faces()).hasSize(19).doesNotContain(3).contains(4);
    assertThat(viewModel.scopeNote())
        .startsWith("Scored on all 18 labelled faces")
        .endsWith("Not scored, having no label: 1. Not scored, being excluded: 1.");
  }

  @Test
  void points_the_better_model_out_overall_and_for_each_keypoint() {
    addModels(rough, fine);
    viewModel.scopeProperty().set(FaceScope.ALL);

    assertThat(ScoreRows.ofModels(session.models(), viewModel.comparisonProperty().get()))
        .extracting(ScoreRows.ModelRow::smallestRmse)
        .containsExactly(false, true);
    assertThat(ScoreRows.ofKeypoints(faces.schema(), viewModel.comparisonProperty().get()))
        .hasSize(15)
        .allSatisfy(row -> assertThat(row.best()).contains(fine));
  }

  @Test
  void a_hidden_model_leaves_the_comparison_and_comes_back() {
    addModels(rough, fine);

    rough.shownProperty().set(false);

    assertThat(viewModel.shownModels()).containsExactly(fine);
    assertThat(viewModel.faces()).containsExactly(3, 4, 5, 6);
    rough.shownProperty().set(true);
    assertThat(viewModel.faces()).containsExactly(3, 4);
  }

  @Test
  void a_model_joins_once_its_predictions_are_made() {
    ModelEntry late = fakes.withoutPredictions("cnn 3", 2, List.of(4));
    addModels(rough, late);
    assertThat(viewModel.comparisonProperty().get().scoreOf(late)).isEmpty();

    late.predictionsProperty().set(fine.predictionsProperty().get());

    assertThat(viewModel.comparisonProperty().get().scoreOf(late)).isPresent();
    assertThat(viewModel.faces()).containsExactly(4);
  }

  @Test
  void steps_worst_face_first() {
    addModels(rough, fine);
    viewModel.scopeProperty().set(FaceScope.ALL);

    viewModel.orderProperty().set(new FaceOrder.WorstFirst(rough));

    assertThat(viewModel.faces())
        .isSortedAccordingTo(
            (one, other) -> Double.compare(rmse(rough, faces, other), rmse(rough, faces, one)));
    assertThat(session.selectedFaceProperty().get()).isEqualTo(viewModel.faces().getFirst());
    viewModel.step(1);
    assertThat(session.selectedFaceProperty().get()).isEqualTo(viewModel.faces().get(1));
    assertThat(viewModel.position()).isEqualTo("Face 2 of 20");
  }

  @Test
  void steps_stop_at_either_end() {
    addModels(rough, fine);

    viewModel.step(1);
    assertThat(session.selectedFaceProperty().get()).isEqualTo(3);
    viewModel.step(-1);
    assertThat(session.selectedFaceProperty().get()).isEqualTo(3);
    viewModel.step(99);
    assertThat(session.selectedFaceProperty().get()).isEqualTo(4);
  }

  @Test
  void offers_disagreement_only_for_two_models_and_falls_back_when_one_goes() {
    addModels(rough, fine);
    viewModel.orderProperty().set(new FaceOrder.LargestDisagreement());

    fine.shownProperty().set(false);

    assertThat(viewModel.orders()).doesNotContain(new FaceOrder.LargestDisagreement());
    assertThat(viewModel.orderProperty().get()).isEqualTo(new FaceOrder.DataOrder());
  }

  @Test
  void steps_only_through_faces_that_pass_the_filter() {
    addModels(rough, fine);

    session.filterProperty().set(FaceFilter.MISSING);

    assertThat(viewModel.faces()).containsExactly(4);
    session.filterProperty().set(FaceFilter.UNSAVED);
    assertThat(viewModel.position()).isEqualTo("No scored face passes the filter");
  }

  @Test
  void a_corrected_label_changes_the_figures() {
    addModels(rough, fine);
    double before = evaluation(fine).rmse();

    session.openDataSet().orElseThrow().document().setKeypoint(3, 10, Keypoint.visible(90, 90));

    assertThat(evaluation(fine).rmse()).isGreaterThan(before);
  }

  @Test
  void does_not_compare_while_nobody_looks() {
    viewModel.activeProperty().set(false);
    addModels(rough, fine);
    assertThat(viewModel.comparisonProperty().get().scores()).isEmpty();

    viewModel.activeProperty().set(true);

    assertThat(viewModel.comparisonProperty().get().scores()).hasSize(2);
  }

  @Test
  void tells_the_error_of_the_selected_face_and_whether_it_was_held_out() {
    addModels(rough, fine);
    session.selectedFaceProperty().set(5);

    assertThat(viewModel.selectedFaceRmse(fine))
        .isEqualTo(rmse(fine, faces, 5), Offset.offset(1e-12));
    assertThat(viewModel.isSelectedFaceHeldOut(fine)).isTrue();
    assertThat(viewModel.isSelectedFaceHeldOut(rough)).isFalse();
    assertThat(viewModel.position()).isEqualTo("Not among the 2 faces");
  }

  @Test
  void has_nothing_to_show_after_the_data_set_is_closed() {
    addModels(rough, fine);

    session.close();

    assertThat(viewModel.comparisonProperty().get().scores()).isEmpty();
    assertThat(viewModel.faces()).isEmpty();
    assertThat(viewModel.position()).isEmpty();
    assertThat(viewModel.faceName()).isEmpty();
  }

  @Test
  void steps_first_to_where_one_model_is_wrong_and_the_other_right() {
    addModels(rough, fine);
    viewModel.scopeProperty().set(FaceScope.ALL);

    viewModel.orderProperty().set(new FaceOrder.WrongAndRight(rough, fine));

    List<Double> leads =
        viewModel.faces().stream()
            .map(face -> rmse(rough, faces, face) - rmse(fine, faces, face))
            .toList();
    assertThat(leads).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void steps_first_to_where_the_selected_keypoint_is_worst() {
    addModels(rough, fine);
    viewModel.scopeProperty().set(FaceScope.ALL);
    assertThat(viewModel.orders()).noneMatch(FaceOrder.WorstOfKeypoint.class::isInstance);
    session.selectedKeypointProperty().set(10);
    assertThat(viewModel.orders()).contains(new FaceOrder.WorstOfKeypoint(10, "nose tip"));

    viewModel.orderProperty().set(new FaceOrder.WorstOfKeypoint(10, "nose tip"));

    List<Double> worst = viewModel.faces().stream().map(face -> worstDistance(face, 10)).toList();
    assertThat(worst).isSortedAccordingTo(Comparator.reverseOrder());

    session.selectedKeypointProperty().set(0);
    assertThat(viewModel.orders()).contains(new FaceOrder.WorstOfKeypoint(0, "left eye center"));
    assertThat(viewModel.orderProperty().get())
        .isEqualTo(new FaceOrder.WorstOfKeypoint(10, "nose tip"));
  }

  private double worstDistance(int face, int keypoint) {
    return Stream.of(rough, fine)
        .mapToDouble(
            model ->
                faces.annotation(face).isPlaced(keypoint)
                    ? model
                        .prediction(face)
                        .orElseThrow()
                        .keypoint(keypoint)
                        .distanceTo(faces.annotation(face).keypoint(keypoint))
                    : -1)
        .max()
        .orElseThrow();
  }
}
