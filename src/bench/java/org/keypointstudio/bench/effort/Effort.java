package org.keypointstudio.bench.effort;

/**
 * What an annotator has done so far.
 *
 * @param actions clicks, drags and keys
 * @param seconds modelled
 */
record Effort(long actions, double seconds) {
  static final Effort NONE = new Effort(0, 0);

  Effort plus(Effort more) {
    return new Effort(actions + more.actions, seconds + more.seconds);
  }
}
