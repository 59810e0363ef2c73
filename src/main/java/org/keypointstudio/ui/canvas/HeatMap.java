package org.keypointstudio.ui.canvas;

import java.nio.IntBuffer;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;

/**
 * How often keypoints lie where in their images, over a whole data set: counts on a grid over the
 * image, blurred. Places outside the image do not count.
 */
public final class HeatMap {
  /** The longer side of the grid, in cells. */
  private static final int CELLS = 96;

  /** Of the blur, in cells; it is the standard deviation of two passes of a box. */
  private static final int BLUR = 2;

  private static final double STRONGEST = 0.8;

  private final int columns;
  private final int rows;
  private final double[] density;

  private HeatMap(int columns, int rows, double[] density) {
    this.columns = columns;
    this.rows = rows;
    this.density = density;
  }

  /**
   * The map of one keypoint, or of all.
   *
   * @param keypoint index in the schema; less than 0 for all keypoints
   * @param size of the image that the map is laid over; coordinates count as pixels of it
   */
  public static HeatMap of(List<Annotation> faces, int keypoint, ImageSize size) {
    double cell = Math.max(size.width(), size.height()) / (double) CELLS;
    int columns = (int) Math.ceil(size.width() / cell);
    int rows = (int) Math.ceil(size.height() / cell);
    double[] counts = new double[columns * rows];
    for (Annotation face : faces) {
      int first = Math.max(0, keypoint);
      int end = keypoint < 0 ? face.size() : keypoint + 1;
      for (int index = first; index < end; index++) {
        int column = (int) Math.floor((face.x(index) + 0.5) / cell);
        int row = (int) Math.floor((face.y(index) + 0.5) / cell);
        if (face.isPlaced(index) && column >= 0 && column < columns && row >= 0 && row < rows) {
          counts[row * columns + column]++;
        }
      }
    }
    return new HeatMap(columns, rows, blurred(columns, rows, counts));
  }

  private static double[] blurred(int columns, int rows, double[] counts) {
    double[] blurred = counts;
    for (int pass = 0; pass < 2; pass++) {
      blurred = boxed(columns, rows, blurred, 1, 0);
      blurred = boxed(columns, rows, blurred, 0, 1);
    }
    return blurred;
  }

  private static double[] boxed(int columns, int rows, double[] values, int stepX, int stepY) {
    double[] result = new double[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double sum = 0;
        for (int offset = -BLUR; offset <= BLUR; offset++) {
          int x = column + offset * stepX;
          int y = row + offset * stepY;
          sum += x < 0 || x >= columns || y < 0 || y >= rows ? 0 : values[y * columns + x];
        }
        result[row * columns + column] = sum / (2 * BLUR + 1);
      }
    }
    return result;
  }

  /**
   * How dense it is at a place of the image, 0 (never) to 1 (nowhere denser).
   *
   * @param share of the image's width, from its left edge
   * @param shareDown of the image's height, from its top edge
   */
  public double at(double share, double shareDown) {
    int column = Math.clamp((int) (share * columns), 0, columns - 1);
    int row = Math.clamp((int) (shareDown * rows), 0, rows - 1);
    return density[row * columns + column] / greatest();
  }

  private double greatest() {
    double greatest = Double.MIN_VALUE;
    for (double value : density) {
      greatest = Math.max(greatest, value);
    }
    return greatest;
  }

  /** The map as a picture: the denser, the less transparent and the brighter. */
  public Image toImage() {
    double greatest = greatest();
    IntBuffer pixels = IntBuffer.allocate(density.length);
    for (double value : density) {
      double share = Math.sqrt(value / greatest);
      double alpha = STRONGEST * share;
      pixels.put(
          channel(alpha) << 24
              | channel(alpha) << 16
              | channel(alpha * share * 0.8) << 8
              | channel(alpha * share * share * 0.3));
    }
    pixels.flip();
    return new WritableImage(
        new PixelBuffer<>(columns, rows, pixels, PixelFormat.getIntArgbPreInstance()));
  }

  private static int channel(double share) {
    return (int) Math.round(255 * share);
  }
}
