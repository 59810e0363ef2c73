package org.keypointstudio.model.schema;

import static org.keypointstudio.model.schema.SchemaLines.pairs;

import java.util.List;
import org.keypointstudio.model.KeypointSchema;

/**
 * The five landmarks of CelebA (Liu et al., 2015), named as the header of {@code
 * list_landmarks_align_celeba.txt} does. Its left eye is the one at the left of the picture, which
 * is the subject's right.
 */
final class Celeba5 {
  private Celeba5() {}

  static KeypointSchema schema() {
    return new KeypointSchema(
        "CelebA 5",
        List.of("lefteye", "righteye", "nose", "leftmouth", "rightmouth"),
        pairs(0, 1, 3, 4),
        pairs(0, 1, 0, 2, 1, 2, 2, 3, 2, 4, 3, 4),
        pairs(0, 1));
  }
}
