package org.keypointstudio.training.loop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;

/**
 * Deals faces into folds of about the same size, so that each face can be predicted by a model that
 * learned from the other folds. Faces that show the same picture or belong to the same group are in
 * the same fold.
 */
public final class GroupFolds {
  private GroupFolds() {}

  /**
   * The folds.
   *
   * @param faces labelled or not
   * @param folds at least 2
   * @param seed of the order in which groups are dealt
   * @return positions of the faces of each fold, ascending; every face is in exactly one
   * @throws TrainingException with a sentence for the person if there are fewer groups than folds
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static List<int[]> of(TrainingFaces faces, int folds, long seed, CancelToken cancelToken)
      throws TrainingException {
    List<Integer> all = IntStream.range(0, faces.size()).boxed().toList();
    List<List<Integer>> groups = LinkedFaces.groups(faces, all, cancelToken);
    if (groups.size() < folds) {
      throw new TrainingException(
          "%d folds need as many groups of faces that have nothing to do with each other, but there are only %d; ask for fewer folds or add faces of other people."
              .formatted(folds, groups.size()));
    }
    Collections.shuffle(groups, new Random(seed));
    groups.sort(Comparator.<List<Integer>>comparingInt(List::size).reversed());
    List<List<Integer>> dealt = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      dealt.add(new ArrayList<>());
    }
    for (List<Integer> group : groups) {
      Collections.min(dealt, Comparator.comparingInt(List::size)).addAll(group);
    }
    return dealt.stream()
        .map(fold -> fold.stream().mapToInt(Integer::intValue).sorted().toArray())
        .toList();
  }
}
