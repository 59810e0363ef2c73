package org.keypointstudio.dataset.kaggle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.keypointstudio.model.KeypointSchema;

/** Makes files in Kaggle's format for tests. */
public final class KaggleText {
  private KaggleText() {}

  /** The header of Kaggle's training file. */
  public static String header() {
    StringBuilder header = new StringBuilder();
    for (String name : KeypointSchema.kaggle15().keypointNames()) {
      header.append(name).append("_x,").append(name).append("_y,");
    }
    return header.append("Image").toString();
  }

  /** A row with these coordinates, the remaining ones of the thirty being empty. */
  public static String row(String image, String... coordinates) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      row.append(i < coordinates.length ? coordinates[i] : "").append(',');
    }
    return row.append(image).toString();
  }

  /** An image of so many pixels, 0 to 255 in turn from {@code first} on. */
  public static String image(int pixels, int first) {
    StringBuilder image = new StringBuilder();
    for (int i = 0; i < pixels; i++) {
      image.append(i == 0 ? "" : " ").append((first + i) % 256);
    }
    return image.toString();
  }

  /** An image whose pixels are all the same. */
  public static String image(int pixels, String value) {
    return String.join(" ", Collections.nCopies(pixels, value));
  }

  /** Writes a file of lines that end in LF. */
  public static Path write(Path file, String... lines) {
    return write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file. */
  public static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Packs bytes with gzip. */
  public static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** Packs files into a zip archive. */
  public static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      for (String name : List.copyOf(files.keySet())) {
        out.putNextEntry(new ZipEntry(name));
        out.write(files.get(name));
        out.closeEntry();
      }
    }
    return packed.toByteArray();
  }
}
