package org.keypointstudio.training.loop;

import java.util.Optional;

/**
 * What was saved of a run that can go on.
 *
 * @param last where it goes on
 * @param best where it was at the best epoch before that, if an epoch was judged
 */
public record SavedRun(Checkpoint last, Optional<Checkpoint> best) {

  /**
   * @throws IllegalArgumentException if the checkpoints are not of the same run, or the best one is
   *     not that of the best epoch
   */
  public SavedRun {
    int bestEpoch = last.progress().bestEpoch();
    int found = best.map(checkpoint -> checkpoint.progress().epochs().size()).orElse(0);
    if (found != bestEpoch || !best.map(Checkpoint::plan).orElse(last.plan()).equals(last.plan())) {
      throw new IllegalArgumentException(
          "The best epoch was %d, but the checkpoint that goes with it is that of another one"
              .formatted(bestEpoch));
    }
  }
}
