package org.keypointstudio.audit;

/**
 * Where the keypoints of one face are expected, and how labels that are right scatter about that.
 * Coordinates are in units of a network's input.
 *
 * @param centre x and y of each keypoint in turn
 * @param spread how many times as far as usual right labels scatter on this face
 * @param scatter of right labels about the centre, at a spread of one
 * @param fromModel whether a model looked at the image; otherwise only the shape of all faces is
 *     known
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once and compared by nobody.
record Expectation(double[] centre, double spread, StudentT scatter, boolean fromModel) {

  /** How far values are from the centre, in spreads. */
  double[] residuals(double[] values) {
    double[] residuals = new double[values.length];
    for (int c = 0; c < values.length; c++) {
      residuals[c] = (values[c] - centre[c]) / spread;
    }
    return residuals;
  }
}
