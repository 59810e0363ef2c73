package org.keypointstudio.ui.train;

import java.util.List;
import java.util.Optional;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingListener;

/**
 * How far a run has come. An immutable value.
 *
 * @param phase what it is doing
 * @param start what it set out to do, once it has begun
 * @param batch its latest step
 * @param epoch its latest judged epoch
 * @param best the judged epoch whose weights are kept
 * @param elapsedSeconds since it was started
 */
public record RunStatus(
    RunPhase phase,
    Optional<TrainingListener.Start> start,
    Optional<TrainingListener.Batch> batch,
    Optional<TrainingListener.Epoch> epoch,
    Optional<TrainingListener.Epoch> best,
    double elapsedSeconds) {

  static RunStatus preparing() {
    return new RunStatus(
        RunPhase.PREPARING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  static RunStatus finished(RunRecord record) {
    List<TrainingListener.Epoch> epochs = record.epochs();
    return new RunStatus(
        RunPhase.FINISHED,
        Optional.empty(),
        Optional.empty(),
        epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.getLast()),
        epochs.stream().filter(one -> one.epoch() == record.bestEpoch()).findFirst(),
        record.seconds());
  }

  static RunStatus interrupted(List<TrainingListener.Epoch> epochs, double seconds) {
    return new RunStatus(
        RunPhase.INTERRUPTED,
        Optional.empty(),
        Optional.empty(),
        epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.getLast()),
        epochs.stream().filter(TrainingListener.Epoch::best).reduce((_, last) -> last),
        seconds);
  }

  RunStatus started(TrainingListener.Start begun) {
    RunPhase next = phase == RunPhase.PREPARING ? RunPhase.TRAINING : phase;
    return new RunStatus(next, Optional.of(begun), batch, epoch, best, elapsedSeconds);
  }

  RunStatus stepped(TrainingListener.Batch latest, double seconds) {
    return new RunStatus(phase, start, Optional.of(latest), epoch, best, seconds);
  }

  RunStatus judged(TrainingListener.Epoch latest, double seconds) {
    Optional<TrainingListener.Epoch> kept = latest.best() ? Optional.of(latest) : best;
    return new RunStatus(phase, start, batch, Optional.of(latest), kept, seconds);
  }

  RunStatus in(RunPhase next) {
    return new RunStatus(next, start, batch, epoch, best, elapsedSeconds);
  }

  /** Whether the run is still going on. */
  public boolean isLive() {
    return phase != RunPhase.FINISHED && phase != RunPhase.INTERRUPTED;
  }

  /** Whether it learns and may be asked to keep what it has. */
  public boolean canStop() {
    return phase == RunPhase.TRAINING;
  }

  /** Whether it goes on and may be asked to leave nothing. */
  public boolean canCancel() {
    return isLive() && phase != RunPhase.CANCELLING;
  }

  /** The pass it is in, counted from 1; 0 before the first. */
  public int epochNumber() {
    return Math.max(
        batch.map(TrainingListener.Batch::epoch).orElse(0),
        epoch.map(TrainingListener.Epoch::epoch).orElse(0));
  }

  /** Steps since the start. */
  public long stepNumber() {
    return Math.max(
        batch.map(TrainingListener.Batch::step).orElse(0L),
        epoch.map(TrainingListener.Epoch::step).orElse(0L));
  }

  /** The finished share, 0 to 1. */
  public double fraction() {
    return isLive() ? batch.map(TrainingListener.Batch::fractionDone).orElse(0.0) : 1;
  }
}
