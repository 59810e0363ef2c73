package org.keypointstudio.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.thread.UiThread;

class FaceImagesTest {
  private final FaceImages images = new FaceImages(Runnable::run, UiThread.direct());
  private final FaceDataSet before = new MemoryDataSet(2);
  private final FaceDataSet now = new MemoryDataSet(2);

  private void look(FaceDataSet dataSet) {
    images.request(dataSet, 0, Tone.NEUTRAL, () -> true, _ -> {});
    images.small().request(dataSet, 0, () -> true, _ -> {});
  }

  @Test
  void pictures_of_a_data_set_that_is_no_longer_open_are_let_go_of() {
    look(before);
    look(now);

    images.keepOnly(Optional.of(now));

    assertThat(images.cached(before, 0, Tone.NEUTRAL)).isEmpty();
    assertThat(images.small().cached(before, 0)).isEmpty();
    assertThat(images.cached(now, 0, Tone.NEUTRAL)).isPresent();
    assertThat(images.small().cached(now, 0)).isPresent();
  }

  @Test
  void nothing_is_kept_when_nothing_is_open() {
    look(now);

    images.keepOnly(Optional.empty());

    assertThat(images.cached(now, 0, Tone.NEUTRAL)).isEmpty();
    assertThat(images.small().cached(now, 0)).isEmpty();
  }
}
