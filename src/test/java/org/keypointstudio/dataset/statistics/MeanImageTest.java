package org.keypointstudio.dataset.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

class MeanImageTest {

  private static GrayImage flat(int width, int height, int grey) {
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) grey);
    return new GrayImage(new ImageSize(width, height), pixels);
  }

  @Test
  void images_of_any_size_count_alike() {
    MeanImage mean = new MeanImage(new ImageSize(4, 4));
    mean.add(flat(4, 4, 200));
    mean.add(flat(31, 7, 100));
    mean.add(flat(1, 1, 0));

    assertThat(mean.mean().at(0, 0)).isEqualTo(100);
    assertThat(mean.mean().at(3, 3)).isEqualTo(100);
  }

  @Test
  void there_is_no_mean_of_nothing() {
    MeanImage nothing = new MeanImage(new ImageSize(4, 4));

    assertThatThrownBy(nothing::mean).isInstanceOf(IllegalStateException.class);
  }
}
