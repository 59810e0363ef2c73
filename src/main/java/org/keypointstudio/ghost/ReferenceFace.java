package org.keypointstudio.ghost;

import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

/**
 * What a face looks like on average, for showing where a keypoint goes: pictures shifted, scaled
 * and turned onto the mean shape, and averaged.
 *
 * @param image a square picture
 * @param points of the mean shape, in pixels of the picture; keypoints that nobody has labelled
 *     have no place
 */
public record ReferenceFace(GrayImage image, Annotation points) {
  /** How much is seen about the keypoints, in sizes of the mean shape. */
  private static final double MARGIN = 0.4;

  /**
   * A labelled face.
   *
   * @param points in pixels of the image
   * @param image the face
   */
  public record Example(Annotation points, GrayImage image) {}

  /**
   * The mean of some faces.
   *
   * @param shape the mean shape, with two keypoints at least
   * @param examples faces with two keypoints at least; without any, the picture is black
   * @param side of the picture, in pixels
   * @throws IllegalArgumentException if the shape has fewer than two keypoints
   */
  public static ReferenceFace of(MeanShape shape, List<Example> examples, int side) {
    Annotation mean = shape.mean();
    if (mean.placedCount() < 2) {
      throw new IllegalArgumentException("A shape needs two keypoints at least");
    }
    Similarity toMean = view(mean, side);
    double[] sums = new double[side * side];
    for (Example example : examples) {
      add(sums, side, toMean, Similarity.fit(mean, example.points), example.image);
    }
    byte[] pixels = new byte[sums.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(sums[i] / Math.max(1, examples.size()));
    }
    return new ReferenceFace(
        new GrayImage(new ImageSize(side, side), pixels), toMean.inverse().applyTo(mean));
  }

  /** From pixels of the picture to where faces stand on average. */
  private static Similarity view(Annotation mean, int side) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < mean.size(); k++) {
      if (mean.isPlaced(k)) {
        left = Math.min(left, mean.x(k));
        right = Math.max(right, mean.x(k));
        top = Math.min(top, mean.y(k));
        bottom = Math.max(bottom, mean.y(k));
      }
    }
    double size = Math.max(1, Math.max(right - left, bottom - top));
    double scale = size * (1 + 2 * MARGIN) / side;
    double half = scale * (side - 1) / 2;
    return new Similarity(scale, 0, (left + right) / 2 - half, (top + bottom) / 2 - half);
  }

  private static void add(
      double[] sums, int side, Similarity toMean, Similarity toFace, GrayImage image) {
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double meanX = toMean.x(x, y);
        double meanY = toMean.y(x, y);
        sums[y * side + x] += grey(image, toFace.x(meanX, meanY), toFace.y(meanX, meanY));
      }
    }
  }

  /** Bilinear; beyond the edge as at the edge. */
  private static double grey(GrayImage image, double x, double y) {
    double insideX = Math.clamp(x, 0, image.width() - 1.0);
    double insideY = Math.clamp(y, 0, image.height() - 1.0);
    int left = (int) insideX;
    int top = (int) insideY;
    int right = Math.min(left + 1, image.width() - 1);
    int bottom = Math.min(top + 1, image.height() - 1);
    double alongX = insideX - left;
    double alongY = insideY - top;
    return (1 - alongY) * ((1 - alongX) * image.at(left, top) + alongX * image.at(right, top))
        + alongY * ((1 - alongX) * image.at(left, bottom) + alongX * image.at(right, bottom));
  }
}
