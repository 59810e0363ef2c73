package org.keypointstudio.model.schema;

import static org.keypointstudio.model.schema.SchemaLines.pairs;

import java.util.List;
import org.keypointstudio.model.KeypointSchema;

/**
 * The 17 keypoints of a person in COCO (Lin et al., 2014), with the names and the skeleton of the
 * category in {@code person_keypoints_train2017.json}, whose skeleton counts from 1.
 */
final class Coco17 {
  private Coco17() {}

  static KeypointSchema schema() {
    return new KeypointSchema(
        "COCO 17",
        List.of(
            "nose",
            "left_eye",
            "right_eye",
            "left_ear",
            "right_ear",
            "left_shoulder",
            "right_shoulder",
            "left_elbow",
            "right_elbow",
            "left_wrist",
            "right_wrist",
            "left_hip",
            "right_hip",
            "left_knee",
            "right_knee",
            "left_ankle",
            "right_ankle"),
        pairs(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16),
        pairs(
            15, 13, 13, 11, 16, 14, 14, 12, 11, 12, 5, 11, 6, 12, 5, 6, 5, 7, 6, 8, 7, 9, 8, 10, 1,
            2, 0, 1, 0, 2, 1, 3, 2, 4, 3, 5, 4, 6),
        pairs(1, 2));
  }
}
