package org.keypointstudio.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.training.TrainingFaces;

/** What the person who reads a run's result should know of its faces. */
final class DataNotes {
  private DataNotes() {}

  /** Sentences, none if all is well. */
  static List<String> of(TrainingFaces faces) {
    List<String> notes = new ArrayList<>(faces.origin().notes());
    List<String> unlabelled =
        IntStream.of(unlabelledKeypoints(faces)).mapToObj(faces.schema()::displayName).toList();
    if (!unlabelled.isEmpty()) {
      notes.add(
          "Nobody labelled %s, so the model puts it in the middle of the image, which means nothing."
              .formatted(String.join(", ", unlabelled)));
    }
    long empty = faces.annotations().stream().filter(face -> face.placedCount() == 0).count();
    if (empty > 0) {
      notes.add("%d of %d faces carry no label and were left out.".formatted(empty, faces.size()));
    }
    return notes;
  }

  /** The keypoints that no face has. */
  static int[] unlabelledKeypoints(TrainingFaces faces) {
    return IntStream.range(0, faces.schema().size())
        .filter(k -> faces.annotations().stream().noneMatch(face -> face.isPlaced(k)))
        .toArray();
  }
}
