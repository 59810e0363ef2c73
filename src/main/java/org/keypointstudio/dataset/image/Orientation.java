package org.keypointstudio.dataset.image;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;
import org.keypointstudio.model.ColorImage;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

/**
 * How the stored pixels of a photograph must be turned to be upright (Exif 2.32, tag 274; TIFF 6.0,
 * "Orientation"). Cameras store what the sensor saw and say how it was held; other programs turn
 * the image before people place keypoints in it.
 *
 * @param code 1 for upright, 2–8 as the standard numbers them
 */
record Orientation(int code) {
  static final Orientation UPRIGHT = new Orientation(1);
  private static final int JPEG_START = 0xffd8;
  private static final int APP1 = 0xffe1;
  private static final int START_OF_SCAN = 0xffda;
  private static final long EXIF = 0x457869660000L;
  private static final int ORIENTATION_TAG = 274;
  private static final int SHORT = 3;
  private static final int LITTLE_ENDIAN = 0x4949;
  private static final int BIG_ENDIAN = 0x4d4d;
  private static final int TIFF_MAGIC = 42;
  private static final int FIRST_TURNED = 5;

  /**
   * Reads what a JPEG or TIFF file says; of other files, and of ones that are damaged, that they
   * are upright. Only a few bytes are read, and no count in the file is trusted.
   *
   * @param in at any position, where it is left again
   */
  static Orientation of(ImageInputStream in) throws IOException {
    long position = in.getStreamPosition();
    ByteOrder order = in.getByteOrder();
    try {
      in.seek(0);
      in.setByteOrder(ByteOrder.BIG_ENDIAN);
      int start = in.readUnsignedShort();
      if (start == JPEG_START) {
        return ofJpeg(in);
      }
      return start == LITTLE_ENDIAN || start == BIG_ENDIAN ? ofTiff(in, 0) : UPRIGHT;
    } catch (IOException | IndexOutOfBoundsException _) {
      return UPRIGHT; // cut off in the midst of what only says how it is turned
    } finally {
      in.setByteOrder(order);
      in.seek(position);
    }
  }

  private static Orientation ofJpeg(ImageInputStream in) throws IOException {
    for (int marker = in.readUnsignedShort();
        marker > 0xff00 && marker != START_OF_SCAN;
        marker = in.readUnsignedShort()) {
      long segment = in.getStreamPosition();
      int length = in.readUnsignedShort();
      if (marker == APP1 && length > 8 && in.readBits(48) == EXIF) {
        return ofTiff(in, segment + 8);
      }
      in.seek(segment + length);
    }
    return UPRIGHT;
  }

  private static Orientation ofTiff(ImageInputStream in, long start) throws IOException {
    in.seek(start);
    in.setByteOrder(ByteOrder.BIG_ENDIAN);
    boolean little = in.readUnsignedShort() == LITTLE_ENDIAN;
    in.setByteOrder(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if (in.readUnsignedShort() != TIFF_MAGIC) {
      return UPRIGHT;
    }
    in.seek(start + in.readUnsignedInt());
    int entries = in.readUnsignedShort();
    for (int i = 0; i < entries; i++) {
      int tag = in.readUnsignedShort();
      int type = in.readUnsignedShort();
      in.readUnsignedInt(); // how many values: there is one
      int value = in.readUnsignedShort();
      in.readUnsignedShort();
      if (tag == ORIENTATION_TAG) {
        return type == SHORT && value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** The size of the upright image. */
  ImageSize upright(ImageSize stored) {
    return code < FIRST_TURNED
        ? stored
        : new ImageSize(/* width= */ stored.height(), /* height= */ stored.width());
  }

  /** The upright image. */
  GrayImage upright(GrayImage stored) {
    if (code == 1) {
      return stored;
    }
    ImageSize size = upright(stored.size());
    byte[] pixels = new byte[size.pixelCount()];
    int width = stored.width();
    for (int i = 0; i < pixels.length; i++) {
      int source = source(i % size.width(), i / size.width(), stored.size());
      pixels[i] = (byte) stored.at(source % width, source / width);
    }
    return new GrayImage(size, pixels);
  }

  /** The upright image. */
  ColorImage upright(ColorImage stored) {
    if (code == 1) {
      return stored;
    }
    ImageSize size = upright(stored.size());
    int[] pixels = new int[size.pixelCount()];
    int width = stored.size().width();
    for (int i = 0; i < pixels.length; i++) {
      int source = source(i % size.width(), i / size.width(), stored.size());
      pixels[i] = stored.rgbAt(source % width, source / width);
    }
    return new ColorImage(size, pixels);
  }

  /** Which stored pixel, counted row by row, is at a place of the upright image. */
  private int source(int x, int y, ImageSize stored) {
    int right = stored.width() - 1;
    int bottom = stored.height() - 1;
    return switch (code) {
      case 2 -> index(right - x, y, stored);
      case 3 -> index(right - x, bottom - y, stored);
      case 4 -> index(x, bottom - y, stored);
      case 5 -> index(y, x, stored);
      case 6 -> index(y, bottom - x, stored);
      case 7 -> index(right - y, bottom - x, stored);
      default -> index(right - y, x, stored);
    };
  }

  private static int index(int x, int y, ImageSize size) {
    return y * size.width() + x;
  }
}
