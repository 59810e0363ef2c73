package org.keypointstudio.dataset.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.model.ColorImage;
import org.keypointstudio.model.FacePixels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

/**
 * Reads image files (PNG, JPEG, BMP, GIF, TIFF, WebP), whose type their first bytes tell and not
 * their names. Photographs come out upright, as their camera says that it was held.
 */
public final class GrayImageFile {
  /** Larger than any camera's; a hostile header may claim any size. */
  private static final long MOST_PIXELS = 100_000_000;

  private GrayImageFile() {}

  /** Reads something from an open file. */
  @FunctionalInterface
  private interface Reading<T> {
    T from(ImageReader reader, ImageSize size, Orientation orientation) throws IOException;
  }

  /**
   * Reads a whole image as grey: luma of ITU-R BT.601, 0.299 R + 0.587 G + 0.114 B; transparency is
   * ignored, and of 16 bits the upper eight are kept.
   *
   * @throws IOException with a sentence that names the file
   */
  public static GrayImage read(Path file) throws IOException {
    return open(file, (reader, size, orientation) -> orientation.upright(toGray(reader.read(0))));
  }

  /**
   * Reads a whole image with its colours; grey if it has none. Transparency is ignored, and of 16
   * bits the upper eight are kept.
   *
   * @throws IOException with a sentence that names the file
   */
  public static FacePixels readInColor(Path file) throws IOException {
    return open(file, (reader, size, orientation) -> inColor(reader.read(0), orientation));
  }

  private static FacePixels inColor(BufferedImage image, Orientation orientation) {
    if (isGray(image.getColorModel())) {
      return orientation.upright(toGray(image));
    }
    ColorImage color = toColor(image);
    return color.isColorless() ? orientation.upright(color.toGray()) : orientation.upright(color);
  }

  private static ColorImage toColor(BufferedImage image) {
    ImageSize size = new ImageSize(image.getWidth(), image.getHeight());
    int[] pixels = new int[size.pixelCount()];
    if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
        && image.getRaster().getDataBuffer() instanceof DataBufferByte data
        && data.getSize() == 3 * pixels.length) {
      byte[] bytes = data.getData();
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] =
            (bytes[3 * i + 2] & 0xff) << 16
                | (bytes[3 * i + 1] & 0xff) << 8
                | (bytes[3 * i] & 0xff);
      }
    } else {
      image.getRGB(0, 0, size.width(), size.height(), pixels, 0, size.width());
    }
    return new ColorImage(size, pixels);
  }

  /**
   * Reads no more than the size.
   *
   * @throws IOException with a sentence that names the file
   */
  public static ImageSize size(Path file) throws IOException {
    return open(file, (reader, size, orientation) -> orientation.upright(size));
  }

  /**
   * Reads a whole image that is no file, as {@link #read(Path)} does.
   *
   * @param name for the sentence
   * @param bytes of the image; what is behind it is not looked at
   * @throws IOException with a sentence that names the image
   */
  public static GrayImage read(String name, byte[] bytes) throws IOException {
    return open(
        name, bytes, (reader, size, orientation) -> orientation.upright(toGray(reader.read(0))));
  }

  /**
   * Reads a whole image that is no file, as {@link #readInColor(Path)} does.
   *
   * @param name for the sentence
   * @param bytes of the image; what is behind it is not looked at
   * @throws IOException with a sentence that names the image
   */
  public static FacePixels readInColor(String name, byte[] bytes) throws IOException {
    return open(name, bytes, (reader, size, orientation) -> inColor(reader.read(0), orientation));
  }

  /**
   * Reads no more than the size of an image that is no file.
   *
   * @throws IOException with a sentence that names the image
   */
  public static ImageSize size(String name, byte[] bytes) throws IOException {
    return open(name, bytes, (reader, size, orientation) -> orientation.upright(size));
  }

  private static <T> T open(Path file, Reading<T> reading) throws IOException {
    String name = CsvSource.fileName(file);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchImageException(name);
    }
    return open(name, file.toFile(), reading);
  }

  private static <T> T open(String name, byte[] bytes, Reading<T> reading) throws IOException {
    return open(name, new ByteArrayInputStream(bytes), reading);
  }

  private static <T> T open(String name, Object source, Reading<T> reading) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(source)) {
      return decode(in, reading);
    } catch (IOException | RuntimeException problem) {
      // Java's decoders throw exceptions of all kinds at damaged files.
      throw new DataSetException(
          "The image %s cannot be read (%s): replace it or remove its row."
              .formatted(name, problem.getMessage()),
          problem);
    }
  }

  /**
   * Lets the decoders that take a file have a go at it in turn: Java's own is fast, but gives up at
   * JPEG in CMYK and at rare kinds of TIFF, which another one reads.
   */
  private static <T> T decode(ImageInputStream in, Reading<T> reading) throws IOException {
    Orientation orientation = Orientation.of(in);
    Optional<IOException> firstProblem = Optional.empty();
    for (ImageReader reader : readers(in)) {
      try {
        in.seek(0);
        reader.setInput(in, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
          throw new IOException("it claims to have %,d pixels".formatted(pixels));
        }
        return reading.from(
            reader, new ImageSize(reader.getWidth(0), reader.getHeight(0)), orientation);
      } catch (IOException | RuntimeException problem) {
        if (firstProblem.isEmpty()) {
          firstProblem = Optional.of(new IOException(problem.getMessage(), problem));
        }
      } finally {
        reader.dispose();
      }
    }
    throw firstProblem.orElseGet(() -> new IOException("it is of no known type"));
  }

  /** The decoders that know the type of a file, those of Java first. */
  private static List<ImageReader> readers(ImageInputStream in) {
    List<ImageReader> readers = new ArrayList<>();
    ImageIO.getImageReaders(in).forEachRemaining(readers::add);
    readers.sort(
        Comparator.comparing(
            reader -> !reader.getClass().getPackageName().startsWith("com.sun.imageio")));
    return readers;
  }

  private static GrayImage toGray(BufferedImage image) {
    ImageSize size = new ImageSize(image.getWidth(), image.getHeight());
    byte[] pixels = new byte[size.pixelCount()];
    if (isGray(image.getColorModel())) {
      copyGray(image.getRaster(), image.getColorModel().getComponentSize(0), pixels);
    } else if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
        && image.getRaster().getDataBuffer() instanceof DataBufferByte data
        && data.getSize() == 3 * pixels.length) {
      copyLuma(data.getData(), pixels);
    } else {
      copyLuma(image, pixels);
    }
    return new GrayImage(size, pixels);
  }

  /** Whether samples are grey values already; Java's own conversion would brighten them. */
  private static boolean isGray(ColorModel colors) {
    return !(colors instanceof IndexColorModel)
        && colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  private static void copyGray(Raster raster, int bits, byte[] pixels) {
    int width = raster.getWidth();
    int largest = (1 << bits) - 1;
    int[] row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = (byte) (bits == 16 ? row[x] >> 8 : row[x] * 255 / largest);
      }
    }
  }

  private static void copyLuma(BufferedImage image, byte[] pixels) {
    int width = image.getWidth();
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = ColorImage.luma(row[x]);
      }
    }
  }

  /** What most files are, without asking the colour model for each pixel. */
  private static void copyLuma(byte[] blueGreenRed, byte[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      int blue = blueGreenRed[3 * i] & 0xff;
      int green = blueGreenRed[3 * i + 1] & 0xff;
      int red = blueGreenRed[3 * i + 2] & 0xff;
      pixels[i] = ColorImage.luma(red << 16 | green << 8 | blue);
    }
  }
}
