package org.keypointstudio.training.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.keypointstudio.training.Optimizer;

/**
 * Lets another engine compute committees: their members learn from the same faces side by side,
 * each by its own error, and answer with one voice, the mean. Members that began with other weights
 * err differently, and the mean of their answers errs less than each of them (Hansen and Salamon
 * 1990, "Neural Network Ensembles").
 */
public final class CommitteeEngine implements NetworkEngine {
  private final NetworkEngine single;

  /**
   * An engine for networks and committees of them.
   *
   * @param single computes one network
   */
  public CommitteeEngine(NetworkEngine single) {
    this.single = single;
  }

  @Override
  public TrainableNetwork trainable(
      NetworkSpec spec, float[] weights, Optimizer optimizer, long seed) {
    if (spec.members() == 1) {
      return single.trainable(spec, weights, optimizer, seed);
    }
    return new Committee(
        spec,
        members(spec, weights, part -> single.trainable(spec.member(), part, optimizer, seed)));
  }

  @Override
  public InferenceNetwork inference(NetworkSpec spec, float[] weights) {
    if (spec.members() == 1) {
      return single.inference(spec, weights);
    }
    return new CommitteeAnswer(
        spec, members(spec, weights, part -> single.inference(spec.member(), part)));
  }

  @Override
  public String description() {
    return single.description();
  }

  private static <N extends InferenceNetwork> List<N> members(
      NetworkSpec spec, float[] weights, Function<float[], N> member) {
    List<N> members = new ArrayList<>();
    for (float[] part : Committee.parts(weights, spec.members())) {
      members.add(member.apply(part));
    }
    return members;
  }
}
