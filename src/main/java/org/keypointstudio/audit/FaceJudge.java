package org.keypointstudio.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keypointstudio.model.KeypointSchema;

/**
 * Judges the labels of one face after another by Bayes' rule. If one moved point explains a face
 * best, it is set aside and the others are judged without it, so that several are found.
 */
final class FaceJudge {
  private static final int FEWEST_TO_SET_ASIDE_FROM = 3;

  private final KeypointSchema schema;
  private final StudentT anyFace;

  /**
   * A judge.
   *
   * @param anyFace the distribution of all faces' labels
   */
  FaceJudge(KeypointSchema schema, StudentT anyFace) {
    this.schema = schema;
    this.anyFace = anyFace;
  }

  /** What is thought of one label by the hypotheses at one stage. */
  private record Opinion(double logOdds, Hypothesis best, double deviation) {}

  /** The hypotheses of a face under one of several expectations. */
  private record Stage(Expectation expectation, FaceHypotheses faces, List<Hypothesis> all) {

    /** The logarithm of the probability of the labels, whatever is wrong with them. */
    double evidence() {
      return logSum(all.stream().mapToDouble(Hypothesis::logWeight).toArray());
    }
  }

  /**
   * One verdict for each labelled keypoint.
   *
   * @param labels x and y of each keypoint in turn, in units; NaN where it is not labelled
   * @param expectations ways to see the face, each as likely as the others
   */
  List<Verdict> judge(double[] labels, List<Expectation> expectations) {
    List<Integer> placed = StudentT.placed(labels);
    List<Integer> trusted = new ArrayList<>(placed);
    Map<Integer, Opinion> opinions = new HashMap<>();
    Expectation fitting = expectations.getFirst();
    while (!trusted.isEmpty()) {
      List<Integer> present = List.copyOf(trusted);
      List<Stage> stages =
          expectations.stream()
              .map(expectation -> stage(labels, expectation, present, placed.size()))
              .toList();
      Stage likely = Collections.max(stages, Comparator.comparingDouble(Stage::evidence));
      fitting = likely.expectation();
      List<Hypothesis> all = merged(stages);
      for (int i = 0; i < present.size(); i++) {
        double deviation = likely.faces().conditional(i).deviation() * fitting.spread();
        opinions.put(present.get(i), opinion(present.get(i), all, deviation));
      }
      Hypothesis best = Collections.max(all, Comparator.comparingDouble(Hypothesis::logWeight));
      boolean moved = best.wrong().size() == 1;
      if (!moved || present.size() < FEWEST_TO_SET_ASIDE_FROM) {
        break;
      }
      trusted.remove(best.wrong().getFirst());
    }
    Expectation seen = fitting;
    return placed.stream()
        .map(k -> verdict(k, labels, seen, opinions, new HashSet<>(trusted)))
        .toList();
  }

  private Stage stage(double[] labels, Expectation expectation, List<Integer> present, int placed) {
    var faces = new FaceHypotheses(schema, labels, expectation, present);
    List<Hypothesis> all = new ArrayList<>(faces.moves());
    all.add(faces.clean());
    if (present.size() == placed) {
      all.addAll(faces.permutations());
      faces.otherFace(anyFace).ifPresent(all::add);
    }
    return new Stage(expectation, faces, all);
  }

  /** The hypotheses whichever way the face is to be seen. */
  private static List<Hypothesis> merged(List<Stage> stages) {
    List<Hypothesis> first = stages.getFirst().all();
    List<Hypothesis> merged = new ArrayList<>(first.size());
    for (int h = 0; h < first.size(); h++) {
      int position = h;
      double weight =
          logSum(stages.stream().mapToDouble(s -> s.all().get(position).logWeight()).toArray());
      Hypothesis one = first.get(h);
      merged.add(new Hypothesis(one.kind(), one.wrong(), one.places(), weight));
    }
    return merged;
  }

  private static double logSum(double[] logs) {
    double highest = Arrays.stream(logs).max().orElseThrow();
    return highest + Math.log(Arrays.stream(logs).map(log -> Math.exp(log - highest)).sum());
  }

  private static Opinion opinion(int keypoint, List<Hypothesis> all, double deviation) {
    double highest = all.stream().mapToDouble(Hypothesis::logWeight).max().orElseThrow();
    double wrong = 0;
    double right = 0;
    Hypothesis best = all.getFirst();
    double bestWeight = Double.NEGATIVE_INFINITY;
    for (Hypothesis hypothesis : all) {
      double weight = Math.exp(hypothesis.logWeight() - highest);
      if (!hypothesis.wrong().contains(keypoint)) {
        right += weight;
        continue;
      }
      wrong += weight;
      if (hypothesis.logWeight() > bestWeight) {
        best = hypothesis;
        bestWeight = hypothesis.logWeight();
      }
    }
    double logOdds =
        Math.log(Math.max(wrong, Double.MIN_NORMAL)) - Math.log(Math.max(right, Double.MIN_NORMAL));
    return new Opinion(logOdds, best, deviation);
  }

  private static Verdict verdict(
      int keypoint,
      double[] labels,
      Expectation expectation,
      Map<Integer, Opinion> opinions,
      Set<Integer> trusted) {
    Opinion opinion = opinions.getOrDefault(keypoint, opinions.values().iterator().next());
    Hypothesis best = opinion.best();
    List<Integer> known = new ArrayList<>(trusted);
    known.remove((Integer) keypoint);
    if (opinion.logOdds() > 0) {
      known.removeAll(best.wrong());
    }
    Collections.sort(known);
    double[] expected =
        expectation.scatter().conditionalMean(keypoint, expectation.residuals(labels), known);
    double x = expectation.centre()[2 * keypoint] + expectation.spread() * expected[0];
    double y = expectation.centre()[2 * keypoint + 1] + expectation.spread() * expected[1];
    int index = best.wrong().indexOf(keypoint);
    return new Verdict(
        keypoint,
        opinion.logOdds(),
        best.kind(),
        best.places().isEmpty() ? keypoint : best.places().get(index),
        best.wrong().size(),
        Math.hypot(labels[2 * keypoint] - x, labels[2 * keypoint + 1] - y),
        opinion.deviation(),
        x,
        y);
  }
}
