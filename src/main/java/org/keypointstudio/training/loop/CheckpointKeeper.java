package org.keypointstudio.training.loop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingListener;

/**
 * Decides when a run is saved. Training goes on if that fails, for instance because the disk is
 * full; the person is told once.
 */
final class CheckpointKeeper {
  private static final double LEAST_SECONDS_BETWEEN = 20;

  /** Saving takes at most this share of the time. */
  private static final double LARGEST_SHARE = 0.02;

  private final RunJournal journal;
  private final TrainingListener listener;
  private final LongSupplier nanoTime;
  private final List<String> notes;
  private Optional<Checkpoint> unsavedBest = Optional.empty();
  private double nextSeconds;
  private boolean failed;

  /**
   * A keeper whose first epoch is saved at once.
   *
   * @param notes of the run so far
   */
  CheckpointKeeper(
      RunJournal journal, TrainingListener listener, LongSupplier nanoTime, List<String> notes) {
    this.journal = journal;
    this.listener = listener;
    this.nanoTime = nanoTime;
    this.notes = new ArrayList<>(notes);
    nextSeconds = seconds();
  }

  /** Notes of the run, among them what could not be saved. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Logs that training begins or goes on. */
  void logStart(Checkpoint start, TrainingListener.Start beginning) {
    long steps = start.progress().clock().steps();
    log(
        "%s: %s, %,d weights; %,d faces to learn from, %,d to judge by, %,d steps an epoch"
            .formatted(
                steps == 0 ? "Training begins" : "Training goes on after step " + steps,
                start.plan().config().model().id(),
                beginning.parameters(),
                beginning.trainingFaces(),
                beginning.validationFaces(),
                beginning.batchesPerEpoch()));
    notes.forEach(this::log);
  }

  /** Logs how training ended, and saves a best epoch that is not saved yet. */
  void logEnd(RunRecord record) {
    attempt(this::saveBest);
    log(
        "Training ends: %s after %.1f s; the best epoch is %d with a validation RMSE of %.4f px"
            .formatted(
                record.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                record.seconds(),
                record.bestEpoch(),
                record.bestValidationRmse()));
    record.notes().stream().filter(note -> !notes.contains(note)).forEach(this::log);
  }

  private void log(String sentence) {
    attempt(() -> journal.log(sentence));
  }

  /**
   * An epoch was judged: writes the figures down, and saves the run if it is time.
   *
   * @param runEnds whether it is the last one, whose state is always saved
   */
  void judged(TrainingListener.Epoch epoch, boolean runEnds, Supplier<Checkpoint> state) {
    logJudged(epoch);
    boolean due = runEnds || seconds() >= nextSeconds;
    if (!epoch.best() && !due) {
      return;
    }
    Checkpoint checkpoint = state.get();
    if (epoch.best()) {
      unsavedBest = Optional.of(checkpoint);
    }
    if (due) {
      save(checkpoint);
    }
  }

  /** The run ends in the middle of an epoch, whose figures are those of a part of it. */
  void brokenOff(TrainingListener.Epoch partOfAnEpoch) {
    logJudged(partOfAnEpoch);
  }

  private void logJudged(TrainingListener.Epoch epoch) {
    attempt(() -> journal.append(epoch));
    log(
        "Epoch %d: training RMSE %.4f px, validation RMSE %.4f px%s"
            .formatted(
                epoch.epoch(),
                epoch.trainingRmse(),
                epoch.validationRmse(),
                epoch.best() ? ", the best so far" : ""));
  }

  /** Saves the state from which the run would go on, and the best one before it. */
  void save(Checkpoint last) {
    double start = seconds();
    attempt(
        () -> {
          saveBest();
          journal.saveLast(last);
          journal.log(
              "Saved after step %,d in %.1f s"
                  .formatted(last.progress().clock().steps(), seconds() - start));
        });
    double took = seconds() - start;
    nextSeconds = start + Math.max(LEAST_SECONDS_BETWEEN, took / LARGEST_SHARE);
  }

  private void saveBest() throws IOException {
    if (unsavedBest.isPresent()) {
      journal.saveBest(unsavedBest.get());
      unsavedBest = Optional.empty();
    }
  }

  private double seconds() {
    return nanoTime.getAsLong() / 1e9;
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void attempt(Writing writing) {
    try {
      writing.run();
    } catch (IOException problem) {
      if (!failed) {
        failed = true;
        String sentence =
            "The state of the run could not be saved (%s), so after a crash it can go on only from what was saved before; training goes on."
                .formatted(problem.getMessage());
        notes.add(sentence);
        listener.onNotice(sentence);
      }
    }
  }
}
