package org.keypointstudio.project.cleaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.project.cleaning.FaceRepair.PointRepair;

/**
 * Rows that show the same image, pixel for pixel.
 *
 * @param rule position of the rule that asks
 * @param labels one a face
 * @param groups positions of faces with the same image, in order, two or more each
 */
record Duplicates(
    int rule, FaceDataSet dataSet, List<FaceLabels> labels, List<List<Integer>> groups) {

  /**
   * What is done about duplicates, and what a person has to decide.
   *
   * @param repairs what becomes of which face
   * @param undecided what is left to a person
   */
  record Found(List<FaceRepair> repairs, List<UndecidedDuplicates> undecided) {}

  /** All rows that repeat an earlier one in every pixel and keypoint are excluded. */
  List<FaceRepair> identical() {
    List<FaceRepair> repairs = new ArrayList<>();
    for (List<Integer> group : groups) {
      List<Integer> kept = new ArrayList<>();
      for (int face : group) {
        kept.stream()
            .filter(earlier -> annotation(earlier).equals(annotation(face)))
            .findFirst()
            .ifPresentOrElse(
                earlier ->
                    repairs.add(
                        FaceRepair.exclude(rule, face, "it repeats %s".formatted(name(earlier)))),
                () -> kept.add(face));
      }
    }
    return repairs;
  }

  /** What the rule says about groups of which two rows differ. */
  Found differing(CleaningRule.DifferingDuplicates how) {
    List<FaceRepair> repairs = new ArrayList<>();
    List<UndecidedDuplicates> undecided = new ArrayList<>();
    for (List<Integer> group : groups) {
      if (differ(group, how.tolerance())) {
        switch (how.resolution()) {
          case KEEP_FIRST -> repairs.addAll(keeping(group, group.getFirst()));
          case KEEP_MOST_COMPLETE -> repairs.addAll(keeping(group, mostComplete(group)));
          case AVERAGE -> {
            averaged(group).ifPresent(repairs::add);
            repairs.addAll(keeping(group, group.getFirst()));
          }
          case CHOOSE -> undecided.add(new UndecidedDuplicates(rule, group));
        }
      }
    }
    return new Found(repairs, undecided);
  }

  private boolean differ(List<Integer> group, double tolerance) {
    Annotation first = annotation(group.getFirst());
    return group.stream().anyMatch(face -> differ(first, annotation(face), tolerance));
  }

  private static boolean differ(Annotation first, Annotation second, double tolerance) {
    for (int index = 0; index < first.size(); index++) {
      if (first.visibility(index) != second.visibility(index)) {
        return true;
      }
      double distance =
          Math.hypot(first.x(index) - second.x(index), first.y(index) - second.y(index));
      if (first.isPlaced(index) && distance > tolerance) {
        return true;
      }
    }
    return false;
  }

  private List<FaceRepair> keeping(List<Integer> group, int kept) {
    return group.stream()
        .filter(face -> face != kept)
        .map(face -> FaceRepair.exclude(rule, face, "same image as " + name(kept)))
        .toList();
  }

  private int mostComplete(List<Integer> group) {
    return group.stream()
        .max(Comparator.comparingInt(face -> annotation(face).placedCount()))
        .orElseThrow();
  }

  /** The first row with the mean of the keypoints; empty if it has them already. */
  private Optional<FaceRepair> averaged(List<Integer> group) {
    int first = group.getFirst();
    List<PointRepair> points = new ArrayList<>();
    for (int index = 0; index < annotation(first).size(); index++) {
      Keypoint before = annotation(first).keypoint(index);
      Keypoint mean = mean(group, index);
      if (!labels.get(first).isLocked(index) && !mean.equals(before)) {
        points.add(new PointRepair(index, before, mean));
      }
    }
    String why = "the mean of %d rows of its image".formatted(group.size());
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(new FaceRepair(rule, first, false, points, why));
  }

  /** The mean place of a keypoint; as in the first row if no row places it. */
  private Keypoint mean(List<Integer> group, int index) {
    List<Keypoint> placed =
        group.stream()
            .map(face -> annotation(face).keypoint(index))
            .filter(Keypoint::isPlaced)
            .toList();
    if (placed.isEmpty()) {
      return annotation(group.getFirst()).keypoint(index);
    }
    boolean seen = placed.stream().anyMatch(one -> one.visibility() == Visibility.VISIBLE);
    return new Keypoint(
        placed.stream().mapToDouble(Keypoint::x).average().orElseThrow(),
        placed.stream().mapToDouble(Keypoint::y).average().orElseThrow(),
        seen ? Visibility.VISIBLE : Visibility.OCCLUDED);
  }

  private Annotation annotation(int face) {
    return labels.get(face).annotation();
  }

  private String name(int face) {
    return dataSet.face(face).name();
  }
}
