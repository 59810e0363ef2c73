package org.keypointstudio.audit;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

/**
 * Ranks all labelled points of a data set by how likely they are wrong.
 *
 * <p>Where a label should be is expected from a model's prediction, from how that model errs on the
 * other faces of the group, and from where the other points of the face are; without a prediction,
 * from the shape of all faces. What right labels scatter about that is learned, robustly, from the
 * labels themselves. Then {@link FaceHypotheses} are weighed by Bayes' rule, and what needs no
 * model is added: points outside their image, points on each other, and pictures that are there
 * twice with different labels.
 */
public final class LabelRanking {
  /** Residuals of networks on photographs have tails about as heavy as this. */
  private static final double RESIDUAL_FREEDOM = 8;

  private static final double LABEL_FREEDOM = 8;

  private final KeypointSchema schema;

  /** A ranking of labels of these keypoints. */
  public LabelRanking(KeypointSchema schema) {
    this.schema = schema;
  }

  /**
   * Ranks the labels.
   *
   * @param faces all faces of the data set, in its order
   * @param notes sentences for the result
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public AuditResult rank(List<AuditedFace> faces, List<String> notes, TaskContext context) {
    if (faces.isEmpty()) {
      return new AuditResult(List.of(), notes);
    }
    List<double[]> labels = faces.stream().map(AuditedFace::labelUnits).toList();
    StudentT anyFace = StudentT.fit(labels, schema.size(), LABEL_FREEDOM);
    context.throwIfCancelled();
    List<List<Expectation>> expectations = expectations(faces, labels, anyFace);
    FaceJudge judge = new FaceJudge(schema, anyFace);
    List<List<Verdict>> verdicts = new ArrayList<>(faces.size());
    for (int face = 0; face < faces.size(); face++) {
      context.throwIfCancelled();
      verdicts.add(judge.judge(labels.get(face), expectations.get(face)));
      context.report(face + 1, faces.size(), "Weighing labels");
    }
    verdicts = new PlainFaults(faces, labels).added(verdicts);
    verdicts = new Copies(faces, labels).added(verdicts);
    List<Suspicion> ranking = new ArrayList<>();
    for (int face = 0; face < faces.size(); face++) {
      SuspicionText text =
          new SuspicionText(
              schema,
              face,
              faces.get(face),
              labels.get(face),
              faces.get(face).prediction().isPresent());
      verdicts.get(face).forEach(verdict -> ranking.add(text.suspicion(verdict)));
    }
    return new AuditResult(ranking, notes);
  }

  /**
   * The ways to see each face. Where its group is known, there are two: that the model errs on it
   * as it does on the others of its group, or that this face is not like them, because the head is
   * turned, say.
   */
  private List<List<Expectation>> expectations(
      List<AuditedFace> faces, List<double[]> labels, StudentT anyFace) {
    List<double[]> predictions = faces.stream().map(AuditedFace::predictionUnits).toList();
    List<double[]> residuals = new ArrayList<>(faces.size());
    for (int face = 0; face < faces.size(); face++) {
      residuals.add(difference(labels.get(face), predictions.get(face), 1));
    }
    double[] spreads =
        UncertaintySpread.of(
            faces.stream().mapToDouble(LabelRanking::uncertainty).toArray(), residuals);
    List<double[]> scaled = new ArrayList<>(faces.size());
    for (int face = 0; face < faces.size(); face++) {
      scaled.add(difference(labels.get(face), predictions.get(face), spreads[face]));
    }
    List<String> groups = faces.stream().map(AuditedFace::group).toList();
    List<double[]> offsets = GroupOffsets.of(scaled, groups);
    List<double[]> rest = new ArrayList<>(faces.size());
    for (int face = 0; face < faces.size(); face++) {
      rest.add(difference(scaled.get(face), offsets.get(face), 1));
    }
    StudentT alone = StudentT.fit(scaled, schema.size(), RESIDUAL_FREEDOM);
    StudentT inGroup = StudentT.fit(rest, schema.size(), RESIDUAL_FREEDOM);
    List<List<Expectation>> expectations = new ArrayList<>(faces.size());
    for (int face = 0; face < faces.size(); face++) {
      double spread = spreads[face];
      double[] prediction = predictions.get(face);
      double[] centre = centre(prediction, offsets.get(face), spread);
      List<Expectation> ways = new ArrayList<>();
      if (faces.get(face).prediction().isEmpty()) {
        ways.add(new Expectation(new double[2 * schema.size()], 1, anyFace, false));
      } else {
        ways.add(new Expectation(prediction, spread, alone, true));
        if (!groups.get(face).isEmpty()) {
          ways.add(new Expectation(centre, spread, inGroup, true));
        }
      }
      expectations.add(ways);
    }
    return expectations;
  }

  private static double uncertainty(AuditedFace face) {
    double units = Math.sqrt(face.pixelsPerUnit(0) * face.pixelsPerUnit(1));
    return face.prediction().map(FacePrediction::disagreement).orElse(0.0) / units;
  }

  private static double[] difference(double[] one, double[] other, double divisor) {
    double[] difference = new double[one.length];
    for (int c = 0; c < one.length; c++) {
      difference[c] = (one[c] - other[c]) / divisor;
    }
    return difference;
  }

  private static double[] centre(double[] prediction, double[] offset, double spread) {
    double[] centre = new double[prediction.length];
    for (int c = 0; c < centre.length; c++) {
      centre[c] = prediction[c] + spread * offset[c];
    }
    return centre;
  }
}
