package org.keypointstudio.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.training.BlobFaces;
import org.keypointstudio.training.NoiseImages;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;

class GroupFoldsTest {
  private final TrainingFaces faces = BlobFaces.of(30, 1);

  private TrainingFaces inGroupsOf(int size) {
    return new TrainingFaces(
        faces.schema(),
        IntStream.range(0, faces.size()).mapToObj(NoiseImages::of).toList(),
        faces.annotations(),
        IntStream.range(0, faces.size()).mapToObj(i -> "person " + i / size).toList());
  }

  @Test
  void every_face_is_in_one_fold_and_groups_stay_together() throws Exception {
    List<int[]> folds = GroupFolds.of(inGroupsOf(3), 4, 1, new CancelToken());

    assertThat(folds).hasSize(4);
    assertThat(folds.stream().flatMapToInt(Arrays::stream).sorted().toArray())
        .isEqualTo(IntStream.range(0, 30).toArray());
    for (int[] fold : folds) {
      assertThat(fold).hasSizeBetween(6, 9);
      assertThat(IntStream.of(fold).map(face -> face / 3).distinct().count() * 3)
          .isEqualTo(fold.length);
    }
  }

  @Test
  void the_seed_decides_who_is_in_which_fold() throws Exception {
    int[] one = GroupFolds.of(inGroupsOf(1), 3, 1, new CancelToken()).getFirst();

    assertThat(GroupFolds.of(inGroupsOf(1), 3, 1, new CancelToken()).getFirst()).isEqualTo(one);
    assertThat(GroupFolds.of(inGroupsOf(1), 3, 2, new CancelToken()).getFirst()).isNotEqualTo(one);
  }

  @Test
  void fewer_groups_than_folds_are_refused() {
    assertThatThrownBy(() -> GroupFolds.of(inGroupsOf(15), 3, 1, new CancelToken()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("only 2")
        .hasMessageContaining("fewer folds");
  }
}
