package org.keypointstudio.training.loop;

import java.util.Arrays;
import org.keypointstudio.training.network.TargetScaling;

/**
 * Coordinates of faces whose holes were filled.
 *
 * @param coordinates of each face in input pixels; NaN where nothing was there to fill a hole with
 * @param count how many holes were filled
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once and compared by nobody.
record HoleFilling(float[][] coordinates, int count) {

  /** Fills with the mean of what is labelled, if anything is. */
  static HoleFilling withMeans(EncodedFaces faces, TargetScaling scaling) {
    float[] means = new float[faces.coordinateCount()];
    Arrays.fill(means, Float.NaN);
    for (int face = 0; face < faces.size(); face++) {
      for (int c = 0; c < means.length; c++) {
        if (!Float.isNaN(faces.coordinate(face, c))) {
          means[c] = scaling.meanFace().get(c).floatValue();
        }
      }
    }
    return fill(faces, means, false);
  }

  /** Fills with the value of the last face before that has it; the first faces may find none. */
  static HoleFilling forward(EncodedFaces faces) {
    float[] nothing = new float[faces.coordinateCount()];
    Arrays.fill(nothing, Float.NaN);
    return fill(faces, nothing, true);
  }

  private static HoleFilling fill(EncodedFaces faces, float[] filler, boolean followsLabels) {
    float[][] coordinates = new float[faces.size()][filler.length];
    int count = 0;
    for (int face = 0; face < faces.size(); face++) {
      for (int c = 0; c < filler.length; c++) {
        float label = faces.coordinate(face, c);
        boolean hole = Float.isNaN(label);
        coordinates[face][c] = hole ? filler[c] : label;
        count += hole && !Float.isNaN(filler[c]) ? 1 : 0;
        filler[c] = !hole && followsLabels ? label : filler[c];
      }
    }
    return new HoleFilling(coordinates, count);
  }
}
