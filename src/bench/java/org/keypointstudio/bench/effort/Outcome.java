package org.keypointstudio.bench.effort;

/**
 * What one way of labelling came to.
 *
 * @param way how it was done
 * @param faces that were labelled
 * @param effort in all
 * @param rmse of the labelled points' coordinates against the true ones, in pixels
 */
record Outcome(Way way, int faces, Effort effort, double rmse) {

  double actionsPerFace() {
    return (double) effort.actions() / faces;
  }

  double secondsPerFace() {
    return effort.seconds() / faces;
  }
}
