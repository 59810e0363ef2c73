package org.keypointstudio.training.network;

import java.util.List;

/**
 * What an optimizer remembers between steps, so that training can go on later as if it had never
 * stopped.
 *
 * @param steps taken so far
 * @param moments arrays of one number a weight, in an order that the engine knows which made them;
 *     must not be changed
 */
public record UpdaterState(long steps, List<float[]> moments) {
  /** Copies the list, not the arrays, which take tens of megabytes. */
  public UpdaterState {
    moments = List.copyOf(moments);
  }
}
