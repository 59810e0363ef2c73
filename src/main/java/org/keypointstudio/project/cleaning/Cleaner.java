package org.keypointstudio.project.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.project.cleaning.FaceRepair.PointRepair;
import org.keypointstudio.task.TaskContext;

/**
 * Looks through a data set for what rules name, and plans what they say. Used once, by one thread.
 *
 * <p>Each rule sees the faces as the rules before it leave them. Locked keypoints stay as they are.
 */
public final class Cleaner {
  private final FaceDataSet dataSet;
  private final List<FaceLabels> labels;
  private final ImagePrints prints;
  private final List<FaceRepair> repairs = new ArrayList<>();
  private final List<UndecidedDuplicates> undecided = new ArrayList<>();

  private Cleaner(FaceDataSet dataSet, List<FaceLabels> labels, ImagePrints prints) {
    this.dataSet = dataSet;
    this.labels = new ArrayList<>(labels);
    this.prints = prints;
  }

  /**
   * What rules would do. Reads every image once, so it belongs into a background task.
   *
   * @param labels one a face, in the data set's order; excluded faces are left as they are
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static CleaningPlan plan(
      CleaningRules rules, FaceDataSet dataSet, List<FaceLabels> labels, TaskContext context) {
    Cleaner cleaner = new Cleaner(dataSet, labels, ImagePrints.of(dataSet, context));
    for (int rule = 0; rule < rules.rules().size(); rule++) {
      context.throwIfCancelled();
      cleaner.apply(rule, rules.rules().get(rule));
    }
    return new CleaningPlan(rules, cleaner.repairs, cleaner.undecided);
  }

  private void apply(int index, CleaningRule rule) {
    switch (rule) {
      case CleaningRule.UnreadableImage _ -> excludeUnreadable(index);
      case CleaningRule.FewPoints few -> excludeFew(index, few.least());
      case CleaningRule.PointsOutside outside -> repairOutside(index, outside);
      case CleaningRule.IdenticalRows _ -> add(duplicates(index).identical());
      case CleaningRule.DifferingDuplicates differing -> {
        Duplicates.Found found = duplicates(index).differing(differing);
        add(found.repairs());
        undecided.addAll(found.undecided());
      }
    }
  }

  private void excludeUnreadable(int rule) {
    for (int face = 0; face < labels.size(); face++) {
      if (isIn(face) && !prints.isReadable(face)) {
        add(List.of(FaceRepair.exclude(rule, face, "its image cannot be read")));
      }
    }
  }

  private void excludeFew(int rule, int least) {
    for (int face = 0; face < labels.size(); face++) {
      int placed = labels.get(face).annotation().placedCount();
      if (isIn(face) && placed < least) {
        String why = placed == 0 ? "it has no points" : "it has %d points only".formatted(placed);
        add(List.of(FaceRepair.exclude(rule, face, why)));
      }
    }
  }

  private void repairOutside(int rule, CleaningRule.PointsOutside outside) {
    for (int face = 0; face < labels.size(); face++) {
      Optional<ImageSize> size = prints.size(face);
      if (isIn(face) && size.isPresent()) {
        List<PointRepair> points = OutsidePoints.repairs(outside, labels.get(face), size.get());
        if (!points.isEmpty()) {
          String why =
              "%d %s outside its %s pixels"
                  .formatted(
                      points.size(), points.size() == 1 ? "point is" : "points are", size.get());
          add(
              List.of(
                  outside.repair() == CleaningRule.Repair.EXCLUDE
                      ? FaceRepair.exclude(rule, face, why)
                      : new FaceRepair(rule, face, false, points, why)));
        }
      }
    }
  }

  private Duplicates duplicates(int rule) {
    return new Duplicates(rule, dataSet, labels, prints.sameImages(this::isIn));
  }

  private boolean isIn(int face) {
    return !labels.get(face).isExcluded();
  }

  private void add(List<FaceRepair> found) {
    for (FaceRepair repair : found) {
      repairs.add(repair);
      labels.set(repair.face(), repair.applyTo(labels.get(repair.face())));
    }
  }
}
