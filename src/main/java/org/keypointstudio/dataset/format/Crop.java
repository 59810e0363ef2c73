package org.keypointstudio.dataset.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ColorImage;
import org.keypointstudio.model.FacePixels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;

/**
 * The part of an image that shows one face: whole pixels, so that a coordinate of the crop is one
 * of the image less a whole number.
 *
 * @param left first column, in pixels of the whole image; 0 or more
 * @param top first row, in pixels of the whole image; 0 or more
 * @param right column behind the last one; beyond the image it ends there
 * @param bottom row behind the last one; beyond the image it ends there
 */
record Crop(int left, int top, int right, int bottom) {

  /** The whole of an image, whatever its size. */
  static final Crop WHOLE = new Crop(0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** The smallest crop that holds a box; the whole image without a box. */
  static Crop of(Optional<FaceBox> box) {
    return box.map(
            face ->
                new Crop(
                    (int) Math.max(0, Math.floor(face.left())),
                    (int) Math.max(0, Math.floor(face.top())),
                    (int) Math.max(0, Math.ceil(face.right())),
                    (int) Math.max(0, Math.ceil(face.bottom()))))
        .orElse(WHOLE);
  }

  /**
   * The size of this crop of an image.
   *
   * @throws IOException if it lies outside the image
   */
  ImageSize sizeIn(ImageSize image) throws IOException {
    int width = Math.min(right, image.width()) - left;
    int height = Math.min(bottom, image.height()) - top;
    if (width < 1 || height < 1) {
      throw new IOException(
          "The box from (%d, %d) to (%d, %d) lies outside its image of %s pixels: correct the box."
              .formatted(left, top, right, bottom, image));
    }
    return new ImageSize(width, height);
  }

  /**
   * This crop of an image.
   *
   * @throws IOException if it lies outside the image
   */
  GrayImage of(GrayImage image) throws IOException {
    ImageSize size = sizeIn(image.size());
    if (size.equals(image.size())) {
      return image;
    }
    byte[] pixels = new byte[size.pixelCount()];
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        pixels[y * size.width() + x] = (byte) image.at(left + x, top + y);
      }
    }
    return new GrayImage(size, pixels);
  }

  /**
   * This crop of an image, in its colours where it has them.
   *
   * @throws IOException if it lies outside the image
   */
  FacePixels of(FacePixels image) throws IOException {
    return switch (image) {
      case GrayImage gray -> of(gray);
      case ColorImage color -> of(color);
    };
  }

  private ColorImage of(ColorImage image) throws IOException {
    ImageSize size = sizeIn(image.size());
    if (size.equals(image.size())) {
      return image;
    }
    int[] pixels = new int[size.pixelCount()];
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        pixels[y * size.width() + x] = image.rgbAt(left + x, top + y);
      }
    }
    return new ColorImage(size, pixels);
  }

  /** Coordinates of the whole image as those of this crop. */
  Annotation toCrop(Annotation annotation) {
    return shifted(annotation, -left, -top);
  }

  /**
   * Coordinates of this crop as those of the whole image. What did not change since the file was
   * read is what the file gives, to the last bit.
   *
   * @param read the annotation of the whole image as the file gives it; it may lack the last
   *     keypoints
   */
  Annotation toImage(Annotation annotation, Annotation read) {
    Annotation readInCrop = toCrop(read);
    List<Keypoint> keypoints = new ArrayList<>(annotation.size());
    for (int i = 0; i < annotation.size(); i++) {
      Keypoint keypoint = annotation.keypoint(i);
      boolean unmoved =
          i < read.size()
              && keypoint.isPlaced()
              && keypoint.x() == readInCrop.x(i)
              && keypoint.y() == readInCrop.y(i);
      keypoints.add(
          unmoved
              ? new Keypoint(read.x(i), read.y(i), keypoint.visibility())
              : shifted(keypoint, left, top));
    }
    return Annotation.of(keypoints);
  }

  private Annotation shifted(Annotation annotation, double dx, double dy) {
    return left == 0 && top == 0
        ? annotation
        : Annotation.of(
            annotation.keypoints().stream().map(keypoint -> shifted(keypoint, dx, dy)).toList());
  }

  private static Keypoint shifted(Keypoint keypoint, double dx, double dy) {
    return keypoint.isPlaced()
        ? new Keypoint(keypoint.x() + dx, keypoint.y() + dy, keypoint.visibility())
        : keypoint;
  }
}
