package org.keypointstudio.dataset.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskContext;

class SimilarityMapTest {
  private static final int SIDE = 48;

  private static GrayImage image(int side, IntBinaryOperator grey) {
    byte[] pixels = new byte[side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) grey.applyAsInt(i % side, i / side);
    }
    return new GrayImage(new ImageSize(side, side), pixels);
  }

  /** The first half are columns of light, the second half rows, each with some noise. */
  private static SmallImages twoKinds(int count) {
    Random random = new Random(3);
    SmallImages images = new SmallImages(count);
    for (int index = 0; index < count; index++) {
      boolean columns = index < count / 2;
      images.set(
          index,
          image(SIDE, (x, y) -> ((columns ? x : y) / 8 % 2 == 0 ? 60 : 180) + random.nextInt(30)));
    }
    return images;
  }

  private static SimilarityMap map(SmallImages images) {
    return SimilarityMap.of(images, TaskContext.unattended());
  }

  @Test
  void images_of_a_kind_lie_together_and_kinds_apart() {
    SimilarityMap map = map(twoKinds(40));
    double first = IntStream.range(0, 20).mapToDouble(i -> map.x(i)).average().orElseThrow();
    double second = IntStream.range(20, 40).mapToDouble(i -> map.x(i)).average().orElseThrow();

    assertThat(Math.abs(first - second)).isGreaterThan(10);
    for (int index = 0; index < 40; index++) {
      assertThat(map.x(index)).isCloseTo(index < 20 ? first : second, within(2.0));
    }
    assertThat(map.share(0)).isBetween(map.share(1), 1.0);
  }

  @Test
  void the_components_are_centred_and_do_not_correlate() {
    SimilarityMap map = map(twoKinds(60));

    assertThat(IntStream.range(0, 60).mapToDouble(map::x).sum()).isCloseTo(0, within(1e-3));
    assertThat(IntStream.range(0, 60).mapToDouble(i -> map.x(i) * map.y(i)).sum() / 60)
        .isCloseTo(0, within(0.05));
  }

  @Test
  void brightness_contrast_and_size_do_not_matter() {
    SmallImages images = new SmallImages(4);
    images.set(0, image(48, (x, y) -> 2 * x + y));
    images.set(1, image(48, (x, y) -> 60 + x + y / 2));
    images.set(2, image(96, (x, y) -> x + y / 2));
    images.set(3, image(48, (x, y) -> 200 - 2 * y));
    SimilarityMap map = map(images);

    assertThat(map.x(1)).isCloseTo(map.x(0), within(0.5));
    assertThat(map.x(2)).isCloseTo(map.x(0), within(0.5));
    assertThat(Math.abs(map.x(3) - map.x(0))).isGreaterThan(5);
  }

  @Test
  void images_that_show_nothing_or_are_not_known_have_no_place() {
    SmallImages images = new SmallImages(4);
    images.set(0, image(48, (x, y) -> 2 * x + y));
    images.set(1, image(48, (x, y) -> 5 * y));
    images.set(2, image(48, (_, _) -> 80));
    SimilarityMap map = map(images);

    assertThat(map.x(0)).isFinite();
    assertThat(map.x(2)).isNaN();
    assertThat(map.y(3)).isNaN();
    assertThat(map(new SmallImages(0)).size()).isZero();
  }

  @Test
  void a_picture_smaller_than_the_cells_is_taken_in() {
    SmallImages images = new SmallImages(1);
    images.set(0, image(3, (x, y) -> 40 * x + y));

    assertThat(images.isKnown(0)).isTrue();
    assertThat(map(images).x(0)).isZero();
  }

  @Test
  void it_can_be_cancelled() {
    CancelToken token = new CancelToken();
    token.cancel();

    assertThatThrownBy(() -> SimilarityMap.of(twoKinds(10), new TaskContext(token, _ -> {})))
        .isInstanceOf(CancellationException.class);
  }
}
