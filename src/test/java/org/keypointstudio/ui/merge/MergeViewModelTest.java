package org.keypointstudio.ui.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.edit.merge.Side;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.ui.banner.Banner;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.fake.FakeWindow;
import org.keypointstudio.ui.notification.Notification;

class MergeViewModelTest {
  private static final Path FILE = Path.of("faces.csv");
  private static final Keypoint MINE = Keypoint.visible(10, 11);
  private static final Keypoint THEIRS = Keypoint.visible(20, 21);
  private static final Annotation NOTHING = Annotation.unlabelled(15);

  private final FakeStore store = new FakeStore();
  private @TempDir Path home;
  private FakeWindow window;

  @BeforeEach
  void open_the_file() {
    store.put(FILE, new FakeDataSet(FILE, List.of(NOTHING, NOTHING, NOTHING)));
    window = new FakeWindow(store, home);
    window.files().open(FILE);
  }

  private AnnotationDocument document() {
    return window.session().openDataSet().orElseThrow().document();
  }

  private void anotherProgramWrites(Annotation... annotations) {
    store.changeOutside(FILE, new FakeDataSet(FILE, List.of(annotations)));
  }

  private void merge() {
    window.files().save();
    window.answer(Banner.Topic.CHANGED_OUTSIDE, "Merge…");
  }

  @Test
  void a_change_outside_is_noticed_when_the_person_comes_back() {
    window.outside().look();
    assertThat(window.banners().shown()).isEmpty();

    anotherProgramWrites(NOTHING, NOTHING.with(0, THEIRS), NOTHING);
    window.outside().look();

    assertThat(window.banners().shown())
        .singleElement()
        .satisfies(
            banner ->
                assertThat(banner.text()).contains("faces.csv was changed by another program"));
  }

  @Test
  void saving_writes_nothing_over_what_another_program_wrote() {
    document().setKeypoint(0, 0, MINE);
    anotherProgramWrites(NOTHING, NOTHING.with(0, THEIRS), NOTHING);

    window.files().save();

    assertThat(store.saved()).isEmpty();
    assertThat(window.session().dirtyProperty().get()).isTrue();
    assertThat(window.banners().shown()).hasSize(1);
  }

  @Test
  void what_only_one_side_changed_is_merged_without_a_question() {
    document().setKeypoint(0, 0, MINE);
    anotherProgramWrites(NOTHING.with(1, THEIRS), NOTHING.with(0, THEIRS), NOTHING);

    merge();

    assertThat(window.merge().shownProperty().get()).isFalse();
    assertThat(document().annotation(0)).isEqualTo(NOTHING.with(0, MINE).with(1, THEIRS));
    assertThat(document().annotation(1)).isEqualTo(NOTHING.with(0, THEIRS));
    assertThat(document().unsavedLabels().keySet()).containsExactly(0);
    assertThat(window.banners().shown()).isEmpty();

    window.files().save();

    assertThat(store.saved().getLast()).isEqualTo(document().snapshot());
  }

  @Test
  void what_is_merged_survives_a_kill() throws IOException {
    document().setKeypoint(0, 0, MINE);
    anotherProgramWrites(NOTHING, NOTHING.with(0, THEIRS), NOTHING);
    merge();

    Files.delete(FakeWindow.project(FILE, home).path().resolve("editing.lock"));
    window = new FakeWindow(store, home);
    window.files().open(FILE);
    window.answer(Banner.Topic.UNSAVED_WORK, "Restore");

    assertThat(document().snapshot())
        .containsExactly(NOTHING.with(0, MINE), NOTHING.with(0, THEIRS), NOTHING);
  }

  @Test
  void the_person_chooses_a_side_for_each_face_that_both_changed() {
    for (int face = 0; face < 3; face++) {
      document().setKeypoint(face, 5, MINE);
    }
    Annotation other = NOTHING.with(5, THEIRS);
    anotherProgramWrites(other, other, other);

    merge();

    assertThat(window.merge().shownProperty().get()).isTrue();
    assertThat(window.merge().conflicts())
        .extracting(FaceConflict::name)
        .containsExactly("row 1", "row 2", "row 3");

    window.merge().choose(1, Optional.of(Side.OURS));
    window.merge().ruleProperty().set(Side.THEIRS);
    window.merge().apply();

    assertThat(document().snapshot()).containsExactly(other, NOTHING.with(5, MINE), other);
    assertThat(document().unsavedLabels().keySet()).containsExactly(1);
    assertThat(window.merge().shownProperty().get()).isFalse();
  }

  @Test
  void a_merge_can_be_put_off_and_changes_nothing_then() {
    document().setKeypoint(0, 5, MINE);
    anotherProgramWrites(NOTHING.with(5, THEIRS), NOTHING, NOTHING);
    merge();

    window.merge().close();

    assertThat(document().annotation(0)).isEqualTo(NOTHING.with(5, MINE));
    assertThat(window.banners().shown()).as("the offer stays").hasSize(1);
  }

  @Test
  void a_merge_can_be_undone() {
    document().setKeypoint(0, 0, MINE);
    anotherProgramWrites(NOTHING, NOTHING.with(0, THEIRS), NOTHING);
    merge();

    document().undo();

    assertThat(document().annotation(1)).isEqualTo(NOTHING);
    assertThat(document().isUnsaved(1)).isTrue();
  }

  @Test
  void a_file_with_other_rows_is_not_merged() {
    document().setKeypoint(0, 0, MINE);
    anotherProgramWrites(NOTHING);

    merge();

    assertThat(document().size()).isEqualTo(3);
    assertThat(window.notifications().shown().getLast())
        .satisfies(
            message -> {
              assertThat(message.kind()).isEqualTo(Notification.Kind.PROBLEM);
              assertThat(message.message())
                  .contains("only files with the same rows", "under another name");
            });
  }
}
