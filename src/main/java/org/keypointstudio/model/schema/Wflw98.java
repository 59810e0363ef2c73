package org.keypointstudio.model.schema;

import static org.keypointstudio.model.schema.SchemaLines.numbered;

import java.util.List;
import java.util.stream.Stream;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

/**
 * The 98 landmarks of WFLW (Wu et al., "Look at Boundary", 2018; the figure at
 * wywu.github.io/projects/LAB/WFLW.html): contour 0–32, eyebrows 33–50, nose 51–59, eyes 60–75,
 * mouth 76–95, pupils 96 and 97. The flip pairs are those of MMPose's {@code wflw.py}. The outer
 * eye corners 60 and 72 scale the error, as in the paper.
 */
final class Wflw98 {
  private Wflw98() {}

  static KeypointSchema schema() {
    List<String> names =
        Stream.of(
                numbered("contour", 0, 32),
                numbered("right_eyebrow", 33, 41),
                numbered("left_eyebrow", 42, 50),
                numbered("nose", 51, 59),
                numbered("right_eye", 60, 67),
                numbered("left_eye", 68, 75),
                numbered("mouth", 76, 95),
                List.of("right_pupil_96", "left_pupil_97"))
            .flatMap(List::stream)
            .toList();
    List<IndexPair> flipPairs =
        new SchemaLines()
            .mirrored(0, 32)
            .crossed(33, 37, 46)
            .crossed(38, 41, 50)
            .mirrored(55, 59)
            .crossed(60, 64, 72)
            .crossed(65, 67, 75)
            .mirrored(76, 82)
            .mirrored(83, 87)
            .mirrored(88, 92)
            .mirrored(93, 95)
            .mirrored(96, 97)
            .toList();
    List<IndexPair> skeleton =
        new SchemaLines()
            .line(0, 32)
            .ring(33, 41)
            .ring(42, 50)
            .line(51, 54)
            .line(55, 59)
            .ring(60, 67)
            .ring(68, 75)
            .ring(76, 87)
            .ring(88, 95)
            .toList();
    return new KeypointSchema(
        "WFLW 98",
        names,
        flipPairs,
        skeleton,
        List.of(new IndexPair(60, 72), new IndexPair(96, 97)));
  }
}
