package org.keypointstudio.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.keypointstudio.dataset.similarity.Pictures;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.training.BlobFaces;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;

class GroupSplitterTest {
  private static final Annotation COMPLETE = Annotation.ofCoordinates(3, 1, 1, 1, 2, 3);

  @Property(tries = 100)
  void equal_images_and_equal_groups_stay_together_and_every_labelled_face_is_used(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 60) int count,
      @ForAll @DoubleRange(min = 0.05, max = 0.6) double share)
      throws TrainingException {
    // Faces 3n, 3n + 1 and 3n + 2 are one person; every seventh repeats an image of the first one.
    List<Integer> images = IntStream.range(0, count).map(i -> i % 7 == 6 ? 0 : i).boxed().toList();
    List<String> groups = IntStream.range(0, count).mapToObj(i -> "person " + i / 3).toList();
    TrainingFaces faces = faces(images, Collections.nCopies(count, COMPLETE), groups);
    if (count <= 3) {
      assertThatThrownBy(() -> split(faces, share, seed))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("same group");
      return;
    }

    Split split = split(faces, share, seed);

    Set<Integer> training = asSet(split.training());
    Set<Integer> validation = asSet(split.validation());
    assertThat(training).isNotEmpty().doesNotContainAnyElementsOf(validation);
    assertThat(validation).isNotEmpty();
    assertThat(training.size() + validation.size()).isEqualTo(count);
    assertThat(names(images, training)).doesNotContainAnyElementsOf(names(images, validation));
    assertThat(names(groups, training)).doesNotContainAnyElementsOf(names(groups, validation));
  }

  @Test
  void a_split_has_about_the_share_that_was_asked_for() throws TrainingException {
    Split split = split(faces(range(200), Collections.nCopies(200, COMPLETE), List.of()), 0.15, 7);

    assertThat(split.validation()).hasSize(30);
  }

  @Test
  void the_same_seed_gives_the_same_split_and_another_one_another() throws TrainingException {
    TrainingFaces faces = faces(range(50), Collections.nCopies(50, COMPLETE), List.of());

    assertThat(split(faces, 0.2, 5).validation())
        .isEqualTo(split(faces, 0.2, 5).validation())
        .isNotEqualTo(split(faces, 0.2, 6).validation());
  }

  @Property(tries = 50)
  void the_last_label_of_a_keypoint_is_learned_from(@ForAll long seed) throws TrainingException {
    List<Annotation> annotations =
        new ArrayList<>(Collections.nCopies(20, COMPLETE.with(2, Keypoint.unlabelled())));
    annotations.set(11, COMPLETE);

    Split split = split(faces(range(20), annotations, List.of()), 0.4, seed);

    assertThat(split.training()).contains(11);
  }

  @Test
  void faces_without_any_label_take_no_part() throws TrainingException {
    List<Annotation> annotations = new ArrayList<>(Collections.nCopies(10, COMPLETE));
    annotations.set(4, Annotation.unlabelled(3));

    Split split = split(faces(range(10), annotations, List.of()), 0.3, 1);

    assertThat(split.training()).doesNotContain(4);
    assertThat(split.validation()).doesNotContain(4);
  }

  @Test
  void one_labelled_face_is_too_few() {
    List<Annotation> annotations =
        List.of(COMPLETE, Annotation.unlabelled(3), Annotation.unlabelled(3));

    assertThatThrownBy(() -> split(faces(range(3), annotations, List.of()), 0.2, 1))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "Training needs at least two labelled faces, one to learn from and one to judge by, but"
                + " only one is labelled.");
  }

  @Test
  void a_copy_that_was_brightened_stays_with_its_original() throws TrainingException {
    List<GrayImage> originals =
        IntStream.range(0, 12).mapToObj(seed -> Pictures.random(96, 96, seed)).toList();
    List<GrayImage> images = new ArrayList<>(originals);
    originals.forEach(original -> images.add(Pictures.map(original, grey -> grey / 2 + 40)));

    Split split =
        split(
            new TrainingFaces(BlobFaces.SCHEMA, images, Collections.nCopies(24, COMPLETE)),
            0.25,
            3);

    Set<Integer> validation = asSet(split.validation());
    assertThat(validation).hasSize(6);
    for (int i = 0; i < 12; i++) {
      assertThat(validation.contains(i)).isEqualTo(validation.contains(i + 12));
    }
  }

  private static Split split(TrainingFaces faces, double share, long seed)
      throws TrainingException {
    return GroupSplitter.split(faces, share, seed, new CancelToken());
  }

  private static TrainingFaces faces(
      List<Integer> brightness, List<Annotation> annotations, List<String> groups) {
    List<GrayImage> images =
        brightness.stream()
            .map(value -> new GrayImage(new ImageSize(1, 2), new byte[] {value.byteValue(), 9}))
            .toList();
    return new TrainingFaces(BlobFaces.SCHEMA, images, annotations, groups);
  }

  private static List<Integer> range(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static Set<Integer> asSet(int[] rows) {
    return new HashSet<>(IntStream.of(rows).boxed().toList());
  }

  private static <T> Set<T> names(List<T> all, Set<Integer> rows) {
    Set<T> names = new HashSet<>();
    rows.forEach(row -> names.add(all.get(row)));
    return names;
  }
}
