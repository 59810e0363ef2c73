package org.keypointstudio.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.training.BlobFaces;

class InputFrameTest {
  private final InputFrame frame = new InputFrame(96, 96);

  @Property
  void coordinates_come_back_from_the_frame(
      @ForAll @DoubleRange(min = -50, max = 500) double value,
      @ForAll @IntRange(min = 1, max = 2000) int side) {
    assertThat(frame.toImageX(frame.toInputX(value, side), side)).isCloseTo(value, within(1e-9));
    assertThat(frame.toImageY(frame.toInputY(value, side), side)).isCloseTo(value, within(1e-9));
  }

  @Test
  void an_image_of_the_frames_size_keeps_its_pixels() {
    byte[] pixels = new byte[96 * 96];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) i;
    }
    byte[] copied = new byte[pixels.length];

    frame.copyPixels(new GrayImage(new ImageSize(96, 96), pixels), copied, 0);

    assertThat(copied).isEqualTo(pixels);
  }

  @Property(tries = 30)
  void an_even_image_of_any_size_stays_even(
      @ForAll @IntRange(min = 1, max = 300) int width,
      @ForAll @IntRange(min = 1, max = 300) int height) {
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) 201);
    byte[] copied = new byte[96 * 96];

    frame.copyPixels(new GrayImage(new ImageSize(width, height), pixels), copied, 0);

    for (byte pixel : copied) {
      assertThat(pixel).isEqualTo((byte) 201);
    }
  }

  @Test
  void a_feature_of_a_larger_image_stands_where_its_coordinates_say() {
    ImageSize size = new ImageSize(288, 192);
    Annotation annotation = Annotation.ofCoordinates(200, 60, 90, 50, 150, 140);
    byte[] pixels = new byte[96 * 96];

    frame.copyPixels(BlobFaces.image(annotation, size), pixels, 0);

    int brightest = 0;
    for (int i = 0; i < pixels.length; i++) {
      brightest = (pixels[i] & 0xff) > (pixels[brightest] & 0xff) ? i : brightest;
    }
    assertThat(brightest % 96).isCloseTo((int) Math.round(frame.toInputX(150, 288)), within(1));
    assertThat(brightest / 96).isCloseTo((int) Math.round(frame.toInputY(140, 192)), within(1));
  }

  @Test
  void standardised_pixels_have_zero_mean_and_unit_variance() {
    byte[] pixels = new byte[96 * 96];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 31 % 251);
    }
    float[] values = new float[pixels.length];

    frame.standardize(pixels, 0, values, 0);

    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += value * value;
    }
    assertThat(sum / values.length).isCloseTo(0, within(1e-5));
    assertThat(squares / values.length).isCloseTo(1, within(1e-4));
  }

  @Test
  void a_face_of_one_grey_becomes_zeros() {
    float[] values = new float[96 * 96];

    frame.standardize(new byte[96 * 96], 0, values, 0);

    assertThat(values).containsOnly(0);
  }
}
