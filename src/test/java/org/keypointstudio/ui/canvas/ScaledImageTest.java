package org.keypointstudio.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.ColorImage;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

class ScaledImageTest {
  private static final int SIDE = 60;

  private static ScaledImage image(int width, int height, int... greys) {
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) greys[i % greys.length];
    }
    return new ScaledImage(
        FaceImages.toImage(new GrayImage(new ImageSize(width, height), pixels), Tone.NEUTRAL));
  }

  private static int[] paint(ScaledImage image, ViewTransform transform, boolean smooth) {
    int[] target = new int[SIDE * SIDE];
    Arrays.fill(target, 0x12345678);
    image.paint(target, SIDE, transform, smooth);
    return target;
  }

  private static int at(int[] pixels, int x, int y) {
    return pixels[y * SIDE + x];
  }

  @Test
  void crisp_pixels_become_squares_and_nothing_is_left_of_what_was_there() {
    int[] shown = paint(image(2, 2, 0, 50, 100, 200), new ViewTransform(10, 5, 20), false);

    assertThat(at(shown, 4, 25)).isZero();
    assertThat(at(shown, 5, 20)).isEqualTo(0xff000000);
    assertThat(at(shown, 14, 29)).isEqualTo(0xff000000);
    assertThat(at(shown, 15, 29)).isEqualTo(0xff323232);
    assertThat(at(shown, 5, 30)).isEqualTo(0xff646464);
    assertThat(at(shown, 24, 39)).isEqualTo(0xffc8c8c8);
    assertThat(at(shown, 25, 39)).isZero();
    assertThat(at(shown, 10, 40)).isZero();
    assertThat(at(shown, 10, 19)).isZero();
  }

  @Test
  void colours_stay_what_they_are_and_are_blended_channel_by_channel() {
    int[] pixels = {0xff2040, 0x0060c0};
    ScaledImage image =
        new ScaledImage(
            FaceImages.toImage(new ColorImage(new ImageSize(2, 1), pixels), Tone.NEUTRAL));

    int[] crisp = paint(image, new ViewTransform(10, 0, 0), false);
    assertThat(at(crisp, 3, 3)).isEqualTo(0xffff2040);
    assertThat(at(crisp, 12, 3)).isEqualTo(0xff0060c0);
    assertThat(at(crisp, 25, 3)).isZero();

    int middle = at(paint(image, new ViewTransform(20, 0, 0), true), 20, 5);
    assertThat(middle >> 16 & 0xff).isBetween(118, 127);
    assertThat(middle >> 8 & 0xff).isBetween(62, 68);
    assertThat(middle & 0xff).isBetween(126, 134);
  }

  @Test
  void smooth_pixels_pass_into_each_other_between_their_centres() {
    int[] shown = paint(image(2, 1, 0, 200), new ViewTransform(20, 0, 0), true);

    assertThat(at(shown, 9, 5) & 0xff).isLessThan(3);
    assertThat(at(shown, 20, 5) & 0xff).isBetween(95, 110);
    assertThat(at(shown, 31, 5) & 0xff).isGreaterThan(197);
  }

  @Test
  void a_reduced_picture_keeps_its_mean_instead_of_skipping_pixels() {
    int[] shown = paint(image(200, 200, 0, 255), new ViewTransform(0.25, 0, 0), false);

    assertThat(at(shown, 20, 20) & 0xff).isBetween(120, 135);
    assertThat(at(shown, 49, 49)).isNotZero();
    assertThat(at(shown, 50, 20)).isZero();
  }

  @Property(tries = 100)
  void any_zoom_and_place_covers_exactly_the_pixels_of_the_picture(
      @ForAll @IntRange(min = 1, max = 30) int width,
      @ForAll @DoubleRange(min = 0.25, max = 64) double scale,
      @ForAll @DoubleRange(min = -200, max = 100) double left,
      @ForAll boolean smooth) {
    int[] shown = paint(image(width, 8, 90), new ViewTransform(scale, left, 0), smooth);

    for (int x = 0; x < SIDE; x++) {
      boolean covered = x + 0.5 >= left && x + 0.5 < left + scale * width;
      assertThat(at(shown, x, 0)).isEqualTo(covered ? 0xff5a5a5a : 0);
    }
  }
}
