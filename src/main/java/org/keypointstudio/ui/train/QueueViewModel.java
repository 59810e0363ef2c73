package org.keypointstudio.ui.train;

import java.util.Collections;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.keypointstudio.training.TrainingConfig;

/** Runs that wait for the present one to end, the next one first. */
public final class QueueViewModel {
  private final ObservableList<WaitingRun> waiting = FXCollections.observableArrayList();
  private final ObservableList<WaitingRun> view = FXCollections.unmodifiableObservableList(waiting);
  private long lastNumber;

  /**
   * A run that waits.
   *
   * @param number tells it from another run of the same configuration
   * @param config what the person chose
   */
  public record WaitingRun(long number, TrainingConfig config) {}

  QueueViewModel() {}

  /** The runs that wait, the next one first. */
  public ObservableList<WaitingRun> waiting() {
    return view;
  }

  /** Puts a run behind all others. */
  public void add(TrainingConfig config) {
    lastNumber++;
    waiting.add(new WaitingRun(lastNumber, config));
  }

  /** Takes a run out. */
  public void remove(WaitingRun run) {
    waiting.remove(run);
  }

  /** Moves a run towards the front if {@code places} is below 0, else towards the end. */
  public void move(WaitingRun run, int places) {
    int from = waiting.indexOf(run);
    int to = Math.clamp((long) from + places, 0, Math.max(0, waiting.size() - 1));
    if (from >= 0 && from != to) {
      WaitingRun moved = waiting.remove(from);
      waiting.addAll(to, Collections.singleton(moved));
    }
  }

  /** Takes the next run out. */
  Optional<TrainingConfig> take() {
    return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.removeFirst().config());
  }

  void clear() {
    waiting.clear();
  }
}
