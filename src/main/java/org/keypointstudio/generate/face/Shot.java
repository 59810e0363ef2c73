package org.keypointstudio.generate.face;

/**
 * Everything about a picture that is not the person.
 *
 * @param pose how the head is turned and framed
 * @param expression what the face does
 * @param lighting where the light comes from
 * @param backdrop what is behind
 * @param film what the camera does to the picture
 * @param seed gives the noise and the details of the backdrop
 */
public record Shot(
    Pose pose, Expression expression, Lighting lighting, Backdrop backdrop, Film film, long seed) {

  /**
   * The head in the frame. Angles are in radians.
   *
   * @param yaw positive when the subject turns to its left (to the right in the picture)
   * @param pitch positive when the subject looks up
   * @param roll positive when the head leans to the right in the picture
   * @param interOcular distance between the eyes as a share of the picture's width, before turning
   * @param centreX place of the middle of the features in the picture, 0 left to 1 right
   * @param centreY place of the middle of the features in the picture, 0 top to 1 bottom
   */
  public record Pose(
      double yaw, double pitch, double roll, double interOcular, double centreX, double centreY) {}

  /**
   * What the face does.
   *
   * @param smile −0.5 (corners of the mouth down) to 1
   * @param mouthOpen gap between the lips at the middle, in inter-ocular distances
   * @param teeth whether an open mouth shows the upper teeth, 0 to 1
   * @param browRaise −1 (frown) to 1 (raised)
   * @param lids 0 closed, 1 relaxed, up to 1.3 wide open
   * @param gazeX −1 to 1, where the eyes look; positive is right in the picture
   * @param gazeY −1 to 1, positive is up
   */
  public record Expression(
      double smile,
      double mouthOpen,
      double teeth,
      double browRaise,
      double lids,
      double gazeX,
      double gazeY) {}

  /**
   * Light as the camera sees it.
   *
   * @param azimuth direction of the key light in radians: 0 from the camera, positive from the
   *     right
   * @param elevation height of the key light in radians
   * @param key strength of the key light
   * @param fill strength of a soft light from the other side
   * @param ambient strength of light from everywhere
   * @param rim strength of a light from behind
   */
  public record Lighting(
      double azimuth, double elevation, double key, double fill, double ambient, double rim) {}

  /** What can be seen behind a head. */
  public enum BackdropKind {
    /** An evenly or unevenly lit wall. */
    WALL,
    /** A room out of focus. */
    ROOM,
    /** Leaves out of focus. */
    FOLIAGE,
    /** Folds of a curtain. */
    CURTAIN
  }

  /**
   * What is behind the head.
   *
   * @param kind what it shows
   * @param level its mean linear brightness, 0 to 1
   * @param contrast strength of its details, 0 to 1
   * @param focus 0 far out of focus to 1 sharp
   */
  public record Backdrop(BackdropKind kind, double level, double contrast, double focus) {}

  /**
   * What the camera does.
   *
   * @param exposure factor on the light
   * @param contrast of the tone curve, 1 is neutral
   * @param lift brightness of black, 0 to 0.3
   * @param blur radius (standard deviation) in pixels of a 96-pixel picture
   * @param motion length of a motion blur in pixels of a 96-pixel picture
   * @param motionAngle its direction in radians
   * @param noise standard deviation in grey levels
   * @param quality of the compression, 1 to 100
   */
  public record Film(
      double exposure,
      double contrast,
      double lift,
      double blur,
      double motion,
      double motionAngle,
      double noise,
      int quality) {}
}
