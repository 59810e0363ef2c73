package org.keypointstudio.bench.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well a ranking finds what was planted.
 *
 * @param points labelled points in all
 * @param planted wrong points
 * @param areaUnderCurve probability that a wrong point is ranked above a right one (ROC AUC)
 * @param precision share of wrong points among as many as were planted
 * @param recallAt5 share of the wrong points within the first 5 % of all points
 * @param recallAt10 share of the wrong points within the first 10 % of all points
 * @param recallOfKind the same as the last, by what was planted
 */
record Scores(
    int points,
    int planted,
    double areaUnderCurve,
    double precision,
    double recallAt5,
    double recallAt10,
    Map<PlantedKind, Double> recallOfKind) {

  /** Scores of labelled points, each of which has a suspicion. */
  static Scores of(Map<Planting.Point, Double> suspicions, Planting planting) {
    List<Planting.Point> ranking = new ArrayList<>(suspicions.keySet());
    ranking.sort(Comparator.<Planting.Point>comparingDouble(suspicions::get).reversed());
    int planted = planting.wrong().size();
    double pairs = 0;
    int rightSoFar = 0;
    for (Planting.Point point : ranking) {
      if (planting.wrong().containsKey(point)) {
        pairs += ranking.size() - planted - rightSoFar;
      } else {
        rightSoFar++;
      }
    }
    Map<PlantedKind, Double> ofKind = new EnumMap<>(PlantedKind.class);
    List<Planting.Point> tenth = first(ranking, 0.1);
    for (PlantedKind kind : PlantedKind.values()) {
      double all = planting.wrong().values().stream().filter(kind::equals).count();
      double found = tenth.stream().filter(p -> kind == planting.wrong().get(p)).count();
      ofKind.put(kind, found / all);
    }
    return new Scores(
        ranking.size(),
        planted,
        pairs / ((double) planted * (ranking.size() - planted)),
        found(ranking.subList(0, planted), planting),
        found(first(ranking, 0.05), planting),
        found(tenth, planting),
        ofKind);
  }

  private static List<Planting.Point> first(List<Planting.Point> ranking, double share) {
    return ranking.subList(0, (int) Math.round(share * ranking.size()));
  }

  private static double found(List<Planting.Point> points, Planting planting) {
    return points.stream().filter(planting.wrong()::containsKey).count()
        / (double) planting.wrong().size();
  }

  /** The mean over several seeds. */
  static Scores mean(List<Scores> all) {
    Map<PlantedKind, Double> ofKind = new EnumMap<>(PlantedKind.class);
    for (PlantedKind kind : PlantedKind.values()) {
      ofKind.put(
          kind,
          all.stream().mapToDouble(scores -> scores.recallOfKind().get(kind)).average().orElse(0));
    }
    int count = all.size();
    double[] sums = new double[4];
    for (Scores scores : all) {
      double[] values = {
        scores.areaUnderCurve, scores.precision, scores.recallAt5, scores.recallAt10
      };
      IntStream.range(0, sums.length).forEach(i -> sums[i] += values[i] / count);
    }
    return new Scores(
        all.stream().mapToInt(Scores::points).sum() / count,
        all.stream().mapToInt(Scores::planted).sum() / count,
        sums[0],
        sums[1],
        sums[2],
        sums[3],
        ofKind);
  }
}
