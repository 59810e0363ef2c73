package org.keypointstudio.model.schema;

import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.model.KeypointSchema;

/**
 * Schemas that many data sets share. Left and right are the subject's in all names but CelebA's,
 * which are the viewer's and stay as its files have them.
 */
public enum SchemaPreset {
  /** Kaggle's Facial Keypoints Detection: 15 keypoints in its column order. */
  KAGGLE_15,
  /** The 68 landmarks of 300-W (Sagonas et al., 2013), which its files number and do not name. */
  IBUG_68,
  /** The 98 landmarks of WFLW (Wu et al., 2018), which its files number and do not name. */
  WFLW_98,
  /** The 17 keypoints of a person in COCO (Lin et al., 2014). */
  COCO_17,
  /** The five landmarks of CelebA (Liu et al., 2015). */
  CELEBA_5;

  /** The schema with the preset's own names. */
  public KeypointSchema schema() {
    return switch (this) {
      case KAGGLE_15 -> KeypointSchema.kaggle15();
      case IBUG_68 -> Ibug68.schema();
      case WFLW_98 -> Wflw98.schema();
      case COCO_17 -> Coco17.schema();
      case CELEBA_5 -> Celeba5.schema();
    };
  }

  /**
   * The preset's pairs and lines for keypoints that have other names.
   *
   * @param names one a keypoint, in the preset's order
   */
  public KeypointSchema withNames(List<String> names) {
    KeypointSchema schema = schema();
    return new KeypointSchema(
        schema.name(),
        names,
        schema.flipPairs(),
        schema.skeleton(),
        schema.interOcularPairs(),
        schema.colors());
  }

  /**
   * Whether names are those of as many keypoints as this preset has, numbered from 0: {@code 0},
   * {@code point_00}, {@code jaw_0} …
   */
  boolean isNumberedLike(List<String> names) {
    return names.size() == schema().size()
        && IntStream.range(0, names.size()).allMatch(i -> names.get(i).matches("\\D*0*" + i));
  }
}
