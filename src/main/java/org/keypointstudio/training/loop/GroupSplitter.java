package org.keypointstudio.training.loop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;

/**
 * Splits faces by group, as {@link LinkedFaces} finds them. A model that has seen a face cannot be
 * judged by it.
 */
final class GroupSplitter {
  private GroupSplitter() {}

  /**
   * Splits the labelled faces.
   *
   * <p>Groups are dealt out in an order that the seed gives until the validation faces are as many
   * as asked for. A group that holds the last label of a keypoint stays with the training faces.
   *
   * @param validationShare share of the labelled faces that only judge, 0 to 1 exclusive
   * @throws TrainingException if there are not two groups of labelled faces
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  static Split split(
      TrainingFaces faces, double validationShare, long seed, CancelToken cancelToken)
      throws TrainingException {
    List<Integer> labelled =
        IntStream.range(0, faces.size())
            .filter(i -> faces.annotations().get(i).placedCount() > 0)
            .boxed()
            .toList();
    if (labelled.size() < 2) {
      throw new TrainingException(
          "Training needs at least two labelled faces, one to learn from and one to judge by, but "
              + (labelled.isEmpty() ? "none is labelled." : "only one is labelled."));
    }
    List<List<Integer>> groups = LinkedFaces.groups(faces, labelled, cancelToken);
    if (groups.size() < 2) {
      throw new TrainingException(
          "All %d labelled faces show the same picture or belong to the same group, so no face is left to judge by; add faces of other people."
              .formatted(labelled.size()));
    }
    Collections.shuffle(groups, new Random(seed));
    return deal(faces, groups, Math.max(1, (int) Math.round(validationShare * labelled.size())));
  }

  private static Split deal(TrainingFaces faces, List<List<Integer>> groups, int wanted) {
    int[] remaining = new int[faces.schema().size()];
    groups.forEach(group -> count(faces, group, remaining, 1));
    List<Integer> training = new ArrayList<>();
    List<Integer> validation = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      List<Integer> group = groups.get(g);
      boolean lastChance = validation.isEmpty() && g == groups.size() - 1;
      boolean fits = validation.size() + group.size() <= wanted;
      if (lastChance || (fits && leavesEveryKeypoint(faces, group, remaining))) {
        validation.addAll(group);
        count(faces, group, remaining, -1);
      } else {
        training.addAll(group);
      }
    }
    return new Split(training, validation);
  }

  private static boolean leavesEveryKeypoint(
      TrainingFaces faces, List<Integer> group, int[] remaining) {
    int[] without = remaining.clone();
    count(faces, group, without, -1);
    return IntStream.range(0, remaining.length).noneMatch(k -> remaining[k] > 0 && without[k] == 0);
  }

  private static void count(TrainingFaces faces, List<Integer> group, int[] labels, int sign) {
    for (int row : group) {
      Annotation annotation = faces.annotations().get(row);
      for (int k = 0; k < labels.length; k++) {
        labels[k] += annotation.isPlaced(k) ? sign : 0;
      }
    }
  }
}
