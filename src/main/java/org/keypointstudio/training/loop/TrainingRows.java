package org.keypointstudio.training.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.network.InputFrame;
import org.keypointstudio.training.network.TargetScaling;

/**
 * The faces that are learned from, as a {@link RowPolicy} makes them of the training side of a
 * split. No label of a validation face is used.
 *
 * @param faces as the network takes them, holes filled if the policy says so
 * @param scaling that centres the targets on the mean face of what is really labelled
 * @param notes sentences about what the policy left out or filled
 */
record TrainingRows(EncodedFaces faces, TargetScaling scaling, List<String> notes) {

  /**
   * Applies a policy.
   *
   * @param rows positions of the training faces in the snapshot, ascending
   * @throws TrainingException with a sentence for the person if no face is left
   */
  static TrainingRows of(TrainingFaces faces, int[] rows, RowPolicy policy, InputFrame frame)
      throws TrainingException {
    int[] kept = policy == RowPolicy.COMPLETE_ONLY ? complete(faces, rows) : rows;
    List<String> notes = new ArrayList<>();
    if (kept.length < rows.length) {
      notes.add(
          "%d of the %d faces to learn from lack a keypoint and were left out."
              .formatted(rows.length - kept.length, rows.length));
    }
    EncodedFaces encoded = new EncodedFaces(faces, kept, frame);
    TargetScaling scaling = MeanFace.scalingOf(encoded);
    return switch (policy) {
      case COMPLETE_ONLY, ALL_MASKED -> new TrainingRows(encoded, scaling, notes);
      case MEAN_FILL -> filled(encoded, scaling, HoleFilling.withMeans(encoded, scaling));
      case FORWARD_FILL -> filled(encoded, scaling, HoleFilling.forward(encoded));
    };
  }

  private static TrainingRows filled(
      EncodedFaces encoded, TargetScaling scaling, HoleFilling filling) {
    List<String> notes =
        filling.count() == 0
            ? List.of()
            : List.of(
                "%d coordinates that nobody labelled were filled in to learn from."
                    .formatted(filling.count()));
    return new TrainingRows(encoded.withCoordinates(filling.coordinates()), scaling, notes);
  }

  private static int[] complete(TrainingFaces faces, int[] rows) throws TrainingException {
    int[] needed =
        IntStream.range(0, faces.schema().size())
            .filter(k -> faces.annotations().stream().anyMatch(face -> face.isPlaced(k)))
            .toArray();
    int[] complete =
        Arrays.stream(rows)
            .filter(
                row ->
                    Arrays.stream(needed).allMatch(k -> faces.annotations().get(row).isPlaced(k)))
            .toArray();
    if (complete.length == 0) {
      throw new TrainingException(
          "None of the %d faces to learn from has all %d keypoints labelled, so complete rows only leave nothing to learn from; choose all rows."
              .formatted(rows.length, needed.length));
    }
    return complete;
  }
}
