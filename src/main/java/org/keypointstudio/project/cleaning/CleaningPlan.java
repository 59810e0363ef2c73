package org.keypointstudio.project.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keypointstudio.edit.BatchChange;
import org.keypointstudio.edit.FaceChange;
import org.keypointstudio.edit.LabelsChange;
import org.keypointstudio.model.FaceLabels;

/**
 * What rules would do to a data set. Nothing is changed until the plan is applied.
 *
 * @param rules that were applied
 * @param repairs what becomes of which face, in the order in which it does
 * @param undecided what a person has to decide; nothing is planned for these
 */
public record CleaningPlan(
    CleaningRules rules, List<FaceRepair> repairs, List<UndecidedDuplicates> undecided) {

  /**
   * What one rule does, in numbers.
   *
   * @param excluded faces that it excludes
   * @param repaired faces of which it changes keypoints
   * @param points keypoints that it changes
   * @param undecided groups of duplicates that it leaves to a person
   */
  public record Count(int excluded, int repaired, int points, int undecided) {}

  /** Copies the lists. */
  public CleaningPlan {
    repairs = List.copyOf(repairs);
    undecided = List.copyOf(undecided);
  }

  /** Whether nothing would change. */
  public boolean isEmpty() {
    return repairs.isEmpty();
  }

  /** What a rule does, by its position. */
  public Count count(int rule) {
    List<FaceRepair> own = repairs.stream().filter(repair -> repair.rule() == rule).toList();
    return new Count(
        (int) own.stream().filter(FaceRepair::excluded).count(),
        (int) own.stream().filter(repair -> !repair.points().isEmpty()).count(),
        own.stream().mapToInt(repair -> repair.points().size()).sum(),
        (int) undecided.stream().filter(group -> group.rule() == rule).count());
  }

  /** The faces that it changes, by their positions, with what they become. */
  public Map<Integer, FaceLabels> after(List<FaceLabels> before) {
    Map<Integer, FaceLabels> after = new TreeMap<>();
    for (FaceRepair repair : repairs) {
      FaceLabels present = after.getOrDefault(repair.face(), before.get(repair.face()));
      after.put(repair.face(), repair.applyTo(present));
    }
    return after;
  }

  /** All labels after it, one a face. */
  public List<FaceLabels> allAfter(List<FaceLabels> before) {
    List<FaceLabels> all = new ArrayList<>(before);
    after(before).forEach(all::set);
    return List.copyOf(all);
  }

  /** All of it as one undoable change. */
  public BatchChange toChange(List<FaceLabels> before) {
    String text = "Clean by rules: " + rules.name();
    List<FaceChange> steps = new ArrayList<>();
    after(before)
        .forEach(
            (face, labels) -> steps.add(new LabelsChange(face, before.get(face), labels, text)));
    return new BatchChange(steps, text);
  }

  /** This plan with a person's decision about some duplicates. */
  public CleaningPlan deciding(UndecidedDuplicates group, List<FaceRepair> decision) {
    List<FaceRepair> more = new ArrayList<>(repairs);
    more.addAll(decision);
    return new CleaningPlan(
        rules, more, undecided.stream().filter(other -> !other.equals(group)).toList());
  }
}
