package org.keypointstudio.training.loop;

import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.network.InputFrame;

/** Faces as a network takes them: input-sized grey bytes, and coordinates in input pixels. */
final class EncodedFaces {
  private final InputFrame frame;
  private final int keypoints;
  private final byte[][] pixels;
  private final float[][] coordinates;
  private final float[][] imagePixelsPerInputPixel;

  /**
   * Encodes the chosen faces.
   *
   * @param rows positions in the snapshot
   */
  EncodedFaces(TrainingFaces faces, int[] rows, InputFrame frame) {
    this.frame = frame;
    keypoints = faces.schema().size();
    pixels = new byte[rows.length][frame.pixelCount()];
    coordinates = new float[rows.length][2 * keypoints];
    imagePixelsPerInputPixel = new float[rows.length][2];
    for (int i = 0; i < rows.length; i++) {
      GrayImage image = faces.images().get(rows[i]);
      frame.copyPixels(image, pixels[i], 0);
      encode(faces.annotations().get(rows[i]), image, coordinates[i]);
      imagePixelsPerInputPixel[i][0] = (float) image.width() / frame.width();
      imagePixelsPerInputPixel[i][1] = (float) image.height() / frame.height();
    }
  }

  private EncodedFaces(EncodedFaces faces, float[][] coordinates) {
    frame = faces.frame;
    keypoints = faces.keypoints;
    pixels = faces.pixels;
    this.coordinates = coordinates;
    imagePixelsPerInputPixel = faces.imagePixelsPerInputPixel;
  }

  /** The same images with other coordinates, in input pixels, NaN where there is none. */
  EncodedFaces withCoordinates(float[][] others) {
    return new EncodedFaces(this, others);
  }

  private void encode(Annotation annotation, GrayImage image, float[] target) {
    for (int k = 0; k < keypoints; k++) {
      target[2 * k] = (float) frame.toInputX(annotation.x(k), image.width());
      target[2 * k + 1] = (float) frame.toInputY(annotation.y(k), image.height());
    }
  }

  /** What the pixels are. */
  InputFrame frame() {
    return frame;
  }

  /** The number of faces. */
  int size() {
    return pixels.length;
  }

  /** The number of coordinates of a face. */
  int coordinateCount() {
    return 2 * keypoints;
  }

  /** Grey bytes of a face, row by row; must not be changed. */
  byte[] pixels(int face) {
    return pixels[face];
  }

  /** A coordinate in input pixels; NaN where the keypoint is not placed. */
  float coordinate(int face, int index) {
    return coordinates[face][index];
  }

  /** How many pixels of the face's own image one input pixel makes along a coordinate's axis. */
  float imagePixelsPerInputPixel(int face, int coordinate) {
    return imagePixelsPerInputPixel[face][coordinate % 2];
  }
}
