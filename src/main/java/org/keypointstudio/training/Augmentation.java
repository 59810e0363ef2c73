package org.keypointstudio.training;

/**
 * How training faces are varied, anew each time they are seen. Each number is the widest deviation
 * to either side, drawn evenly; 0 leaves that property alone. The keypoints move with the pixels.
 *
 * @param flips whether half of the faces of each batch are mirrored, left and right keypoints
 *     changing places
 * @param rotationDegrees turn about the middle of the image
 * @param scale share by which the face grows or shrinks
 * @param shiftPixels shift along each axis, in pixels of the network's input
 * @param shear shift of a row by so many pixels for each pixel that it lies off the middle
 * @param warpPixels how far the parts of the face move against each other: shift of each node of a
 *     grid of 5 × 5, between which the image is stretched evenly, in pixels of the network's input
 * @param brightness shift of all greys, in standard deviations of the image's greys
 * @param contrast share by which differences of grey grow or shrink
 * @param noise standard deviation of noise added to each pixel, up to this value, in standard
 *     deviations of the image's greys
 * @param blur strength of a 3 × 3 blur, up to this value; 1 is the binomial filter (1 2 1)
 */
public record Augmentation(
    boolean flips,
    double rotationDegrees,
    double scale,
    double shiftPixels,
    double shear,
    double warpPixels,
    double brightness,
    double contrast,
    double noise,
    double blur) {

  /** Faces as they are. */
  public static Augmentation none() {
    return new Augmentation(false, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Mirrored faces only. */
  public static Augmentation flipsOnly() {
    return new Augmentation(true, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** What a photograph of the same face might have looked like otherwise. */
  public static Augmentation strong() {
    return new Augmentation(true, 12, 0.12, 4, 0.05, 3, 0.2, 0.2, 0.1, 0.5);
  }

  /** What a network is trained with unless told otherwise. */
  public static Augmentation defaultOf(ModelKind model) {
    return switch (model) {
      case SEQUENTIAL, CNN -> none();
      case CNN_FLIP -> flipsOnly();
      case COMPACT -> strong();
    };
  }

  /**
   * @throws IllegalArgumentException with a sentence for the person if a value makes no sense
   */
  public Augmentation {
    requireRange("rotation", rotationDegrees, 180);
    requireRange("scale", scale, 0.9);
    requireRange("shift", shiftPixels, 48);
    requireRange("shear", shear, 1);
    requireRange("warp", warpPixels, 6);
    requireRange("brightness", brightness, 10);
    requireRange("contrast", contrast, 0.95);
    requireRange("noise", noise, 10);
    requireRange("blur", blur, 1);
  }

  private static void requireRange(String name, double value, double highest) {
    if (!(value >= 0 && value <= highest)) {
      throw new IllegalArgumentException(
          "The %s of the augmentation must lie between 0 and %s, but is %s."
              .formatted(name, highest, value));
    }
  }

  /** Whether pixels move other than by mirroring. */
  public boolean movesPixels() {
    return rotationDegrees > 0 || scale > 0 || shiftPixels > 0 || shear > 0 || warpPixels > 0;
  }

  /** Whether greys change. */
  public boolean changesGreys() {
    return brightness > 0 || contrast > 0 || noise > 0 || blur > 0;
  }
}
