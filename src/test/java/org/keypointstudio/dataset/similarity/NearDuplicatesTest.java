package org.keypointstudio.dataset.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.keypointstudio.dataset.similarity.NearDuplicates.Pair;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.task.CancelToken;

class NearDuplicatesTest {

  @Property(tries = 50)
  void a_picture_is_found_again_in_another_size_brightness_and_with_noise(
      @ForAll @IntRange(max = 1000) int seed) {
    GrayImage original = Pictures.random(96, 96, seed);
    Random random = new Random(seed);
    GrayImage brighter = Pictures.map(original, grey -> grey * 3 / 4 + 60);
    GrayImage noisy =
        Pictures.map(original, grey -> grey + (int) Math.round(2 * random.nextGaussian()));
    GrayImage larger = Pictures.random(192, 192, seed);

    assertThat(pairs(List.of(original, brighter, noisy, larger)))
        .contains(new Pair(0, 1), new Pair(0, 2), new Pair(0, 3));
  }

  @Test
  void different_pictures_are_not_taken_for_each_other() {
    List<GrayImage> pictures =
        IntStream.range(0, 300).mapToObj(seed -> Pictures.random(96, 96, seed)).toList();

    assertThat(pairs(pictures)).isEmpty();
  }

  @Test
  void pairs_name_the_positions_of_both_pictures_in_their_order() {
    List<GrayImage> pictures = new ArrayList<>();
    for (int seed : new int[] {1, 2, 1, 3, 2}) {
      pictures.add(Pictures.random(96, 96, seed));
    }

    assertThat(pairs(pictures)).containsExactly(new Pair(0, 2), new Pair(1, 4));
  }

  @Test
  void tiny_images_and_images_of_one_grey_are_duplicates_of_nothing() {
    GrayImage tiny = Pictures.random(16, 16, 1);
    GrayImage grey = new GrayImage(new ImageSize(96, 96), new byte[96 * 96]);

    assertThat(pairs(List.of(tiny, tiny, grey, grey))).isEmpty();
  }

  @Property(tries = 20)
  void the_pairs_are_those_that_comparing_each_with_each_finds(
      @ForAll @IntRange(max = 1000) int seed) {
    Random random = new Random(seed);
    List<GrayImage> pictures = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      GrayImage original = Pictures.random(48, 48, random.nextInt(12));
      double noise = 12 * random.nextDouble();
      pictures.add(
          Pictures.map(original, grey -> grey + (int) Math.round(noise * random.nextGaussian())));
    }
    List<Thumbnail> thumbnails = pictures.stream().map(Thumbnail::of).toList();
    List<Pair> each = new ArrayList<>();
    for (int second = 0; second < pictures.size(); second++) {
      for (int first = 0; first < second; first++) {
        Thumbnail one = thumbnails.get(first);
        Thumbnail other = thumbnails.get(second);
        if (one.differingBits(other) <= 24 && one.correlation(other) >= 0.98) {
          each.add(new Pair(first, second));
        }
      }
    }

    assertThat(pairs(pictures)).isEqualTo(each).isNotEmpty();
  }

  @Test
  void the_search_can_be_cancelled() {
    CancelToken cancelled = new CancelToken();
    cancelled.cancel();

    assertThatThrownBy(
            () ->
                NearDuplicates.pairs(
                    List.of(Pictures.random(96, 96, 1), Pictures.random(96, 96, 2)), cancelled))
        .isInstanceOf(CancellationException.class);
  }

  private static List<Pair> pairs(List<GrayImage> images) {
    return NearDuplicates.pairs(images, new CancelToken());
  }
}
