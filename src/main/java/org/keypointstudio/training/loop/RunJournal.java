package org.keypointstudio.training.loop;

import java.io.IOException;
import org.keypointstudio.training.TrainingListener;

/** Where a run is written down while it trains, so that it can be read and go on after a crash. */
public interface RunJournal {

  /**
   * Looks whether the run will fit where it is written, before hours of training.
   *
   * @param parameters of the network
   * @throws IOException with a sentence for the person if it will not
   */
  void requireRoom(long parameters) throws IOException;

  /** Writes a sentence with the time of day. */
  void log(String sentence) throws IOException;

  /** Adds what was measured after an epoch. */
  void append(TrainingListener.Epoch epoch) throws IOException;

  /** Replaces the checkpoint of the best epoch, in one step. */
  void saveBest(Checkpoint checkpoint) throws IOException;

  /** Replaces the checkpoint that the run would go on from, in one step. */
  void saveLast(Checkpoint checkpoint) throws IOException;
}
