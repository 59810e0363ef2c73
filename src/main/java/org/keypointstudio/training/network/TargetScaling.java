package org.keypointstudio.training.network;

import java.util.List;

/**
 * How coordinates become the numbers that a network learns: (coordinate − mean face) / scale, in
 * pixels of the network's input.
 *
 * @param meanFace x and y of each keypoint in turn, averaged over the training faces
 * @param scale pixels that make one unit
 */
public record TargetScaling(List<Double> meanFace, double scale) {

  /**
   * @throws IllegalArgumentException if a number is not finite or the scale not positive
   */
  public TargetScaling {
    meanFace = List.copyOf(meanFace);
    if (!(scale > 0) || !meanFace.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("The mean face and its scale must be finite numbers");
    }
  }

  /** A coordinate as a network learns it. */
  public float encode(int coordinate, double value) {
    return (float) ((value - meanFace.get(coordinate)) / scale);
  }

  /** A coordinate that a network put out, in pixels of its input. */
  public double decode(int coordinate, float output) {
    return output * scale + meanFace.get(coordinate);
  }
}
