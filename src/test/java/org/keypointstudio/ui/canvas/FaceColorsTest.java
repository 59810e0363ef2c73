package org.keypointstudio.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.ColorImage;
import org.keypointstudio.model.ImageSize;

class FaceColorsTest {
  private static final ColorImage TWO =
      new ColorImage(new ImageSize(2, 1), new int[] {0x204060, 0xf0f0ff});

  private static int argb(Tone tone, int x) {
    Image picture = FaceImages.toImage(TWO, tone);
    return picture.getPixelReader().getArgb(x, 0);
  }

  @Test
  void colours_are_shown_as_they_are() {
    assertThat(argb(Tone.NEUTRAL, 0)).isEqualTo(0xff204060);
    assertThat(argb(Tone.NEUTRAL, 1)).isEqualTo(0xfff0f0ff);
  }

  @Test
  void brightness_is_added_to_each_channel_and_ends_at_white() {
    Tone brighter = new Tone(16 / 255.0, 0, 0, 0);

    assertThat(argb(brighter, 0)).isEqualTo(0xff305070);
    assertThat(argb(brighter, 1)).isEqualTo(0xffffffff);
  }

  @Test
  void equalisation_leaves_the_differences_of_the_channels() {
    int pixel = argb(new Tone(0, 0, 0, 0.2), 0);

    assertThat((pixel & 0xff) - (pixel >> 8 & 0xff)).isEqualTo(0x20);
    assertThat((pixel >> 8 & 0xff) - (pixel >> 16 & 0xff)).isEqualTo(0x20);
  }
}
