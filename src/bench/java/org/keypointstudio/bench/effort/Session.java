package org.keypointstudio.bench.effort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.ghost.GhostSource;
import org.keypointstudio.ghost.MeanShape;
import org.keypointstudio.ghost.MeanShapeGhosts;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.training.TrainingException;

/** Labels all faces with missing points in one way. */
final class Session {
  private final EffortData data;
  private final EffortModels models;
  private final double tolerance;
  private final long seed;

  Session(EffortData data, EffortModels models, double tolerance, long seed) {
    this.data = data;
    this.models = models;
    this.tolerance = tolerance;
    this.seed = seed;
  }

  Outcome run(Way way) throws IOException, TrainingException {
    Annotator annotator = new Annotator(seed);
    Replay replay = new Replay(data.schema(), annotator, tolerance);
    List<Annotation> labels = new ArrayList<>(data.given());
    int half = data.toLabel().size() / 2;
    switch (way) {
      case CLICK_EACH -> {
        for (int face : data.toLabel()) {
          labels.set(face, replay.clickEach(data.given().get(face), data.truth().get(face)));
        }
      }
      case GUIDED -> {
        for (int face : data.toLabel()) {
          labels.set(face, replay.guided(data.given().get(face), data.truth().get(face)));
        }
      }
      case MEAN_SHAPE -> {
        MeanShape shape = MeanShape.of(data.schema().size(), data.given());
        correct(replay, labels, data.toLabel(), new MeanShapeGhosts(data.schema(), shape));
      }
      case MODEL -> correct(replay, labels, data.toLabel(), models.ghosts("first", data.given()));
      case RETRAINED -> {
        List<Integer> first = data.toLabel().subList(0, half);
        correct(replay, labels, first, models.ghosts("first", data.given()));
        GhostSource retrained = models.ghosts("retrained", labels);
        correct(replay, labels, data.toLabel().subList(half, data.toLabel().size()), retrained);
      }
    }
    return new Outcome(way, data.toLabel().size(), annotator.effort(), rmse(labels));
  }

  private void correct(
      Replay replay, List<Annotation> labels, List<Integer> faces, GhostSource source) {
    for (int face : faces) {
      labels.set(
          face, replay.correctGhosts(face, data.given().get(face), data.truth().get(face), source));
    }
  }

  /** Over the points that the annotator labelled. */
  private double rmse(List<Annotation> labels) {
    double squares = 0;
    long coordinates = 0;
    for (int face : data.toLabel()) {
      Annotation given = data.given().get(face);
      for (int k = 0; k < given.size(); k++) {
        if (!given.isPlaced(k)) {
          double distance =
              labels.get(face).keypoint(k).distanceTo(data.truth().get(face).keypoint(k));
          squares += distance * distance;
          coordinates += 2;
        }
      }
    }
    return Math.sqrt(squares / coordinates);
  }
}
