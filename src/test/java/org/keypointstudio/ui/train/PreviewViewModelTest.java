package org.keypointstudio.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.loop.AugmentationPreview.VariedFace;
import org.keypointstudio.ui.fake.LateTaskExecutor;
import org.keypointstudio.ui.fake.ScriptedTrainer;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.thread.UiThread;

class PreviewViewModelTest {
  private final LateTaskExecutor executor = new LateTaskExecutor();
  private @TempDir Path home;
  private TrainFixture fixture;
  private StudioSession session;
  private AugmentationViewModel augmentation;
  private PreviewViewModel preview;

  @BeforeEach
  void look_at_the_preview() {
    fixture = TrainFixture.of(ScriptedTrainer.quick(), executor, executor, UiThread.direct(), home);
    session = fixture.session();
    augmentation = fixture.training().configuration().augmentation();
    preview = fixture.training().preview();
    preview.activeProperty().set(true);
  }

  private PreviewViewModel.Preview shown() {
    executor.runAll();
    return preview.previewProperty().get().orElseThrow();
  }

  private void openFaces() {
    fixture.open();
  }

  @Test
  void shows_nothing_without_a_face() {
    executor.runAll();

    assertThat(preview.previewProperty().get()).isEmpty();
  }

  @Test
  void shows_the_selected_face_and_copies_of_it() {
    openFaces();
    session.selectedFaceProperty().set(3);

    assertThat(shown().name()).isEqualTo("row 4");
    assertThat(shown().copies()).hasSize(PreviewViewModel.COPIES);
    assertThat(shown().copies())
        .extracting(VariedFace::annotation)
        .containsOnly(shown().original().annotation());
  }

  @Test
  void a_changed_setting_and_a_shuffle_vary_the_face_anew() {
    openFaces();
    augmentation.set(Augmentation.strong());
    Annotation first = shown().copies().getFirst().annotation();

    augmentation.fields().getFirst().textProperty().set("90");
    Annotation turned = shown().copies().getFirst().annotation();
    preview.shuffle();
    Annotation shuffled = shown().copies().getFirst().annotation();

    assertThat(turned).isNotEqualTo(first);
    assertThat(shuffled).isNotEqualTo(turned);
  }

  @Test
  void many_changes_in_a_row_cost_one_more_piece_of_work() {
    openFaces();
    augmentation.set(Augmentation.strong());
    for (int degrees = 0; degrees < 50; degrees++) {
      augmentation.fields().getFirst().textProperty().set(String.valueOf(degrees));
    }

    PreviewViewModel.Preview afterAll = shown();
    preview.activeProperty().set(false);
    preview.activeProperty().set(true);

    assertThat(shown()).isSameAs(afterAll);
  }

  @Test
  void an_edited_label_is_seen_at_once() {
    openFaces();
    session.openDataSet().orElseThrow().document().setKeypoint(0, 0, Keypoint.visible(11, 12));

    assertThat(shown().original().annotation().keypoint(0)).isEqualTo(Keypoint.visible(11, 12));
  }

  @Test
  void nothing_is_made_while_nobody_looks() {
    preview.activeProperty().set(false);
    openFaces();
    executor.runAll();
    assertThat(preview.previewProperty().get()).isEmpty();

    preview.activeProperty().set(true);
    assertThat(shown().name()).isEqualTo("row 1");
  }
}
