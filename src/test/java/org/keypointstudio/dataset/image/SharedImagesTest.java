package org.keypointstudio.dataset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.model.FacePixels;
import org.keypointstudio.model.GrayImage;

class SharedImagesTest {
  private final SharedImages<GrayImage> images = new SharedImages<>(GrayImageFile::read);
  private @TempDir Path folder;

  private Path write(String name, int grey) throws IOException {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 16; i++) {
      image.getRaster().setSample(i % 4, i / 4, 0, grey);
    }
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  @Test
  void an_image_is_decoded_once_for_all_who_want_it() throws Exception {
    Path file = write("a.png", 7);
    Set<GrayImage> decoded = Collections.newSetFromMap(new IdentityHashMap<>());
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<GrayImage> image :
          threads.invokeAll(
              IntStream.range(0, 20)
                  .<Callable<GrayImage>>mapToObj(_ -> () -> images.read(file))
                  .toList())) {
        decoded.add(image.get());
      }
    }

    assertThat(decoded).hasSize(1);
    assertThat(decoded.iterator().next().at(1, 1)).isEqualTo(7);
  }

  @Test
  void images_in_their_colours_are_decoded_once_too() throws IOException {
    SharedImages<FacePixels> inColor = new SharedImages<>(GrayImageFile::readInColor);
    Path file = write("a.png", 7);

    assertThat(inColor.read(file)).isSameAs(inColor.read(file));
  }

  @Test
  void a_file_that_was_changed_is_read_anew() throws IOException {
    Path file = write("a.png", 7);
    images.read(file);

    write("a.png", 9);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));

    assertThat(images.read(file).at(0, 0)).isEqualTo(9);
  }

  @Test
  void only_the_last_few_are_kept() throws IOException {
    GrayImage first = images.read(write("first.png", 1));
    for (int i = 0; i < 20; i++) {
      images.read(write(i + ".png", i));
    }

    assertThat(images.read(folder.resolve("first.png"))).isNotSameAs(first);
  }

  @Test
  void a_damaged_image_is_told_each_time_and_read_once_it_is_mended() throws IOException {
    Path file = Files.writeString(folder.resolve("a.png"), "no image");
    FileTime time = Files.getLastModifiedTime(file);

    assertThatThrownBy(() -> images.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.png");
    assertThatThrownBy(() -> images.read(file)).isInstanceOf(IOException.class);

    write("a.png", 5);
    Files.setLastModifiedTime(file, time);
    assertThat(images.read(file).at(0, 0)).isEqualTo(5);
  }

  @Test
  void a_missing_image_is_told() {
    assertThatThrownBy(() -> images.read(folder.resolve("none.png")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.png");
  }
}
