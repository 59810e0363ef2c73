package org.keypointstudio.dataset.format;

/** Something that annotations can say and not every format can carry. */
public enum Feature {
  /** Keypoints that are placed but hidden. */
  OCCLUDED("occluded keypoints"),
  /** Keypoints that are known not to be in the image. */
  ABSENT("absent keypoints"),
  /** Faces of which some keypoints are labelled and others are not. */
  PARTLY_LABELLED("faces that are labelled in part"),
  /** Coordinates between the pixels. */
  FRACTIONS("fractions of pixels"),
  /** Where in its image a face lies. */
  BOXES("boxes of faces"),
  /** More than one face an image. */
  SEVERAL_FACES("several faces in one image"),
  /** Images in which nothing is labelled yet. */
  EMPTY_IMAGES("images without labels"),
  /** What the keypoints are called. */
  KEYPOINT_NAMES("names of keypoints"),
  /** Which keypoints change places in the mirrored image. */
  FLIP_PAIRS("flip pairs"),
  /** Which keypoints are joined by lines. */
  SKELETON("lines of the skeleton"),
  /** Width and height of images. */
  IMAGE_SIZE("sizes of images"),
  /** What an object or its group is called. */
  LABELS("labels of faces");

  private final String displayName;

  Feature(String displayName) {
    this.displayName = displayName;
  }

  /** What it is, in lower case and in the plural, for a sentence. */
  public String displayName() {
    return displayName;
  }
}
