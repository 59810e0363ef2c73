package org.keypointstudio.bench.active;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.keypointstudio.bench.Machine;

/** What was replayed, as Markdown. */
final class ActiveReport {
  private ActiveReport() {}

  /** The mean error of each choice after each round, and its spread over the seeds. */
  static String table(LearningCurve.Plan plan, Map<Choice, List<List<Double>>> errors) {
    StringBuilder text = new StringBuilder("| labelled faces |");
    errors.keySet().forEach(choice -> text.append(" ").append(choice.title()).append(" |"));
    text.append("\n|---|").append("---|".repeat(errors.size())).append('\n');
    for (int round = 0; round <= plan.rounds(); round++) {
      text.append("| %d |".formatted(plan.start() + round * plan.perRound()));
      for (List<List<Double>> seeds : errors.values()) {
        int present = round;
        double[] values = seeds.stream().mapToDouble(curve -> curve.get(present)).toArray();
        text.append(" %.2f ± %.2f |".formatted(mean(values), deviation(values)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** The sample's standard deviation; 0 for a single value. */
  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
  }

  /** The whole page. */
  static String page(
      ActiveData data,
      LearningCurve.Plan plan,
      int seeds,
      Map<Choice, List<List<Double>>> errors,
      String command)
      throws IOException {
    return """
    # Which faces to label next

    Written by `mvn -Pbench verify -Dbench.options="%s"`. %s

    %d complete rows can be labelled, %d of other people judge. %d of them are labelled at the beginning, %d more in
    each of %d rounds: drawn at random, or as `next` suggests them, at first without a model and then with the one
    model that has learned from the faces so far. After each round `compact` with one network learns from
    nothing but the labelled faces for %d epochs. Root mean square error over the coordinates on the judging faces,
    in pixels: mean and standard deviation over %d seeds, which choose the random faces, the folds and the weights; the
    first suggested faces are the same for all.

    %s\
    """
        .formatted(
            command,
            Machine.describe(),
            data.pool().size(),
            data.judges().size(),
            plan.start(),
            plan.perRound(),
            plan.rounds(),
            plan.epochs(),
            seeds,
            table(plan, errors));
  }
}
