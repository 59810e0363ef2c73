package org.keypointstudio.training.loop;

import org.keypointstudio.training.network.UpdaterState;

/**
 * All that a run needs to go on from one step as if it had never stopped. What is drawn at random
 * depends on the seed and the number of the step alone, so no generator is part of it.
 *
 * @param plan what the run is
 * @param progress how far it has come
 * @param weights of the network at that step; must not be changed
 * @param updater what the optimizer remembers at that step
 */
@SuppressWarnings("ArrayRecordComponent") // Tens of megabytes, compared by nobody.
public record Checkpoint(
    RunPlan plan, RunProgress progress, float[] weights, UpdaterState updater) {

  /**
   * @throws IllegalArgumentException if the parts do not fit each other
   */
  public Checkpoint {
    int parameters = plan.network().parameterCount();
    boolean fits =
        weights.length == parameters
            && updater.moments().stream().allMatch(array -> array.length == parameters)
            && updater.steps() == progress.clock().steps();
    if (!fits) {
      throw new IllegalArgumentException("The parts of the checkpoint do not fit each other");
    }
  }
}
