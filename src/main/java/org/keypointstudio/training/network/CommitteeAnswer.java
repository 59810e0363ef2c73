package org.keypointstudio.training.network;

import java.util.Arrays;
import java.util.List;

/** The mean of what several networks answer. */
class CommitteeAnswer implements InferenceNetwork {
  private final NetworkSpec spec;
  private final List<? extends InferenceNetwork> members;
  private float[] answer = new float[0];

  CommitteeAnswer(NetworkSpec spec, List<? extends InferenceNetwork> members) {
    this.spec = spec;
    this.members = List.copyOf(members);
  }

  @Override
  public final NetworkSpec spec() {
    return spec;
  }

  @Override
  public final void predict(float[] images, int faces, float[] outputs) {
    int count = faces * spec.outputs();
    float[] one = room(count);
    Arrays.fill(outputs, 0, count, 0);
    for (InferenceNetwork member : members) {
      member.predict(images, faces, one);
      for (int i = 0; i < count; i++) {
        outputs[i] += one[i] / members.size();
      }
    }
  }

  /** An array for the outputs of one member, kept from call to call. */
  final float[] room(int count) {
    if (answer.length < count) {
      answer = new float[count];
    }
    return answer;
  }

  @Override
  public final void close() {
    members.forEach(InferenceNetwork::close);
  }
}
