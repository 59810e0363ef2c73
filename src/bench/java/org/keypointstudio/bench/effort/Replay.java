package org.keypointstudio.bench.effort;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keypointstudio.evaluation.InterOcularDistance;
import org.keypointstudio.ghost.Ghost;
import org.keypointstudio.ghost.GhostSource;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;

/** Labels what is missing on a face, as a person would with the program. */
final class Replay {
  private final KeypointSchema schema;
  private final Annotator annotator;

  /**
   * The annotator accepts a ghost that is this near to the truth, in distances between the eyes.
   */
  private final double tolerance;

  Replay(KeypointSchema schema, Annotator annotator, double tolerance) {
    this.schema = schema;
    this.annotator = annotator;
    this.tolerance = tolerance;
  }

  /** Asks for the first missing keypoint, clicks each, remembering which comes next; next face. */
  Annotation clickEach(Annotation given, Annotation truth) {
    annotator.key();
    Annotation labels = given;
    for (int k : missing(given)) {
      annotator.prepare();
      labels = labels.with(k, annotator.click(truth.keypoint(k)));
    }
    annotator.key();
    return labels;
  }

  /** Reads the banner, looks at the reference face, clicks; the next face comes by itself. */
  Annotation guided(Annotation given, Annotation truth) {
    Annotation labels = given;
    for (int k : missing(given)) {
      annotator.glance(2);
      labels = labels.with(k, annotator.click(truth.keypoint(k)));
    }
    return labels;
  }

  /**
   * Looks at each ghost, drags those that are wrong, the worst first, and accepts the rest with one
   * key. The ghosts that are left follow what was dragged if their source does. Guided placing then
   * brings the next face.
   */
  Annotation correctGhosts(int face, Annotation given, Annotation truth, GhostSource source) {
    annotator.prepare();
    annotator.glance(given.unlabelledCount());
    double near = tolerance * eyes(truth);
    FaceLabels labels = FaceLabels.of(given);
    List<Ghost> ghosts = source.ghosts(face, given);
    Optional<Ghost> worst = worst(ghosts, truth, near);
    while (worst.isPresent()) {
      Ghost wrong = worst.get();
      int k = wrong.keypoint();
      labels = labels.with(k, annotator.drag(wrong.x(), wrong.y(), truth.keypoint(k)), Origin.HAND);
      ghosts = source.ghosts(face, labels.annotation());
      annotator.glance(1);
      worst = worst(ghosts, truth, near);
    }
    if (!ghosts.isEmpty()) {
      annotator.key();
    }
    for (Ghost ghost : ghosts) {
      labels = ghost.acceptInto(labels);
    }
    return labels.annotation();
  }

  private static Optional<Ghost> worst(List<Ghost> ghosts, Annotation truth, double near) {
    return ghosts.stream()
        .filter(ghost -> distance(ghost, truth) > near)
        .max(Comparator.comparingDouble(ghost -> distance(ghost, truth)));
  }

  private static double distance(Ghost ghost, Annotation truth) {
    return Math.hypot(ghost.x() - truth.x(ghost.keypoint()), ghost.y() - truth.y(ghost.keypoint()));
  }

  private double eyes(Annotation truth) {
    return InterOcularDistance.of(schema, truth).orElseThrow().pixels();
  }

  private static int[] missing(Annotation given) {
    return IntStream.range(0, given.size()).filter(k -> !given.isPlaced(k)).toArray();
  }
}
