package org.keypointstudio.dataset.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

class ImageFactsTest {

  private static GrayImage image(int width, int height, IntBinaryOperator grey) {
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) grey.applyAsInt(i % width, i / width);
    }
    return new GrayImage(new ImageSize(width, height), pixels);
  }

  @Test
  void a_flat_image_is_as_bright_as_its_grey_and_not_sharp() {
    assertThat(ImageFacts.of(image(9, 7, (_, _) -> 200))).isEqualTo(new ImageFacts(200, 0));
  }

  @Test
  void an_even_slope_has_no_detail() {
    assertThat(ImageFacts.of(image(20, 10, (x, y) -> 5 * x + 3 * y)).sharpness()).isZero();
  }

  @Test
  void the_sharpness_is_the_variance_of_the_laplacian() {
    // One white pixel amid 5 × 5 black ones: nine interior pixels, of which the centre has −1020,
    // its four neighbours 255 and the corners 0.
    double mean = (-1020 + 4 * 255) / 9.0;
    double variance = (1020.0 * 1020 + 4 * 255.0 * 255) / 9 - mean * mean;

    assertThat(ImageFacts.of(image(5, 5, (x, y) -> x == 2 && y == 2 ? 255 : 0)).sharpness())
        .isCloseTo(variance, within(1e-9));
  }

  @Test
  void a_blurred_edge_is_less_sharp_than_a_hard_one() {
    GrayImage hard = image(16, 16, (x, _) -> x < 8 ? 0 : 240);
    GrayImage soft = image(16, 16, (x, _) -> Math.clamp(60L * (x - 6), 0, 240));

    assertThat(ImageFacts.of(soft).sharpness()).isLessThan(ImageFacts.of(hard).sharpness());
  }

  @Test
  void an_image_without_inner_pixels_is_not_sharp() {
    assertThat(ImageFacts.of(image(2, 9, (x, y) -> 80 * x + y)).sharpness()).isZero();
    assertThat(ImageFacts.of(image(1, 1, (_, _) -> 7))).isEqualTo(new ImageFacts(7, 0));
  }

  @Property(tries = 50)
  void brightness_is_a_grey_and_sharpness_is_never_negative(
      @ForAll @Size(64) List<@IntRange(max = 255) Integer> greys) {
    ImageFacts facts = ImageFacts.of(image(8, 8, (x, y) -> greys.get(8 * y + x)));

    assertThat(facts.brightness()).isBetween(0.0, 255.0);
    assertThat(facts.sharpness()).isNotNegative();
  }

  @Test
  void a_table_remembers_which_images_cannot_be_read() {
    ImageFacts facts = new ImageFacts(12.5, 300.25);
    ImageFactsTable table = ImageFactsTable.of(List.of(Optional.of(facts), Optional.empty()));

    assertThat(table.size()).isEqualTo(2);
    assertThat(table.facts(0)).contains(facts);
    assertThat(table.facts(1)).isEmpty();
    assertThat(table.unreadable()).containsExactly(1);
  }
}
