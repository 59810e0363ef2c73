package org.keypointstudio.model.schema;

import static org.keypointstudio.model.schema.SchemaLines.numbered;

import java.util.List;
import java.util.stream.Stream;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

/**
 * The 68 landmarks of the 300-W benchmark (Sagonas et al., 2013; the figure at
 * ibug.doc.ic.ac.uk/resources/300-W counts from 1): jaw 0–16, eyebrows 17–26, nose 27–35, eyes
 * 36–47, mouth 48–67. What lies at the left of the picture is the subject's right.
 */
final class Ibug68 {
  private Ibug68() {}

  static KeypointSchema schema() {
    List<String> names =
        Stream.of(
                numbered("jaw", 0, 16),
                numbered("right_eyebrow", 17, 21),
                numbered("left_eyebrow", 22, 26),
                numbered("nose", 27, 35),
                numbered("right_eye", 36, 41),
                numbered("left_eye", 42, 47),
                numbered("mouth", 48, 67))
            .flatMap(List::stream)
            .toList();
    List<IndexPair> flipPairs =
        new SchemaLines()
            .mirrored(0, 16)
            .mirrored(17, 26)
            .mirrored(31, 35)
            .mirrored(48, 54)
            .mirrored(60, 64)
            .crossed(36, 39, 45)
            .crossed(40, 41, 47)
            .mirrored(55, 59)
            .mirrored(65, 67)
            .toList();
    List<IndexPair> skeleton =
        new SchemaLines()
            .line(0, 16)
            .line(17, 21)
            .line(22, 26)
            .line(27, 30)
            .line(31, 35)
            .ring(36, 41)
            .ring(42, 47)
            .ring(48, 59)
            .ring(60, 67)
            .toList();
    return new KeypointSchema(
        "iBUG 68", names, flipPairs, skeleton, List.of(new IndexPair(36, 45)));
  }
}
