package org.keypointstudio.training.network;

import org.keypointstudio.model.KeypointSchema;

/**
 * Everything that predicting needs: what the network is, what it puts out, and its weights.
 *
 * @param spec its layers
 * @param schema the keypoints it places
 * @param scaling of its outputs
 * @param weights in the order of {@link NetworkSpec#tensors}; must not be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Tens of megabytes, compared by nobody.
public record TrainedModel(
    NetworkSpec spec, KeypointSchema schema, TargetScaling scaling, float[] weights) {

  /**
   * @throws IllegalArgumentException if the parts do not fit each other
   */
  public TrainedModel {
    if (spec.outputs() != 2 * schema.size() || scaling.meanFace().size() != spec.outputs()) {
      throw new IllegalArgumentException(
          "A network with %d outputs and a mean face of %d numbers do not place %d keypoints"
              .formatted(spec.outputs(), scaling.meanFace().size(), schema.size()));
    }
    if (weights.length != spec.parameterCount()) {
      throw new IllegalArgumentException(
          "The network has %d weights, but %d are given"
              .formatted(spec.parameterCount(), weights.length));
    }
  }

  /** The image that the network takes. */
  public InputFrame frame() {
    return new InputFrame(spec.inputWidth(), spec.inputHeight());
  }
}
