package org.keypointstudio.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ColorImage;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.ui.canvas.SmallFaces.SmallFace;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.thread.UiThread;

class SmallFacesTest {
  private static final FakeDataSet FACES =
      new FakeDataSet(Path.of("faces.csv"), List.of(Annotation.unlabelled(15)));

  private final SmallFaces faces = new SmallFaces(Runnable::run, UiThread.direct());

  private static GrayImage halves(int width, int height) {
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % width < width / 2 ? 40 : 200);
    }
    return new GrayImage(new ImageSize(width, height), pixels);
  }

  @Test
  void a_small_image_stays_as_it_is() {
    SmallFace small = SmallFaces.small(halves(96, 64));

    assertThat(small.step()).isEqualTo(1);
    assertThat(small.picture().getWidth()).isEqualTo(96);
    assertThat(small.picture().getHeight()).isEqualTo(64);
  }

  @Test
  void a_large_image_becomes_the_means_of_its_squares() {
    SmallFace small = SmallFaces.small(halves(1000, 500));

    assertThat(small.step()).isEqualTo(4);
    assertThat(small.picture().getWidth()).isEqualTo(250);
    assertThat(small.picture().getHeight()).isEqualTo(125);
    assertThat(small.picture().getPixelReader().getArgb(124, 3) & 0xff).isEqualTo(40);
    assertThat(small.picture().getPixelReader().getArgb(125, 3) & 0xff).isEqualTo(200);
  }

  @Test
  void a_picture_keeps_the_colours_of_its_image() {
    int[] pixels = new int[512 * 512];
    Arrays.fill(pixels, 0x204060);
    Arrays.fill(pixels, 0, 512, 0x406080);

    SmallFace small = SmallFaces.small(new ColorImage(new ImageSize(512, 512), pixels));

    assertThat(small.step()).isEqualTo(2);
    assertThat(small.picture().getPixelReader().getArgb(7, 0)).isEqualTo(0xff305070);
    assertThat(small.picture().getPixelReader().getArgb(7, 1)).isEqualTo(0xff204060);
  }

  @Test
  void an_image_of_one_row_has_a_picture_too() {
    SmallFace small = SmallFaces.small(halves(2000, 1));

    assertThat(small.picture().getHeight()).isEqualTo(1);
  }

  @Test
  void a_picture_is_at_hand_once_it_was_made() {
    List<SmallFace> received = new ArrayList<>();
    assertThat(faces.cached(FACES, 0)).isEmpty();

    faces.request(FACES, 0, () -> true, received::add);

    assertThat(received).hasSize(1);
    assertThat(faces.cached(FACES, 0)).hasValue(received.getFirst());
  }

  @Test
  void what_was_scrolled_past_is_not_made() {
    faces.request(FACES, 0, () -> false, _ -> {});

    assertThat(faces.cached(FACES, 0)).isEmpty();
  }
}
