package org.keypointstudio.cli;

import org.keypointstudio.task.CancelToken;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingListener;

/**
 * Stops a run, so that its best model is kept, once its command is cancelled.
 *
 * @param target hears of the run
 */
record Stopping(TrainingListener target, TrainingControl control, CancelToken command)
    implements TrainingListener {

  @Override
  public void onStart(Start start) {
    target.onStart(start);
  }

  @Override
  public void onBatch(Batch batch) {
    if (command.isCancelled()) {
      control.stopAndKeepBest();
    }
    target.onBatch(batch);
  }

  @Override
  public void onEpoch(Epoch epoch) {
    target.onEpoch(epoch);
  }

  @Override
  public void onNotice(String sentence) {
    target.onNotice(sentence);
  }
}
