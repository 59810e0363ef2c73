package org.keypointstudio.project.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.edit.BatchChange;
import org.keypointstudio.edit.FaceChange;
import org.keypointstudio.edit.LabelsChange;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;

/** Edits a document at random: the same for the same seed and document. */
final class EditingScript {
  private final AnnotationDocument document;
  private final Random random;

  EditingScript(AnnotationDocument document, long seed) {
    this.document = document;
    this.random = new Random(seed);
  }

  /** Does the next thing that a person might do. */
  void step() {
    int face = random.nextInt(document.size());
    int dice = random.nextInt(20);
    if (dice < 14) {
      int keypoint = random.nextInt(document.schema().size());
      Origin origin = random.nextInt(4) == 0 ? Origin.model("cnn 1") : Origin.HAND;
      document.setKeypoint(face, keypoint, keypoint(), origin);
    } else if (dice < 16) {
      FaceNotes notes = new FaceNotes("Note " + random.nextInt(), new TreeSet<>(), dice == 15);
      document.setLabels(face, document.labels(face).withNotes(notes), "Note");
    } else if (dice < 17) {
      document.apply(batch());
    } else if (dice < 19) {
      document.undo();
    } else {
      document.redo();
    }
    document.endStep();
  }

  private BatchChange batch() {
    List<FaceChange> steps = new ArrayList<>();
    for (int face = 0; face < document.size(); face += 2) {
      FaceLabels before = document.labels(face);
      FaceLabels after = before.with(1, keypoint(), Origin.MEAN_SHAPE);
      steps.add(new LabelsChange(face, before, after, "Accept"));
    }
    return new BatchChange(steps, "Accept all");
  }

  private Keypoint keypoint() {
    List<Visibility> states = List.of(Visibility.values());
    Visibility state = states.get(random.nextInt(states.size()));
    return state.isPlaced()
        ? new Keypoint(96 * random.nextDouble(), 96 * random.nextDouble(), state)
        : new Keypoint(Double.NaN, Double.NaN, state);
  }
}
