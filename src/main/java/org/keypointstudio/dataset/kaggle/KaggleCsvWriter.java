package org.keypointstudio.dataset.kaggle;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;

/**
 * Writes faces row by row in the schema of Kaggle's {@code training.csv}: a column {@code name_x}
 * and a column {@code name_y} for each keypoint, then {@code Image}, the grey levels of 96 × 96
 * pixels separated by spaces. A keypoint without a place is two empty cells. Lines end with LF, as
 * Kaggle's do; nothing is quoted, for nothing needs it.
 *
 * <p>Holds one row in memory at a time. Not safe for use by several threads.
 */
public final class KaggleCsvWriter implements Closeable {
  /** Width and height of every image in Kaggle's files. */
  public static final ImageSize IMAGE_SIZE = new ImageSize(96, 96);

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LONGEST_PIXEL = 4;
  private static final byte[][] PIXELS = spacedPixels();

  private final OutputStream out;
  private final KeypointSchema schema;
  private final byte[] pixels = new byte[IMAGE_SIZE.pixelCount()];
  private final byte[] line = new byte[IMAGE_SIZE.pixelCount() * LONGEST_PIXEL];

  /**
   * Starts the file by writing its header.
   *
   * @param out takes the file's bytes; closed with this writer
   * @param schema names the columns
   * @throws IOException if the header cannot be written
   */
  public KaggleCsvWriter(OutputStream out, KeypointSchema schema) throws IOException {
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
    this.schema = schema;
    this.out.write(header(schema).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[][] spacedPixels() {
    byte[][] texts = new byte[256][];
    for (int level = 0; level < texts.length; level++) {
      texts[level] = (level + " ").getBytes(StandardCharsets.US_ASCII);
    }
    return texts;
  }

  private static String header(KeypointSchema schema) {
    StringBuilder header = new StringBuilder();
    for (String name : schema.keypointNames()) {
      header.append(name).append("_x,").append(name).append("_y,");
    }
    return header.append("Image\n").toString();
  }

  /**
   * Writes one face.
   *
   * @param annotation its keypoints, in the schema's order
   * @param image its picture, 96 × 96 pixels
   * @throws IllegalArgumentException if the annotation has another number of keypoints than the
   *     schema, or the image another size
   * @throws IOException if the row cannot be written
   */
  public void write(Annotation annotation, GrayImage image) throws IOException {
    if (annotation.size() != schema.size()) {
      throw new IllegalArgumentException(
          "A row of %s has %d keypoints, not %d"
              .formatted(schema.name(), schema.size(), annotation.size()));
    }
    if (!image.size().equals(IMAGE_SIZE)) {
      throw new IllegalArgumentException(
          "An image of Kaggle's files is %s, not %s".formatted(IMAGE_SIZE, image.size()));
    }
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < annotation.size(); i++) {
      boolean placed = annotation.isPlaced(i);
      cells.append(placed ? cell(annotation.x(i)) : "").append(',');
      cells.append(placed ? cell(annotation.y(i)) : "").append(',');
    }
    out.write(cells.toString().getBytes(StandardCharsets.US_ASCII));
    writePixels(image);
  }

  /**
   * The shortest decimal number that reads back as this value, without an exponent and with at
   * least one decimal, as pandas writes it.
   */
  private static String cell(double value) {
    BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
    return (shortest.scale() < 1 ? shortest.setScale(1) : shortest).toPlainString();
  }

  private void writePixels(GrayImage image) throws IOException {
    image.copyTo(pixels, 0);
    int length = 0;
    for (byte pixel : pixels) {
      byte[] text = PIXELS[pixel & 0xff];
      System.arraycopy(text, 0, line, length, text.length);
      length += text.length;
    }
    line[length - 1] = '\n';
    out.write(line, 0, length);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
