package org.keypointstudio.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrayImageTest {

  @Test
  void a_mirrored_image_has_its_columns_in_reverse_order() {
    GrayImage image =
        new GrayImage(new ImageSize(3, 2), new byte[] {99, 1, 2, 3, 4, 5, (byte) 250}, 1);

    GrayImage mirrored = image.mirrored();

    assertThat(mirrored.size()).isEqualTo(image.size());
    for (int y = 0; y < 2; y++) {
      for (int x = 0; x < 3; x++) {
        assertThat(mirrored.at(x, y)).isEqualTo(image.at(2 - x, y));
      }
    }
  }
}
