package org.keypointstudio.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.keypointstudio.evaluation.Disagreement;
import org.keypointstudio.evaluation.comparison.ComparisonInput;
import org.keypointstudio.evaluation.comparison.ModelComparison;

/** Which of the scored faces are shown. */
public enum FaceSample {
  /** Those with the largest error, whichever model makes it. */
  WORST("worst", "The faces with the largest errors"),
  /** Faces from the best to the worst, evenly spread over the ranking by mean error. */
  TYPICAL("typical", "Faces from the smallest error to the largest"),
  /** Those on which the models lie farthest apart. */
  DISAGREEMENT("disagreement", "The faces on which the models disagree most");

  private final String id;
  private final String title;

  FaceSample(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Its name on the command line. */
  public String id() {
    return id;
  }

  /** What the faces are. */
  public String title() {
    return title;
  }

  /**
   * Chooses faces.
   *
   * @param count how many at most
   * @return places among the scored faces
   */
  public List<Integer> choose(ComparisonInput input, ModelComparison comparison, int count) {
    int size = comparison.faces().size();
    ToDoubleFunction<Integer> key =
        switch (this) {
          case WORST -> place -> -largestError(comparison, place);
          case TYPICAL -> place -> meanError(comparison, place);
          case DISAGREEMENT -> place -> -disagreement(input, comparison, place);
        };
    List<Integer> order =
        IntStream.range(0, size).boxed().sorted(Comparator.comparingDouble(key)).toList();
    int wanted = Math.min(count, size);
    if (this != TYPICAL || wanted < 2) {
      return order.subList(0, wanted);
    }
    return IntStream.range(0, wanted)
        .mapToObj(i -> order.get((int) ((long) i * (size - 1) / (wanted - 1))))
        .toList();
  }

  private static double largestError(ModelComparison comparison, int place) {
    return comparison.models().stream()
        .mapToDouble(model -> model.scores().get(place).rmse())
        .max()
        .orElse(0);
  }

  private static double meanError(ModelComparison comparison, int place) {
    return comparison.models().stream()
        .mapToDouble(model -> model.scores().get(place).rmse())
        .average()
        .orElse(0);
  }

  private static double disagreement(ComparisonInput input, ModelComparison comparison, int place) {
    int face = comparison.faces().positions().get(place);
    return Disagreement.of(
        input.models().stream().map(model -> model.predictions().get(face)).toList());
  }
}
