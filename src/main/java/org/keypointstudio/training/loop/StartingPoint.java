package org.keypointstudio.training.loop;

import java.util.List;
import java.util.Optional;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TargetScaling;
import org.keypointstudio.training.network.TensorSpec;
import org.keypointstudio.training.network.TrainedModel;
import org.keypointstudio.training.network.WeightInitialization;

/**
 * What training starts from: drawn weights and the mean face of the training faces, or the weights
 * of an earlier run together with the mean face that they were learned with.
 *
 * @param weights of the network
 * @param scaling of its outputs
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once and compared by nobody.
record StartingPoint(float[] weights, TargetScaling scaling) {

  /**
   * The start that a configuration asks for.
   *
   * @param earlier the model that {@link TrainingConfig#warmStart} names
   * @throws TrainingException with a sentence for the person if the earlier model is another
   *     network or places other keypoints
   */
  static StartingPoint of(
      TrainingConfig config,
      NetworkSpec spec,
      TrainingFaces faces,
      TrainingRows rows,
      Optional<TrainedModel> earlier)
      throws TrainingException {
    if (earlier.isPresent()) {
      requireFit(earlier.get(), config, spec, faces);
      return new StartingPoint(earlier.get().weights(), earlier.get().scaling());
    }
    float[] weights = WeightInitialization.initialWeights(spec, config.seed());
    silence(weights, spec, DataNotes.unlabelledKeypoints(faces));
    return new StartingPoint(weights, rows.scaling());
  }

  private static void requireFit(
      TrainedModel earlier, TrainingConfig config, NetworkSpec spec, TrainingFaces faces)
      throws TrainingException {
    String folder = config.warmStart().map(path -> " in " + path).orElse("");
    if (!earlier.schema().keypointNames().equals(faces.schema().keypointNames())) {
      throw new TrainingException(
          "The run%s places other keypoints than the data set has, so training cannot start from its weights; choose another run or none."
              .formatted(folder));
    }
    if (!withoutDropout(earlier.spec()).equals(withoutDropout(spec))) {
      throw new TrainingException(
          "The run%s is of another network than %s, so training cannot start from its weights; choose another run or none."
              .formatted(folder, config.model().id()));
    }
    if (earlier.spec().members() != spec.members()) {
      throw new TrainingException(
          "The run%s averages %d networks and this one %d, so training cannot start from its weights; choose another run, none, or the same number of networks."
              .formatted(folder, earlier.spec().members(), spec.members()));
    }
  }

  private static List<LayerSpec> withoutDropout(NetworkSpec spec) {
    return spec.layers().stream().filter(layer -> !(layer instanceof LayerSpec.Dropout)).toList();
  }

  /**
   * Sets what leads to outputs of keypoints that nobody labelled to zero. No gradient will ever
   * move it, so the model puts these keypoints in the middle of the image, not anywhere.
   */
  private static void silence(float[] weights, NetworkSpec spec, int[] keypoints) {
    int lastLayer = spec.tensors().getLast().layer();
    for (TensorSpec tensor : spec.tensors()) {
      if (tensor.layer() == lastLayer) {
        for (int keypoint : keypoints) {
          silence(weights, tensor, 2 * keypoint);
          silence(weights, tensor, 2 * keypoint + 1);
        }
      }
    }
  }

  private static void silence(float[] weights, TensorSpec tensor, int output) {
    int outputs = tensor.shape().getLast();
    for (int i = output; i < tensor.size(); i += outputs) {
      weights[tensor.offset() + i] = 0;
    }
  }
}
