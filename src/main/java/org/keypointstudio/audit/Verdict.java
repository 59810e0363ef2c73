package org.keypointstudio.audit;

/**
 * What is thought of one label. Lengths are in units of a network's input.
 *
 * @param keypoint index in the schema
 * @param logOdds logarithm of the odds that the label is wrong
 * @param kind what is wrong, if anything is
 * @param place for errors of order, the keypoint whose label belongs here; else the keypoint itself
 * @param together how many labels of the face would be wrong together
 * @param distance from where the label is expected
 * @param usual root mean square distance of right labels from there
 * @param x where the label is expected
 * @param y the same
 */
record Verdict(
    int keypoint,
    double logOdds,
    SuspicionKind kind,
    int place,
    int together,
    double distance,
    double usual,
    double x,
    double y) {

  Verdict with(double newLogOdds, SuspicionKind newKind) {
    return new Verdict(keypoint, newLogOdds, newKind, place, together, distance, usual, x, y);
  }
}
