package org.keypointstudio.ui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovingPictureTest {
  private final MovingPicture writer = new MovingPicture(40, Duration.ofMillis(1500));
  @TempDir private Path folder;

  private Path picture(String name, Color colour) throws IOException {
    BufferedImage image = new BufferedImage(80, 50, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, 80, 50);
    graphics.dispose();
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  @Test
  void each_picture_is_a_frame_of_the_wanted_width_and_time() throws IOException {
    Path file = folder.resolve("tour.gif");

    writer.write(List.of(picture("1.png", Color.RED), picture("2.png", Color.BLUE)), file);

    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(2);
      assertThat(reader.getWidth(0)).isEqualTo(40);
      assertThat(reader.getHeight(0)).isEqualTo(25);
      assertThat(new Color(reader.read(0).getRGB(20, 10))).isEqualTo(Color.RED);
      assertThat(new Color(reader.read(1).getRGB(20, 10))).isEqualTo(Color.BLUE);
      IIOMetadataNode root =
          (IIOMetadataNode) reader.getImageMetadata(1).getAsTree("javax_imageio_gif_image_1.0");
      IIOMetadataNode control =
          (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
      assertThat(control.getAttribute("delayTime")).isEqualTo("150");
    } finally {
      reader.dispose();
    }
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .contains("NETSCAPE2.0");
  }

  @Test
  void what_is_no_picture_is_named() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "no picture");

    assertThatThrownBy(() -> writer.write(List.of(text), folder.resolve("tour.gif")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("text.png");
  }
}
