package org.keypointstudio.dataset.kaggle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keypointstudio.dataset.kaggle.KaggleText.header;
import static org.keypointstudio.dataset.kaggle.KaggleText.image;
import static org.keypointstudio.dataset.kaggle.KaggleText.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

class KaggleCsvWriterTest {
  private static final KeypointSchema SCHEMA = KeypointSchema.kaggle15();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private static GrayImage ramp(int first) {
    byte[] pixels = new byte[9216];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ((first + i) % 256);
    }
    return new GrayImage(KaggleCsvWriter.IMAGE_SIZE, pixels);
  }

  @Test
  void rows_look_like_those_of_kaggles_file() throws IOException {
    Annotation first =
        Annotation.unlabelled(15)
            .with(0, Keypoint.visible(66.0335639098, 39))
            .with(1, Keypoint.visible(0.0001, -2.5));

    try (KaggleCsvWriter writer = new KaggleCsvWriter(out, SCHEMA)) {
      writer.write(first, ramp(0));
      writer.write(Annotation.unlabelled(15), ramp(7));
    }

    assertThat(out.toString(US_ASCII))
        .isEqualTo(
            String.join(
                "\n",
                header(),
                row(image(9216, 0), "66.0335639098", "39.0", "0.0001", "-2.5"),
                row(image(9216, 7)),
                ""));
  }

  @Test
  void an_absent_keypoint_is_two_empty_cells() throws IOException {
    try (KaggleCsvWriter writer = new KaggleCsvWriter(out, SCHEMA)) {
      writer.write(Annotation.unlabelled(15).with(0, Keypoint.absent()), ramp(0));
    }

    assertThat(out.toString(US_ASCII)).contains("\n,,,,");
  }

  @Test
  void an_image_of_another_size_is_refused() throws IOException {
    try (KaggleCsvWriter writer = new KaggleCsvWriter(out, SCHEMA)) {
      GrayImage small = new GrayImage(new ImageSize(95, 96), new byte[95 * 96]);
      Annotation annotation = Annotation.unlabelled(15);

      assertThatThrownBy(() -> writer.write(annotation, small))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("96 × 96")
          .hasMessageContaining("95 × 96");
    }
  }

  @Test
  void an_annotation_of_another_schema_is_refused() throws IOException {
    try (KaggleCsvWriter writer = new KaggleCsvWriter(out, SCHEMA)) {
      Annotation annotation = Annotation.unlabelled(68);
      GrayImage image = ramp(0);

      assertThatThrownBy(() -> writer.write(annotation, image))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("68");
    }
  }
}
