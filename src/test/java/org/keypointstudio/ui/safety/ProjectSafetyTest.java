package org.keypointstudio.ui.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.project.journal.FileJournalDisk;
import org.keypointstudio.project.journal.JournalDisk;
import org.keypointstudio.project.journal.JournalState;
import org.keypointstudio.ui.banner.Banner;
import org.keypointstudio.ui.dialog.DialogService.UnsavedChoice;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.fake.FakeWindow;
import org.keypointstudio.ui.notification.Notification;
import org.keypointstudio.ui.session.FaceFilter;

class ProjectSafetyTest {
  private static final Path FILE = Path.of("faces.csv");
  private static final Path OTHER = Path.of("other.csv");
  private static final Keypoint PLACED = Keypoint.visible(12, 34);

  private final FakeStore store = new FakeStore();
  private @TempDir Path home;
  private FakeWindow window;

  @BeforeEach
  void open_the_file() {
    Annotation nothing = Annotation.unlabelled(15);
    store.put(FILE, new FakeDataSet(FILE, List.of(nothing, nothing, nothing)));
    store.put(OTHER, new FakeDataSet(OTHER, List.of(nothing)));
    window = openWindow();
  }

  /** A window in which the file is opened. */
  private FakeWindow openWindow() {
    FakeWindow opened = new FakeWindow(store, home);
    opened.files().open(FILE);
    return opened;
  }

  /** The window's program is killed: the system lets go of its lock, and nothing else is done. */
  private FakeWindow openAfterKill() throws IOException {
    Files.delete(FakeWindow.project(FILE, home).path().resolve("editing.lock"));
    return openWindow();
  }

  private static AnnotationDocument document(FakeWindow window) {
    return window.session().openDataSet().orElseThrow().document();
  }

  private Path journal() {
    return FakeWindow.project(FILE, home).journal();
  }

  @Test
  void after_a_kill_the_next_start_offers_what_was_not_saved_and_restores_it() throws IOException {
    document(window).setKeypoint(1, 5, PLACED);

    FakeWindow next = openAfterKill();

    assertThat(next.banners().shown())
        .singleElement()
        .satisfies(banner -> assertThat(banner.text()).contains("Changes to 1 face"));
    assertThat(next.session().dirtyProperty().get()).isFalse();

    next.answer(Banner.Topic.UNSAVED_WORK, "Restore");

    assertThat(document(next).annotation(1).keypoint(5)).isEqualTo(PLACED);
    assertThat(next.session().dirtyProperty().get()).isTrue();
    assertThat(next.banners().shown()).isEmpty();

    document(next).undo();
    assertThat(next.session().dirtyProperty().get()).isFalse();
  }

  @Test
  void a_project_of_a_later_version_is_looked_at_only_and_stays_as_it_is() throws IOException {
    window.files().close();
    Path marks = FakeWindow.project(FILE, home).labels();
    Files.createDirectories(marks.getParent());
    String later = "{\"format\":\"keypoint-studio-labels\",\"version\":2,\"moods\":[]}";
    Files.writeString(marks, later);

    FakeWindow next = openWindow();

    assertThat(document(next).isReadOnly()).isTrue();
    assertThat(next.banners().shown())
        .singleElement()
        .satisfies(
            banner -> {
              assertThat(banner.topic()).isEqualTo(Banner.Topic.READ_ONLY);
              assertThat(banner.text())
                  .contains("A later version of Keypoint Studio wrote", "labels.json");
            });
    next.files().close();
    assertThat(marks).hasContent(later);
  }

  @Test
  void a_journal_of_a_later_version_is_not_continued() throws IOException {
    window.files().close();
    Files.createDirectories(journal());
    Path left = journal().resolve("journal-1.jsonl");
    String json = "{\"format\":\"keypoint-studio-journal\",\"version\":2}";
    CRC32C checksum = new CRC32C();
    checksum.update(json.getBytes(StandardCharsets.UTF_8));
    String line = "%08x %d %s\n".formatted(checksum.getValue(), json.length(), json);
    Files.writeString(left, line);

    FakeWindow next = openWindow();

    assertThat(document(next).isReadOnly()).isTrue();
    assertThat(next.banners().shown())
        .singleElement()
        .satisfies(banner -> assertThat(banner.text()).contains("journal-1.jsonl"));
    next.files().close();
    assertThat(left).hasContent(line);
  }

  @Test
  void restored_changes_survive_another_kill() throws IOException {
    document(window).setKeypoint(1, 5, PLACED);
    openAfterKill().answer(Banner.Topic.UNSAVED_WORK, "Restore");

    FakeWindow third = openAfterKill();
    third.answer(Banner.Topic.UNSAVED_WORK, "Restore and look");

    assertThat(document(third).annotation(1).keypoint(5)).isEqualTo(PLACED);
    assertThat(third.session().filterProperty().get()).isEqualTo(FaceFilter.UNSAVED);
    assertThat(third.session().shownFaces()).containsExactly(1);
  }

  @Test
  void what_is_edited_before_the_answer_is_kept_with_what_is_restored() throws IOException {
    document(window).setKeypoint(1, 5, PLACED);
    FakeWindow next = openAfterKill();
    document(next).setKeypoint(1, 6, Keypoint.visible(50, 60));

    next.answer(Banner.Topic.UNSAVED_WORK, "Restore");

    assertThat(document(next).annotation(1).keypoint(5)).isEqualTo(PLACED);
    assertThat(document(next).annotation(1).keypoint(6)).isEqualTo(Keypoint.visible(50, 60));
  }

  @Test
  void discarding_asks_first_and_then_deletes_for_good() throws IOException {
    document(window).setKeypoint(1, 5, PLACED);
    FakeWindow next = openAfterKill();

    next.answer(Banner.Topic.UNSAVED_WORK, "Discard");
    assertThat(next.banners().shown()).as("the person did not agree").hasSize(1);

    next.dialogs().willAgreeToLosses();
    next.answer(Banner.Topic.UNSAVED_WORK, "Discard");
    assertThat(next.banners().shown()).isEmpty();
    assertThat(openAfterKill().banners().shown()).isEmpty();
  }

  @Test
  void after_a_save_nothing_is_offered() throws IOException {
    document(window).setKeypoint(1, 5, PLACED);
    window.files().save();

    assertThat(journal()).doesNotExist();
    assertThat(window.safety().journalStateProperty().get()).isEqualTo(new JournalState.Empty());
    assertThat(openAfterKill().banners().shown()).isEmpty();
  }

  @Test
  void changes_that_were_given_up_are_not_offered() {
    document(window).setKeypoint(1, 5, PLACED);
    window.dialogs().willAnswer(UnsavedChoice.DISCARD);

    window.files().open(FILE);

    assertThat(window.session().readOnlyProperty().get()).isFalse();
    assertThat(window.banners().shown()).isEmpty();
    assertThat(document(window).annotation(1).keypoint(5)).isEqualTo(Keypoint.unlabelled());
  }

  @Test
  void a_second_window_can_look_but_not_edit_until_the_first_closes() {
    FakeWindow second = openWindow();

    assertThat(second.session().readOnlyProperty().get()).isTrue();
    assertThat(second.banners().shown())
        .singleElement()
        .satisfies(banner -> assertThat(banner.text()).contains("faces.csv", "in another window"));
    document(second).setKeypoint(0, 0, PLACED);
    assertThat(second.session().dirtyProperty().get()).isFalse();

    second.answer(Banner.Topic.READ_ONLY, "Try again");
    assertThat(second.session().readOnlyProperty().get()).isTrue();

    window.files().close();
    second.answer(Banner.Topic.READ_ONLY, "Try again");
    assertThat(second.session().readOnlyProperty().get()).isFalse();
    assertThat(second.banners().shown()).isEmpty();
  }

  @Test
  void saving_over_what_another_window_edits_is_refused() {
    FakeWindow second = new FakeWindow(store, home);
    second.files().open(OTHER);
    document(second).setKeypoint(0, 0, PLACED);
    second.dialogs().willChoose(FILE);

    second.files().saveAs();

    assertThat(store.saved()).isEmpty();
    assertThat(second.notifications().shown().getLast().message())
        .contains("faces.csv is being edited in another window", "save under another name");
  }

  @Test
  void what_can_only_be_looked_at_can_be_saved_elsewhere_and_edited_there() {
    FakeWindow second = openWindow();
    second.dialogs().willChoose(OTHER);

    second.files().saveAs();
    document(second).setKeypoint(0, 0, PLACED);

    assertThat(second.session().dirtyProperty().get()).isTrue();
  }

  @Test
  void closing_leaves_nothing_of_a_project_in_which_nothing_was_kept() {
    window.files().close();

    assertThat(FakeWindow.project(FILE, home).path()).doesNotExist();
  }

  @Test
  void when_the_journal_moves_the_person_is_told_where() throws IOException {
    JournalDisk real = new FileJournalDisk();
    JournalDisk full =
        new JournalDisk() {
          @Override
          public Appender create(Path file, byte[] content) throws IOException {
            if (file.startsWith(journal())) {
              throw new IOException("No space left on device");
            }
            return real.create(file, content);
          }

          @Override
          public void delete(Path file) throws IOException {
            real.delete(file);
          }
        };
    window.files().close();
    window = new FakeWindow(store, home, full);
    window.files().open(FILE);

    document(window).setKeypoint(1, 5, PLACED);
    document(window).setKeypoint(1, 6, PLACED);

    assertThat(window.notifications().shown())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.kind()).isEqualTo(Notification.Kind.PROBLEM);
              assertThat(message.message())
                  .contains("No space left on device", home.resolve("elsewhere").toString());
            });
    FakeWindow next = openAfterKill();
    next.answer(Banner.Topic.UNSAVED_WORK, "Restore");
    assertThat(document(next).annotation(1).keypoint(6)).isEqualTo(PLACED);
  }
}
