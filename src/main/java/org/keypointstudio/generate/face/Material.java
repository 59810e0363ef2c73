package org.keypointstudio.generate.face;

/** What a visible surface is made of. */
enum Material {
  /** Nothing: the backdrop. */
  NONE,
  /** The head, with everything that is painted on it. */
  FACE,
  /** Neck and ears. */
  SKIN,
  /** Hair of the head. */
  HAIR,
  /** Clothing. */
  CLOTH,
  /** The rims of glasses. */
  RIM
}
