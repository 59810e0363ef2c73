package org.keypointstudio.training.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Several networks that learn side by side. */
final class Committee extends CommitteeAnswer implements TrainableNetwork {
  private final List<TrainableNetwork> members;
  private int valuesOfMember;

  Committee(NetworkSpec spec, List<TrainableNetwork> members) {
    super(spec, members);
    this.members = List.copyOf(members);
  }

  /** An array that holds the same for each member, member after member, cut into theirs. */
  static List<float[]> parts(float[] all, int members) {
    int size = all.length / members;
    List<float[]> parts = new ArrayList<>(members);
    for (int member = 0; member < members; member++) {
      parts.add(Arrays.copyOfRange(all, member * size, (member + 1) * size));
    }
    return parts;
  }

  @Override
  public void forward(float[] images, int faces, float[] outputs) {
    valuesOfMember = faces * spec().outputs();
    float[] one = room(valuesOfMember);
    for (int member = 0; member < members.size(); member++) {
      members.get(member).forward(images, faces, one);
      System.arraycopy(one, 0, outputs, member * valuesOfMember, valuesOfMember);
    }
  }

  @Override
  public void learn(float[] outputGradients, double learningRate) {
    float[] one = room(valuesOfMember);
    for (int member = 0; member < members.size(); member++) {
      System.arraycopy(outputGradients, member * valuesOfMember, one, 0, valuesOfMember);
      members.get(member).learn(one, learningRate);
    }
  }

  @Override
  public UpdaterState updaterState() {
    List<UpdaterState> states = members.stream().map(TrainableNetwork::updaterState).toList();
    List<float[]> moments = new ArrayList<>();
    for (int moment = 0; moment < states.getFirst().moments().size(); moment++) {
      int index = moment;
      moments.add(joined(states.stream().map(state -> state.moments().get(index)).toList()));
    }
    return new UpdaterState(states.getFirst().steps(), moments);
  }

  private static float[] joined(List<float[]> parts) {
    float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  @Override
  public void restore(UpdaterState state) {
    List<List<float[]>> moments =
        state.moments().stream().map(moment -> parts(moment, members.size())).toList();
    for (int member = 0; member < members.size(); member++) {
      int index = member;
      members
          .get(member)
          .restore(
              new UpdaterState(
                  state.steps(), moments.stream().map(moment -> moment.get(index)).toList()));
    }
  }

  @Override
  public void copyWeightsTo(float[] target) {
    float[] one = new float[spec().member().parameterCount()];
    for (int member = 0; member < members.size(); member++) {
      members.get(member).copyWeightsTo(one);
      System.arraycopy(one, 0, target, member * one.length, one.length);
    }
  }
}
