package org.keypointstudio.ui.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.edit.merge.Side;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.fake.FakeWindow;

class OtherFileMergeTest {
  private static final Path MINE = Path.of("mine.csv");
  private static final Path THEIRS = Path.of("theirs.csv");
  private static final Path ORIGINAL = Path.of("original.csv");
  private static final Keypoint HERE = Keypoint.visible(10, 11);
  private static final Keypoint THERE = Keypoint.visible(20, 21);
  private static final Annotation NOTHING = Annotation.unlabelled(15);

  private final FakeStore store = new FakeStore();
  private @TempDir Path home;
  private FakeWindow window;

  @BeforeEach
  void open_my_file() {
    put(MINE, NOTHING, NOTHING.with(3, HERE));
    put(ORIGINAL, NOTHING, NOTHING);
    window = new FakeWindow(store, home);
    window.files().open(MINE);
    window.dialogs().willChooseInTurn(THEIRS, ORIGINAL);
  }

  private void put(Path path, Annotation... annotations) {
    store.put(path, new FakeDataSet(path, List.of(annotations)));
  }

  private AnnotationDocument document() {
    return window.session().openDataSet().orElseThrow().document();
  }

  @Test
  void what_only_the_other_person_labelled_comes_in_as_one_unsaved_step() {
    put(THEIRS, NOTHING.with(0, THERE), NOTHING);

    window.otherFile().mergeChosen();

    assertThat(document().snapshot())
        .containsExactly(NOTHING.with(0, THERE), NOTHING.with(3, HERE));
    assertThat(document().unsavedLabels().keySet()).containsExactly(0);
    assertThat(window.session().openDataSet().orElseThrow().dataSet().path()).isEqualTo(MINE);
    assertThat(window.notifications().shown().getLast().message())
        .contains("1 face comes from theirs.csv", "1 face is not saved yet");

    document().undo();

    assertThat(document().annotation(0)).isEqualTo(NOTHING);
  }

  @Test
  void the_person_is_asked_about_what_both_labelled() {
    put(THEIRS, NOTHING, NOTHING.with(3, THERE));

    window.otherFile().mergeChosen();

    assertThat(window.merge().shownProperty().get()).isTrue();
    assertThat(window.merge().authorProperty().getValue()).isEqualTo("theirs.csv");
    assertThat(window.merge().conflicts()).hasSize(1);

    window.merge().ruleProperty().set(Side.THEIRS);
    window.merge().apply();

    assertThat(document().annotation(1)).isEqualTo(NOTHING.with(3, THERE));
  }

  @Test
  void a_file_of_other_faces_is_refused_in_a_sentence() {
    put(THEIRS, NOTHING);

    window.otherFile().mergeChosen();

    assertThat(document().annotation(1)).isEqualTo(NOTHING.with(3, HERE));
    assertThat(window.notifications().shown().getLast().message())
        .contains(
            "mine.csv has 2 rows and theirs.csv has 1",
            "only files with the same rows can be merged");
  }

  @Test
  void nothing_happens_when_no_file_is_chosen() {
    put(THEIRS, NOTHING.with(0, THERE), NOTHING);
    FakeWindow other = new FakeWindow(store, home.resolve("other"));
    other.files().open(MINE);

    other.otherFile().mergeChosen();

    assertThat(other.session().dirtyProperty().get()).isFalse();
    assertThat(other.notifications().shown())
        .noneMatch(message -> message.message().contains("Merged"));
  }
}
