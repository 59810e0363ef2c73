package org.keypointstudio.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntBinaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

class LocalEqualizationTest {

  private static GrayImage image(int width, int height, IntBinaryOperator grey) {
    byte[] pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = (byte) grey.applyAsInt(x, y);
      }
    }
    return new GrayImage(new ImageSize(width, height), pixels);
  }

  private static int spread(GrayImage image, int left, int right) {
    int least = 255;
    int greatest = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = left; x < right; x++) {
        least = Math.min(least, image.at(x, y));
        greatest = Math.max(greatest, image.at(x, y));
      }
    }
    return greatest - least;
  }

  @Test
  void without_strength_the_image_stays_as_it_is() {
    GrayImage image = image(40, 30, (x, y) -> x * y % 256);

    assertThat(new LocalEqualization(0).apply(image)).isSameAs(image);
  }

  @Test
  void a_faint_pattern_in_the_dark_becomes_clear_while_the_original_is_not_touched() {
    GrayImage image = image(96, 96, (x, y) -> x < 48 ? 10 + (x + y) % 12 : 200 + (x + y) % 12);

    GrayImage equalized = new LocalEqualization(1).apply(image);

    assertThat(spread(equalized, 0, 40)).isGreaterThan(3 * spread(image, 0, 40));
    assertThat(image.at(0, 0)).isEqualTo(10);
  }

  @Test
  void the_stronger_it_is_the_farther_greys_are_spread() {
    GrayImage image = image(96, 96, (x, y) -> 100 + (x * 7 + y * 3) % 16);

    assertThat(spread(new LocalEqualization(1).apply(image), 0, 96))
        .isGreaterThan(spread(new LocalEqualization(0.2).apply(image), 0, 96));
  }

  @Property(tries = 50)
  void images_of_any_size_keep_it_and_a_flat_one_stays_flat(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(max = 255) int grey,
      @ForAll @DoubleRange(max = 1) double strength) {
    GrayImage equalized =
        new LocalEqualization(strength).apply(image(width, height, (x, y) -> grey));

    assertThat(equalized.size()).isEqualTo(new ImageSize(width, height));
    assertThat(spread(equalized, 0, width)).isZero();
  }
}
