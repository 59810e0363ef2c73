package org.keypointstudio.evaluation.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which faces one model places better and which worse than another, by more than a twentieth of a
 * pixel of RMSE.
 *
 * @param better the greatest gain first
 * @param worse the greatest loss first
 * @param same how many faces are neither
 */
public record FaceChanges(List<Change> better, List<Change> worse, int same) {
  private static final double NOTHING = 0.05;

  /** Copies the lists. */
  public FaceChanges {
    better = List.copyOf(better);
    worse = List.copyOf(worse);
  }

  /**
   * A face.
   *
   * @param face position in the data set, counted from 0
   * @param before RMSE of the first model, in pixels
   * @param after RMSE of the second
   */
  public record Change(int face, double before, double after) {
    /** Negative if the second model is better. */
    public double difference() {
      return after - before;
    }
  }

  /** Holds the second model against the first. */
  public static FaceChanges of(ModelComparison comparison, int first, int second) {
    List<Change> changes =
        IntStream.range(0, comparison.faces().size())
            .mapToObj(
                place ->
                    new Change(
                        comparison.faces().positions().get(place),
                        comparison.models().get(first).scores().get(place).rmse(),
                        comparison.models().get(second).scores().get(place).rmse()))
            .sorted(Comparator.comparingDouble(Change::difference))
            .toList();
    List<Change> better = changes.stream().filter(it -> it.difference() < -NOTHING).toList();
    List<Change> worse =
        changes.reversed().stream().filter(it -> it.difference() > NOTHING).toList();
    return new FaceChanges(better, worse, changes.size() - better.size() - worse.size());
  }
}
