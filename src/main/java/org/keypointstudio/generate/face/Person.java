package org.keypointstudio.generate.face;

/**
 * Everything about a person that stays the same from picture to picture. Lengths are in
 * inter-ocular distances, albedos are linear reflectances from 0 to 1.
 *
 * @param proportions the shape of the face
 * @param complexion the look of the skin
 * @param hair the hair of the head
 * @param facialHair eyebrows and beard
 * @param spectacles glasses, or {@link Spectacles#NONE}
 * @param clothing what is worn
 * @param textureSeed gives the marks that belong to this person only
 */
public record Person(
    Proportions proportions,
    Complexion complexion,
    Hair hair,
    FacialHair facialHair,
    Spectacles spectacles,
    Clothing clothing,
    long textureSeed) {

  /**
   * The shape of a face; each field is a factor around 1 unless said otherwise.
   *
   * @param faceWidth width of the whole head
   * @param jawWidth width of the jaw relative to the head
   * @param fullness −1 gaunt to 1 chubby
   * @param chin height of the chin under the eyes, in inter-ocular distances
   * @param crown height of the crown over the eyes, in inter-ocular distances
   * @param browRidge strength of the bone over the eyes
   * @param browHeight of the eyebrows over the eyes, in inter-ocular distances
   * @param browArch height of the arch of the eyebrows, in inter-ocular distances
   * @param eyeHalfWidth half the length of the eye's opening, in inter-ocular distances
   * @param eyeOpening height of the upper lid over the middle of the relaxed eye
   * @param eyeSlant rise of the outer corner, in inter-ocular distances
   * @param socketDepth depth of the eye sockets
   * @param noseLength distance of the nose tip under the eyes, in inter-ocular distances
   * @param noseWidth width at the nostrils
   * @param noseHeight how far the nose stands out
   * @param bridgeHeight how far the upper nose stands out relative to the tip
   * @param mouthLevel distance of the mouth under the eyes, in inter-ocular distances
   * @param mouthHalfWidth half the mouth's width, in inter-ocular distances
   * @param upperLip height of the upper lip at rest, in inter-ocular distances
   * @param lowerLip height of the lower lip at rest, in inter-ocular distances
   * @param asymmetry −1 to 1, how far the two sides differ
   */
  public record Proportions(
      double faceWidth,
      double jawWidth,
      double fullness,
      double chin,
      double crown,
      double browRidge,
      double browHeight,
      double browArch,
      double eyeHalfWidth,
      double eyeOpening,
      double eyeSlant,
      double socketDepth,
      double noseLength,
      double noseWidth,
      double noseHeight,
      double bridgeHeight,
      double mouthLevel,
      double mouthHalfWidth,
      double upperLip,
      double lowerLip,
      double asymmetry) {}

  /**
   * The look of the skin.
   *
   * @param albedo reflectance of the skin
   * @param lipAlbedo reflectance of the lips relative to the skin
   * @param irisAlbedo reflectance of the iris
   * @param gloss strength of highlights
   * @param mottling strength of uneven tone
   * @param age 0 a child, 1 about ninety years
   * @param lashes darkness of the lid margins, 0 to 1
   */
  public record Complexion(
      double albedo,
      double lipAlbedo,
      double irisAlbedo,
      double gloss,
      double mottling,
      double age,
      double lashes) {}

  /** How hair is worn. */
  public enum HairStyle {
    /** No hair but a trace of stubble round the head. */
    BALD,
    /** A ring of hair at the sides and the back. */
    FRINGE_RING,
    /** Clipped to a few millimetres. */
    CROPPED,
    /** Short at the sides, combed at the top. */
    SHORT,
    /** Covers the ears and part of the forehead. */
    MOP,
    /** Straight or wavy, to the chin. */
    BOB,
    /** To the shoulders and beyond. */
    LONG,
    /** Tight curls standing off the head on all sides. */
    AFRO,
    /** Drawn to the back of the head. */
    TIED_BACK
  }

  /**
   * The hair of the head.
   *
   * @param style how it is worn
   * @param albedo its reflectance
   * @param hairline height of its border over the eyes at the middle of the forehead
   * @param recession how far the temples are bare, 0 to 1
   * @param volume thickness of the hair in inter-ocular distances
   * @param length how far it hangs below the eyes, in inter-ocular distances
   * @param bangs how far it falls over the forehead, 0 to 1
   * @param curl waviness, 0 straight to 1 frizzy
   * @param sweep direction in which it is combed: −1 to the subject's right, 1 to the left
   */
  public record Hair(
      HairStyle style,
      double albedo,
      double hairline,
      double recession,
      double volume,
      double length,
      double bangs,
      double curl,
      double sweep) {}

  /**
   * Eyebrows and beard; densities run from 0 (none) to 1 (opaque).
   *
   * @param browDensity of the eyebrows
   * @param browThickness in inter-ocular distances
   * @param albedo reflectance of the hairs
   * @param stubble density over the whole beard area
   * @param moustache density over the upper lip
   * @param goatee density around the mouth and on the chin
   * @param cheeks density along the jaw
   * @param length of the beard in inter-ocular distances
   */
  public record FacialHair(
      double browDensity,
      double browThickness,
      double albedo,
      double stubble,
      double moustache,
      double goatee,
      double cheeks,
      double length) {}

  /**
   * Glasses.
   *
   * @param worn whether there are any
   * @param halfWidth of a lens, in inter-ocular distances
   * @param halfHeight of a lens, in inter-ocular distances
   * @param roundness 0 rectangular to 1 oval
   * @param rim thickness of the rim in inter-ocular distances
   * @param albedo reflectance of the rim
   * @param tint share of the light that the lenses swallow
   */
  public record Spectacles(
      boolean worn,
      double halfWidth,
      double halfHeight,
      double roundness,
      double rim,
      double albedo,
      double tint) {
    /** No glasses. */
    public static final Spectacles NONE = new Spectacles(false, 0, 0, 0, 0, 0, 0);
  }

  /**
   * What is worn.
   *
   * @param albedo reflectance of the outer garment
   * @param shirtAlbedo reflectance of what shows in its opening
   * @param opening width of the opening, 0 closed to 1 wide
   * @param tie whether a tie is worn
   */
  public record Clothing(double albedo, double shirtAlbedo, double opening, boolean tie) {}
}
