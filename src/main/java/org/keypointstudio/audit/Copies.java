package org.keypointstudio.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pictures that are in the data set more than once. If two copies disagree on a point, at least one
 * label is wrong: the odds of each are those of being the wrong one of the two.
 */
final class Copies {
  /** Labels of one picture that are farther apart than this disagree, in units. */
  private static final double DISAGREEMENT = 2;

  private final List<double[]> labels;
  private final Collection<List<Integer>> copies;

  Copies(List<AuditedFace> faces, List<double[]> labels) {
    this.labels = labels;
    Map<String, List<Integer>> byPicture = new LinkedHashMap<>();
    for (int face = 0; face < faces.size(); face++) {
      String picture = faces.get(face).picture();
      if (!picture.isEmpty()) {
        byPicture.computeIfAbsent(picture, _ -> new ArrayList<>()).add(face);
      }
    }
    copies = byPicture.values().stream().filter(same -> same.size() > 1).toList();
  }

  /** The verdicts with what the copies tell. */
  List<List<Verdict>> added(List<List<Verdict>> verdicts) {
    List<List<Verdict>> changed = new ArrayList<>(verdicts);
    for (List<Integer> same : copies) {
      for (int face : same) {
        changed.set(
            face,
            verdicts.get(face).stream()
                .map(verdict -> compared(face, verdict, same, verdicts))
                .toList());
      }
    }
    return changed;
  }

  private Verdict compared(
      int face, Verdict verdict, List<Integer> same, List<List<Verdict>> verdicts) {
    Verdict compared = verdict;
    for (int copy : same) {
      for (Verdict other : copy == face ? List.<Verdict>of() : verdicts.get(copy)) {
        double oneIsWrong = verdict.logOdds() - other.logOdds();
        if (other.keypoint() == verdict.keypoint()
            && distance(face, copy, verdict.keypoint()) > DISAGREEMENT
            && oneIsWrong > compared.logOdds()) {
          compared = compared.with(oneIsWrong, SuspicionKind.DUPLICATE);
        }
      }
    }
    return compared;
  }

  private double distance(int face, int copy, int k) {
    double[] one = labels.get(face);
    double[] other = labels.get(copy);
    return Math.hypot(one[2 * k] - other[2 * k], one[2 * k + 1] - other[2 * k + 1]);
  }
}
