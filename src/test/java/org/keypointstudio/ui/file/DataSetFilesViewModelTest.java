package org.keypointstudio.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.ui.dialog.DialogService.UnsavedChoice;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.fake.FakeWindow;
import org.keypointstudio.ui.notification.Notification;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.StudioSession;

class DataSetFilesViewModelTest {
  private static final Path FIRST = Path.of("first.csv");
  private static final Path SECOND = Path.of("second.csv");

  private final FakeStore store = new FakeStore();
  private @TempDir Path folder;
  private FakeWindow window;
  private StudioSession session;
  private FakeDialogs dialogs;
  private Notifications notifications;
  private DataSetFilesViewModel files;

  @BeforeEach
  void open_the_first_file() {
    window = new FakeWindow(store, folder);
    session = window.session();
    dialogs = window.dialogs();
    notifications = window.notifications();
    files = window.files();
    Annotation nothing = Annotation.unlabelled(15);
    store.put(FIRST, new FakeDataSet(FIRST, List.of(nothing, nothing)));
    store.put(SECOND, new FakeDataSet(SECOND, List.of(nothing)));
    files.open(FIRST);
  }

  private void edit() {
    session.openDataSet().orElseThrow().document().setKeypoint(0, 0, Keypoint.visible(1, 2));
  }

  private Path openPath() {
    return session.openDataSet().orElseThrow().dataSet().path();
  }

  @Test
  void an_opened_file_is_remembered_as_recent() {
    assertThat(openPath()).isEqualTo(FIRST);
    assertThat(window.settings().valueProperty().get().recentFiles())
        .containsExactly(FIRST.toAbsolutePath().toString());
  }

  @Test
  void the_first_faces_can_be_looked_at_while_the_others_are_read() {
    FakeDataSet first = new FakeDataSet(SECOND, List.of(Annotation.unlabelled(15)));
    List<Optional<FaceDataSet>> seen = new ArrayList<>();
    store.readInParts(SECOND, first, () -> seen.add(files.firstFaces().shownProperty().get()));

    files.open(SECOND);

    assertThat(seen).containsExactly(Optional.of(first));
    assertThat(openPath()).isEqualTo(SECOND);
    assertThat(files.firstFaces().shownProperty().get()).as("all are there").isEmpty();
  }

  @Test
  void the_first_faces_go_when_the_others_cannot_be_read() {
    Path broken = Path.of("broken.csv");
    store.readInParts(broken, new FakeDataSet(broken, List.of()), () -> {});

    files.open(broken);

    assertThat(openPath()).isEqualTo(FIRST);
    assertThat(files.firstFaces().shownProperty().get()).isEmpty();
  }

  @Test
  void of_two_openings_the_later_one_shows_its_first_faces() {
    FakeDataSet first = new FakeDataSet(FIRST, List.of(Annotation.unlabelled(15)));
    FakeDataSet second = new FakeDataSet(SECOND, List.of(Annotation.unlabelled(15)));
    FirstFaces faces = new FirstFaces();
    FirstFaces.Opening earlier = faces.begin();
    FirstFaces.Opening later = faces.begin();

    later.show(second);
    earlier.show(first);
    earlier.end();

    assertThat(faces.shownProperty().get()).contains(second);
  }

  @Test
  void a_file_that_cannot_be_opened_is_told_of_and_the_present_one_stays() {
    files.open(Path.of("missing.csv"));

    assertThat(openPath()).isEqualTo(FIRST);
    assertThat(notifications.shown())
        .extracting(Notification::kind, Notification::message)
        .containsExactly(Tuple.tuple(Notification.Kind.PROBLEM, "missing.csv is not there."));
  }

  @Test
  void saving_writes_all_annotations_and_cleans_the_mark() {
    edit();

    files.save();

    assertThat(store.saved()).hasSize(1);
    assertThat(store.saved().getFirst().getFirst().keypoint(0)).isEqualTo(Keypoint.visible(1, 2));
    assertThat(session.dirtyProperty().get()).isFalse();
    assertThat(session.undoableProperty().get()).as("the history stays").isTrue();
  }

  @Test
  void a_save_that_fails_keeps_the_edits() {
    edit();
    store.fillDisk();

    files.save();

    assertThat(session.dirtyProperty().get()).isTrue();
    assertThat(notifications.shown().getFirst().message()).isEqualTo("The disk is full.");
  }

  @Test
  void after_save_as_the_new_file_is_the_open_one() {
    edit();
    dialogs.willChoose(SECOND);

    files.saveAs();

    assertThat(openPath()).isEqualTo(SECOND);
    assertThat(session.dirtyProperty().get()).isFalse();
  }

  @Test
  void opening_over_unsaved_changes_asks_and_cancel_keeps_them() {
    edit();
    dialogs.willAnswer(UnsavedChoice.CANCEL);

    files.open(SECOND);

    assertThat(dialogs.questions()).containsExactly("first.csv");
    assertThat(openPath()).isEqualTo(FIRST);
    assertThat(session.dirtyProperty().get()).isTrue();
  }

  @Test
  void opening_over_unsaved_changes_can_save_them_first() {
    edit();
    dialogs.willAnswer(UnsavedChoice.SAVE);

    files.open(SECOND);

    assertThat(store.saved()).hasSize(1);
    assertThat(openPath()).isEqualTo(SECOND);
  }

  @Test
  void if_saving_first_fails_nothing_else_is_opened() {
    edit();
    store.fillDisk();
    dialogs.willAnswer(UnsavedChoice.SAVE);

    files.open(SECOND);

    assertThat(openPath()).isEqualTo(FIRST);
    assertThat(session.dirtyProperty().get()).isTrue();
  }

  @Test
  void unsaved_changes_can_be_given_up() {
    edit();
    dialogs.willAnswer(UnsavedChoice.DISCARD);

    files.close();

    assertThat(session.openDataSet()).isEmpty();
    assertThat(store.saved()).isEmpty();
  }
}
