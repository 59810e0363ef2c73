package org.keypointstudio.project.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;

class EditJournalTest {
  private static final int FACES = 4;
  private static final Instant NOW = Instant.parse("2026-03-01T12:03:00Z");

  private @TempDir Path folder;
  private final FragileDisk disk = new FragileDisk();
  private final List<JournalState> states = new ArrayList<>();
  private final List<FaceLabels> onDisk =
      new ArrayList<>(Collections.nCopies(FACES, FaceLabels.of(Annotation.unlabelled(15))));

  /** The file system, of which folders can be lost. */
  private static final class FragileDisk implements JournalDisk {
    private final JournalDisk real = new FileJournalDisk();
    private final Set<Path> lost = new HashSet<>();

    void lose(Path folder) {
      lost.add(folder);
    }

    void bringBack() {
      lost.clear();
    }

    private void requireThere(Path file) throws IOException {
      if (lost.contains(file.getParent())) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public Appender create(Path file, byte[] content) throws IOException {
      requireThere(file);
      Appender appender = real.create(file, content);
      return new Appender() {
        @Override
        public void append(byte[] bytes) throws IOException {
          if (lost.contains(file.getParent())) {
            appender.append(java.util.Arrays.copyOf(bytes, bytes.length / 2));
          }
          requireThere(file);
          appender.append(bytes);
        }

        @Override
        public void close() throws IOException {
          appender.close();
        }
      };
    }

    @Override
    public void delete(Path file) throws IOException {
      requireThere(file);
      real.delete(file);
    }
  }

  private Path place(int number) {
    return folder.resolve("place" + number);
  }

  private JournalSubject subject() {
    return new JournalSubject(
        folder.resolve("training.csv"),
        KeypointSchema.kaggle15(),
        List.of(place(1), place(2), place(3)));
  }

  private EditJournal journal() {
    return new EditJournal(
        subject(), onDisk, new EditJournal.Ports(disk, Runnable::run, () -> NOW), states::add);
  }

  private static FaceLabels placed(int keypoint, double x) {
    return FaceLabels.of(Annotation.unlabelled(15))
        .with(keypoint, Keypoint.visible(x, 20), Origin.HAND);
  }

  private SortedMap<Integer, FaceLabels> found() {
    return UnsavedWork.find(subject(), onDisk).faces();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void nothing_is_written_before_the_first_change() throws IOException {
    journal();

    assertThat(files()).isEmpty();
    assertThat(UnsavedWork.find(subject(), onDisk).isEmpty()).isTrue();
  }

  @Test
  void what_was_recorded_is_found_with_its_last_state() {
    EditJournal journal = journal();

    journal.record(Map.of(0, placed(3, 10), 2, placed(4, 11)));
    journal.record(Map.of(0, placed(3, 12)));

    assertThat(found()).containsExactly(Map.entry(0, placed(3, 12)), Map.entry(2, placed(4, 11)));
    assertThat(UnsavedWork.find(subject(), onDisk).last()).contains(NOW);
    assertThat(states.getLast()).isInstanceOf(JournalState.Kept.class);
  }

  @Test
  void a_change_that_was_undone_is_not_offered() {
    EditJournal journal = journal();

    journal.record(Map.of(0, placed(3, 10)));
    journal.record(Map.of(0, onDisk.getFirst()));

    assertThat(UnsavedWork.find(subject(), onDisk).isEmpty()).isTrue();
  }

  @Test
  void wherever_the_file_is_cut_off_every_change_acknowledged_by_then_is_found()
      throws IOException {
    EditJournal journal = journal();
    SortedMap<Long, SortedMap<Integer, FaceLabels>> acknowledged = new TreeMap<>();
    acknowledged.put(0L, Collections.emptySortedMap());
    SortedMap<Integer, FaceLabels> state = new TreeMap<>();
    for (int change = 0; change < 8; change++) {
      FaceLabels labels = placed(change % 15, change + 0.125);
      journal.record(Map.of(change % FACES, labels));
      state.put(change % FACES, labels);
      acknowledged.put(Files.size(files().getFirst()), new TreeMap<>(state));
    }
    Path file = files().getFirst();
    byte[] whole = Files.readAllBytes(file);

    int begun = Math.toIntExact(acknowledged.tailMap(1L).firstKey()); // in one step
    for (int length = begun; length <= whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(found())
          .as("cut off after %d bytes", length)
          .isEqualTo(acknowledged.headMap(length + 1L).lastEntry().getValue());
    }
  }

  @Test
  void a_damaged_byte_loses_no_other_change_and_is_told_of() throws IOException {
    EditJournal journal = journal();
    journal.record(Map.of(0, placed(3, 10)));
    journal.record(Map.of(1, placed(3, 11)));
    long firstRecords = Files.size(files().getFirst());
    journal.record(Map.of(2, placed(3, 12)));
    Path file = files().getFirst();
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) firstRecords - 20] ^= 1;
    Files.write(file, bytes);

    assertThat(found().keySet()).containsExactly(0, 2);
    assertThat(UnsavedWork.find(subject(), onDisk).lost()).isEqualTo(1);
  }

  @Test
  void after_a_save_only_later_changes_are_kept() throws IOException {
    EditJournal journal = journal();
    journal.record(Map.of(0, placed(3, 10)));
    onDisk.set(0, placed(3, 10));
    List<FaceLabels> written = List.copyOf(onDisk);
    journal.record(Map.of(1, placed(5, 1)));

    journal.saved(subject(), written);

    assertThat(found().keySet()).containsExactly(1);
    assertThat(files()).hasSize(1);

    onDisk.set(1, placed(5, 1));
    journal.saved(subject(), onDisk);

    assertThat(files()).isEmpty();
    assertThat(states.getLast()).isEqualTo(new JournalState.Empty());
  }

  @Test
  void a_program_that_broke_off_between_the_save_and_the_new_journal_loses_nothing() {
    EditJournal journal = journal();
    journal.record(Map.of(0, placed(3, 10)));
    FaceLabels written = placed(3, 10);
    journal.record(Map.of(0, placed(3, 12), 1, placed(4, 9)));
    onDisk.set(0, written);

    UnsavedWork work = UnsavedWork.find(subject(), onDisk);

    assertThat(work.faces())
        .containsExactly(Map.entry(0, placed(3, 12)), Map.entry(1, placed(4, 9)));
    assertThat(work.changedElsewhere()).isEmpty();
  }

  @Test
  void what_another_program_changed_on_disk_is_merged_with_the_journal() {
    journal().record(Map.of(0, placed(3, 10), 1, placed(4, 9)));
    onDisk.set(0, FaceLabels.of(placed(7, 33).annotation()));

    UnsavedWork work = UnsavedWork.find(subject(), onDisk);

    assertThat(work.changedElsewhere()).containsExactly(0);
    assertThat(work.faces().get(0).annotation().keypoint(3)).isEqualTo(Keypoint.visible(10, 20));
    assertThat(work.faces().get(0).annotation().keypoint(7)).isEqualTo(Keypoint.visible(33, 20));
  }

  @Test
  void a_journal_of_another_number_of_faces_is_told_of_and_left() throws IOException {
    journal().record(Map.of(0, placed(3, 10)));
    onDisk.removeLast();

    UnsavedWork work = UnsavedWork.find(subject(), onDisk);
    work.delete();

    assertThat(work.isEmpty()).isTrue();
    assertThat(work.problems()).singleElement().asString().contains("4 faces", "3 with 15 now");
    assertThat(files()).hasSize(1);
  }

  @Test
  void two_sessions_that_broke_off_are_given_back_together() throws IOException {
    journal().record(Map.of(0, placed(3, 10), 1, placed(3, 11)));
    journal().record(Map.of(0, placed(3, 20)));
    UnsavedWork work = UnsavedWork.find(subject(), onDisk);

    assertThat(work.files()).hasSize(2);
    assertThat(work.faces().keySet()).containsExactly(0, 1);

    work.delete();

    assertThat(files()).isEmpty();
  }

  @Test
  void restored_changes_move_to_the_new_journal_and_the_old_one_goes() throws IOException {
    journal().record(Map.of(0, placed(3, 10), 1, placed(4, 9)));
    Path old = files().getFirst();
    UnsavedWork work = UnsavedWork.find(subject(), onDisk);
    EditJournal journal = journal();
    AnnotationDocument document =
        new AnnotationDocument(KeypointSchema.kaggle15(), onDisk, journal);

    journal.adopt(work);
    document.apply(work.change(document));

    assertThat(document.unsavedLabels()).isEqualTo(work.faces());
    assertThat(old).doesNotExist();
    assertThat(found()).isEqualTo(work.faces());
  }

  @Test
  void when_the_disk_is_full_the_journal_moves_with_everything_unsaved() {
    EditJournal journal = journal();
    journal.record(Map.of(0, placed(3, 10)));
    disk.lose(place(1));

    journal.record(Map.of(1, placed(4, 9)));
    journal.record(Map.of(2, placed(5, 8)));

    assertThat(states.getLast())
        .isInstanceOfSatisfying(
            JournalState.Kept.class,
            kept -> {
              assertThat(kept.file().getParent()).isEqualTo(place(2));
              assertThat(kept.elsewhere()).contains(place(1).toString(), "No space left");
            });
    assertThat(found().keySet()).containsExactly(0, 1, 2);
  }

  @Test
  void when_the_other_place_fails_too_it_moves_on() {
    disk.lose(place(1));
    EditJournal journal = journal();
    journal.record(Map.of(0, placed(3, 10)));
    disk.lose(place(2));

    journal.record(Map.of(1, placed(4, 9)));

    assertThat(((JournalState.Kept) states.getLast()).file().getParent()).isEqualTo(place(3));
    assertThat(found().keySet()).containsExactly(0, 1);
  }

  @Test
  void when_no_place_can_be_written_that_is_told_and_tried_again() {
    EditJournal journal = journal();
    subject().folders().forEach(disk::lose);
    journal.record(Map.of(0, placed(3, 10)));
    assertThat(states.getLast()).isInstanceOf(JournalState.Failing.class);
    disk.bringBack();

    journal.record(Map.of(1, placed(4, 9)));

    assertThat(states.getLast()).isInstanceOf(JournalState.Kept.class);
    assertThat(found().keySet()).containsExactly(0, 1);
  }

  @Test
  void a_journal_that_cannot_be_deleted_offers_nothing_that_was_saved() {
    EditJournal journal = journal();
    journal.record(Map.of(0, placed(3, 10)));
    disk.lose(place(1));
    journal.record(Map.of(0, placed(3, 11)));
    onDisk.set(0, placed(3, 11));

    journal.saved(subject(), onDisk);
    onDisk.set(0, placed(3, 12)); // as a later session saves it

    assertThat(found()).isEmpty();
  }

  @Test
  void given_up_changes_leave_no_journal() throws IOException {
    EditJournal journal = journal();
    journal.record(Map.of(0, placed(3, 10)));

    journal.discard();

    assertThat(files()).isEmpty();
  }

  @Test
  void the_header_names_the_data_set_from_the_folder_of_the_journal() throws IOException {
    journal().record(Map.of(0, placed(3, 10)));

    assertThat(Files.readAllLines(files().getFirst()).getFirst())
        .contains("\"dataSet\":\"../training.csv\"", "\"faces\":4");
  }
}
