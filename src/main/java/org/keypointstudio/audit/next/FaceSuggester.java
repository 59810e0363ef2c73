package org.keypointstudio.audit.next;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.MirroredPredictor;
import org.keypointstudio.prediction.TurnedPredictor;
import org.keypointstudio.prediction.WholeSet;
import org.keypointstudio.task.TaskContext;

/**
 * Ranks the faces with missing keypoints by what a model would gain if they were labelled: they
 * look like many faces and unlike the labelled ones, and the models are unsure of those many.
 *
 * <p>Several models are a committee. One model alone is asked several times: for the face as it is,
 * mirrored, turned a little to either side, enlarged and reduced; a model that knows a face says
 * the same of all of them. Without a model, faces are chosen by how they look alone, to begin with.
 */
public final class FaceSuggester {
  private static final double TURN_DEGREES = 10;
  private static final double GROWTH = 1.1;
  private static final int MOST_CANDIDATES = 6_000;
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
   * not so many with missing keypoints. Of very many faces, an even selection is looked at.
   *
   * @param labels what is known of each face, in the data set's order
   * @param models which stay open; none, to go by how faces look alone
   * @throws IllegalArgumentException if a model is of another schema
   * @throws IOException if an image cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public List<FaceSuggestion> suggest(
      List<Annotation> labels, List<KeypointPredictor> models, int count, TaskContext context)
      throws IOException {
    requireFitting(models);
    List<Integer> open =
        spread(labels, face -> face.unlabelledCount() > 0, Math.max(MOST_CANDIDATES, count));
    if (open.isEmpty()) {
      return List.of();
    }
    double[] uncertainties = uncertainties(labels, open, models, context);
    List<float[]> openLooks = looks(open, context);
    List<float[]> known =
        looks(spread(labels, face -> face.unlabelledCount() == 0, MOST_REFERENCES), context);
    context.report(0, 0, "Comparing how faces look");
    InformativeChoice choice =
        new InformativeChoice(
            openLooks, known, weights(labels, open, uncertainties), context.cancelToken());
    return choice.choose(count).stream()
        .map(
            it ->
                new FaceSuggestion(
                    open.get(it.place()), uncertainties[it.place()], it.novelty(), it.gain()))
        .toList();
  }

  private void requireFitting(List<KeypointPredictor> models) {
    if (models.stream()
        .anyMatch(model -> !model.schema().keypointNames().equals(schema.keypointNames()))) {
      throw new IllegalArgumentException(
          "Faces are suggested by models of the data set's own keypoints.");
    }
  }

  /** The uncertainties; without models the share of the keypoints that is missing. */
  private static double[] weights(
      List<Annotation> labels, List<Integer> open, double[] uncertainties) {
    double[] weights = new double[uncertainties.length];
    for (int i = 0; i < weights.length; i++) {
      Annotation face = labels.get(open.get(i));
      weights[i] =
          Double.isNaN(uncertainties[i])
              ? (double) face.unlabelledCount() / face.size()
              : uncertainties[i];
    }
    return weights;
  }

  private List<float[]> looks(List<Integer> faces, TaskContext context) throws IOException {
    List<float[]> seen = new ArrayList<>(faces.size());
    for (int face : faces) {
      context.throwIfCancelled();
      seen.add(looks.look(face));
      context.report(seen.size(), faces.size(), "Looking at faces");
    }
    return seen;
  }

  private double[] uncertainties(
      List<Annotation> labels,
      List<Integer> open,
      List<KeypointPredictor> models,
      TaskContext context)
      throws IOException {
    double[] uncertainties = new double[open.size()];
    if (models.isEmpty()) {
      Arrays.fill(uncertainties, Double.NaN);
      return uncertainties;
    }
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
    for (int i = 0; i < uncertainties.length; i++) {
      int index = i;
      uncertainties[i] =
          uncertainty.of(
              labels.get(open.get(i)), answers.stream().map(all -> all.get(index)).toList());
    }
    return uncertainties;
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

  /** The faces of a kind, spread evenly over the data set where there are very many. */
  private static List<Integer> spread(
      List<Annotation> labels, Predicate<Annotation> kind, int most) {
    int[] all =
        IntStream.range(0, labels.size()).filter(face -> kind.test(labels.get(face))).toArray();
    int count = Math.min(most, all.length);
    return IntStream.range(0, count)
        .mapToObj(i -> all[(int) ((long) i * all.length / count)])
        .toList();
  }
}
