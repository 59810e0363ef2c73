package org.keypointstudio.dataset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keypointstudio.model.FacePixels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

class GrayImageFileTest {
  private @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==",
        "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"
      })
  void webp_is_read_with_and_without_loss(String base64) throws IOException {
    Path file = Files.write(folder.resolve("a.jpg"), Base64.getDecoder().decode(base64));

    assertThat(GrayImageFile.size(file)).isEqualTo(new ImageSize(1, 1));
    assertThat(GrayImageFile.read(file).size()).isEqualTo(new ImageSize(1, 1));
  }

  @Test
  void jpeg_in_four_colours_is_read() throws IOException {
    WritableRaster raster = Raster.createBandedRaster(DataBuffer.TYPE_BYTE, 16, 8, 4, null);
    Path file = folder.resolve("cmyk.jpg");
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      ImageWriter writer = javasOwnWriter();
      writer.setOutput(out);
      writer.write(new IIOImage(raster, null, null));
      writer.dispose();
    }

    assertThat(GrayImageFile.read(file).size()).isEqualTo(new ImageSize(16, 8));
  }

  private static ImageWriter javasOwnWriter() {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getPackageName().startsWith("com.sun")) {
        return writer;
      }
    }
    throw new IllegalStateException("Every Java writes JPEG");
  }

  /** A picture 16 wide and 8 high that is white at its stored top left and black elsewhere. */
  private static byte[] jpegWithWhiteCorner(String format) throws IOException {
    BufferedImage image = new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 16; i++) {
      image.setRGB(i % 4, i / 4, Color.WHITE.getRGB());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.putShort((short) 0xffe1)
        .putShort((short) 34)
        .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM".getBytes(StandardCharsets.US_ASCII))
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) 1);
    exif.putShort((short) 274).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0);
    return ByteBuffer.allocate(jpeg.length + exif.capacity())
        .put(jpeg, 0, 2)
        .put(exif.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 16, 8, 1, 1",
    "2, 16, 8, 14, 1",
    "3, 16, 8, 14, 6",
    "4, 16, 8, 1, 6",
    "5, 8, 16, 1, 1",
    "6, 8, 16, 6, 1",
    "7, 8, 16, 6, 14",
    "8, 8, 16, 1, 14",
  })
  void photographs_come_out_upright(int orientation, int width, int height, int x, int y)
      throws IOException {
    byte[] turned = withOrientation(jpegWithWhiteCorner("jpeg"), orientation);
    Path file = Files.write(folder.resolve("a.jpg"), turned);

    GrayImage image = GrayImageFile.read(file);

    assertThat(GrayImageFile.size(file)).isEqualTo(new ImageSize(width, height));
    assertThat(image.size()).isEqualTo(new ImageSize(width, height));
    assertThat(image.at(x, y)).isGreaterThan(240);
    assertThat(image.at(width - 1 - x, height - 1 - y)).isLessThan(15);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "3, 14, 6", "6, 6, 1", "8, 1, 14"})
  void colours_come_out_upright_too(int orientation, int x, int y) throws IOException {
    BufferedImage image = new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64; i++) {
      image.setRGB(i % 8, i / 8, Color.RED.getRGB());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    Path file =
        Files.write(folder.resolve("a.jpg"), withOrientation(out.toByteArray(), orientation));

    FacePixels pixels = GrayImageFile.readInColor(file);

    assertThat(pixels.rgbAt(x, y) >> 16).isGreaterThan(220);
    assertThat(pixels.rgbAt(x, y) & 0xff).isLessThan(30);
    assertThat(pixels.size()).isEqualTo(GrayImageFile.size(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff"})
  void colours_are_kept_to_the_last_bit_and_are_grey_to_networks(String format) throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_3BYTE_BGR);
    image.setRGB(0, 0, 0x102030);
    image.setRGB(1, 0, 0xc8ff01);
    Path file = folder.resolve("a.png");
    ImageIO.write(image, format, file.toFile());

    FacePixels pixels = GrayImageFile.readInColor(file);

    assertThat(pixels.rgbAt(0, 0)).isEqualTo(0x102030);
    assertThat(pixels.rgbAt(1, 0)).isEqualTo(0xc8ff01);
    assertThat(pixels.toGray().at(1, 0)).isEqualTo(GrayImageFile.read(file).at(1, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB})
  void a_file_without_any_colour_is_a_grey_image(int type) throws IOException {
    BufferedImage image = new BufferedImage(2, 2, type);
    image.setRGB(1, 1, 0x808080);
    Path file = folder.resolve("a.png");
    ImageIO.write(image, "png", file.toFile());

    assertThat(GrayImageFile.readInColor(file)).isInstanceOf(GrayImage.class);
  }

  @Property(tries = 200)
  void damage_in_what_says_the_orientation_harms_nothing(@ForAll byte[] noise, @ForAll int position)
      throws IOException {
    byte[] jpeg = withOrientation(jpegWithWhiteCorner("jpeg"), 6);
    for (int i = 0; i < noise.length; i++) {
      jpeg[12 + Math.floorMod(position + i, 26)] = noise[i];
    }
    Path file = Files.createTempFile("damaged", ".jpg");
    try {
      Files.write(file, jpeg);
      assertThat(GrayImageFile.size(file).pixelCount()).isEqualTo(128);
    } finally {
      Files.delete(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "tiff"})
  void other_types_are_read_as_they_are(String format) throws IOException {
    Path file = Files.write(folder.resolve("a.jpg"), jpegWithWhiteCorner(format));

    assertThat(GrayImageFile.read(file).at(1, 1)).isEqualTo(255);
    assertThat(GrayImageFile.size(file)).isEqualTo(new ImageSize(16, 8));
  }

  @Test
  void a_header_that_claims_more_than_any_camera_has_is_refused_unread() throws IOException {
    byte[] header =
        "IHDR\0\1\u0086\u00a0\0\1\u0086\u00a0\b\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(header);
    byte[] png =
        ByteBuffer.allocate(8 + 4 + header.length + 4)
            .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
            .putInt(13)
            .put(header)
            .putInt((int) sum.getValue())
            .array();
    Path file = Files.write(folder.resolve("bomb.png"), png);

    assertThatThrownBy(() -> GrayImageFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it claims to have 10,000,000,000 pixels");
  }
}
