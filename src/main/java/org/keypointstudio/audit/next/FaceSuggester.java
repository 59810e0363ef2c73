package org.keypointstudio.audit.next;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.audit.next.DiverseChoice.Candidate;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.MirroredPredictor;
import org.keypointstudio.prediction.TurnedPredictor;
import org.keypointstudio.prediction.WholeSet;
import org.keypointstudio.task.TaskContext;

/**
 * Ranks the faces with missing keypoints by what a model would gain if they were labelled: the
 * models are unsure of them, and they look unlike what is labelled.
 *
 * <p>Several models are a committee. One model alone is asked several times: for the face as it is,
 * mirrored, turned a little to either side, enlarged and reduced; a model that knows a face says
 * the same of all of them.
 */
public final class FaceSuggester {
  private static final double TURN_DEGREES = 10;
  private static final double GROWTH = 1.1;
  private static final int LEAST_CANDIDATES = 1_000;
  private static final int CANDIDATES_PER_FACE = 20;
  private static final int MOST_REFERENCES = 2_000;

  private final KeypointSchema schema;
  private final WholeSet.Images images;
  private final Looks looks;

  /** Suggestions for the faces of a data set. */
  public FaceSuggester(KeypointSchema schema, WholeSet.Images images, Looks looks) {
    this.schema = schema;
    this.images = images;
    this.looks = looks;
  }

  /**
   * The faces to label next, the one that promises the most first; fewer than wanted if there are
   * not so many with missing keypoints.
   *
   * @param labels what is known of each face, in the data set's order
   * @param models one or more, which stay open
   * @throws IllegalArgumentException if there is no model, or one of another schema
   * @throws IOException if an image cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public List<FaceSuggestion> suggest(
      List<Annotation> labels, List<KeypointPredictor> models, int count, TaskContext context)
      throws IOException {
    requireModels(models);
    List<Integer> open =
        IntStream.range(0, labels.size())
            .filter(face -> labels.get(face).unlabelledCount() > 0)
            .boxed()
            .toList();
    if (open.isEmpty()) {
      return List.of();
    }
    List<Candidate> candidates = candidates(labels, open, models, context);
    int kept = Math.max(LEAST_CANDIDATES, CANDIDATES_PER_FACE * count);
    context.report(0, 0, "Comparing how faces look");
    return new DiverseChoice(looks, context.cancelToken())
        .choose(candidates.stream().limit(kept).toList(), references(labels), count);
  }

  private void requireModels(List<KeypointPredictor> models) {
    boolean fitting =
        models.stream()
            .allMatch(model -> model.schema().keypointNames().equals(schema.keypointNames()));
    if (models.isEmpty() || !fitting) {
      throw new IllegalArgumentException(
          "Faces are suggested by one or more models of the data set's own keypoints.");
    }
  }

  private List<Candidate> candidates(
      List<Annotation> labels,
      List<Integer> open,
      List<KeypointPredictor> models,
      TaskContext context)
      throws IOException {
    List<KeypointPredictor> committee = committee(models);
    List<List<Annotation>> answers = new ArrayList<>();
    for (KeypointPredictor member : committee) {
      int asked = answers.size();
      TaskContext part =
          new TaskContext(
              context.cancelToken(),
              progress ->
                  context.report(
                      (long) asked * open.size() + progress.done(),
                      (long) committee.size() * open.size(),
                      "Asking the models"));
      answers.add(
          WholeSet.predict(member, open.size(), index -> images.image(open.get(index)), part));
    }
    Uncertainty uncertainty = new Uncertainty(schema);
    return IntStream.range(0, open.size())
        .mapToObj(
            index ->
                new Candidate(
                    open.get(index),
                    uncertainty.of(
                        labels.get(open.get(index)),
                        answers.stream().map(all -> all.get(index)).toList())))
        .sorted(Comparator.comparingDouble(Candidate::uncertainty).reversed())
        .toList();
  }

  private static List<KeypointPredictor> committee(List<KeypointPredictor> models) {
    if (models.size() > 1) {
      return models;
    }
    KeypointPredictor model = models.getFirst();
    return List.of(
        model,
        new MirroredPredictor(model),
        new TurnedPredictor(model, TURN_DEGREES, 1),
        new TurnedPredictor(model, -TURN_DEGREES, 1),
        new TurnedPredictor(model, 0, GROWTH),
        new TurnedPredictor(model, 0, 1 / GROWTH));
  }

  /** Complete faces, spread evenly over the data set where there are very many. */
  private static List<Integer> references(List<Annotation> labels) {
    int[] complete =
        IntStream.range(0, labels.size())
            .filter(face -> labels.get(face).unlabelledCount() == 0)
            .toArray();
    int count = Math.min(MOST_REFERENCES, complete.length);
    return IntStream.range(0, count)
        .mapToObj(i -> complete[(int) ((long) i * complete.length / count)])
        .toList();
  }
}
