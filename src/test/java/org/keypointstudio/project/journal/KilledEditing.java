package org.keypointstudio.project.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.ProjectFolder;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;

/**
 * A program without a window that restores what an earlier one left, edits, saves in the background
 * as the window does, and says after each change that it is acknowledged, until it is killed.
 */
final class KilledEditing {
  private static final int STEPS_BETWEEN_SAVES = 12;

  private KilledEditing() {}

  /** Where the journal of a data set lies. */
  static JournalSubject subject(LabelStore store, LabelledDataSet opened) {
    Path data = opened.dataSet().path();
    return new JournalSubject(
        data, opened.dataSet().schema(), List.of(store.project(data).journal()));
  }

  /** A store that keeps everything beside the data. */
  static LabelStore store() {
    return new LabelStore(
        new DataSetFiles(), path -> ProjectFolder.of(path, path.resolveSibling("home")));
  }

  /**
   * Runs until it is killed.
   *
   * @param arguments the data file and the seed of the script
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    LabelStore store = store();
    LabelledDataSet opened = store.open(Path.of(arguments[0]), TaskContext.unattended());
    ExecutorService writer = Executors.newSingleThreadExecutor();
    JournalSubject subject = subject(store, opened);
    Acknowledgement acknowledgement = new Acknowledgement();
    EditJournal journal =
        new EditJournal(
            subject,
            opened.labels(),
            new EditJournal.Ports(new FileJournalDisk(), writer, InstantSource.system()),
            acknowledgement);
    AnnotationDocument document =
        new AnnotationDocument(opened.dataSet().schema(), opened.labels(), journal);
    UnsavedWork work = UnsavedWork.find(subject, opened.labels());
    journal.adopt(work);
    document.apply(work.change(document));
    document.endStep();
    acknowledgement.await();
    System.out.println("restored");
    Editing editing = new Editing(document, journal, acknowledgement, store);
    editing.run(new EditingScript(document, Long.parseLong(arguments[1])), opened);
  }

  /** Waits for what the window would show: that the last change is kept. */
  private static final class Acknowledgement implements Consumer<JournalState> {
    private volatile JournalState state = new JournalState.Empty();

    @Override
    public void accept(JournalState next) {
      state = next;
    }

    void await() throws InterruptedException {
      while (state instanceof JournalState.Writing) {
        Thread.sleep(1);
      }
      if (state instanceof JournalState.Failing(String reason)) {
        throw new IllegalStateException(reason);
      }
    }
  }

  private record Editing(
      AnnotationDocument document,
      EditJournal journal,
      Acknowledgement acknowledgement,
      LabelStore store) {

    void run(EditingScript script, LabelledDataSet opened)
        throws InterruptedException, ExecutionException {
      ExecutorService worker = Executors.newSingleThreadExecutor();
      LabelledDataSet present = opened;
      Optional<Future<LabelledDataSet>> saving = Optional.empty();
      for (int step = 1; ; step++) {
        script.step();
        acknowledgement.await();
        System.out.println(step);
        if (saving.isPresent() && saving.get().isDone()) {
          present = saving.get().get();
          document.markSaved(present.labels());
          journal.saved(subject(store, present), present.labels());
          saving = Optional.empty();
        }
        if (step % STEPS_BETWEEN_SAVES == 0 && saving.isEmpty()) {
          LabelledDataSet before = present;
          List<FaceLabels> labels = document.labelsSnapshot();
          saving =
              Optional.of(
                  worker.submit(
                      () ->
                          store.save(
                              before,
                              labels,
                              before.dataSet().path(),
                              2,
                              TaskContext.unattended())));
        }
      }
    }
  }
}
