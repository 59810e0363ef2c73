package org.keypointstudio.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Faults that are seen in the labels alone: points outside the image and points on another point.
 * How much they tell depends on how usual they are in the data set. In crops with cut-off chins a
 * point outside means nothing; where it is the only one, it is almost surely wrong.
 */
final class PlainFaults {
  /** Share of wrong points that show the fault. */
  private static final double SHARE_OF_WRONG = 0.2;

  /** Two points nearer than this are on each other, in units. */
  private static final double SAME_PLACE = 0.25;

  private static final double SIDE = 96;

  private final List<AuditedFace> faces;
  private final List<double[]> labels;

  PlainFaults(List<AuditedFace> faces, List<double[]> labels) {
    this.faces = faces;
    this.labels = labels;
  }

  /** Says of one label whether it shows a fault. */
  private interface Fault {
    boolean isShown(int face, int keypoint);
  }

  /** The verdicts with what the faults tell. */
  List<List<Verdict>> added(List<List<Verdict>> verdicts) {
    List<List<Verdict>> outside = added(verdicts, this::isOutside, SuspicionKind.OUTSIDE);
    return added(outside, this::isOnAnother, SuspicionKind.COINCIDENT);
  }

  private List<List<Verdict>> added(List<List<Verdict>> verdicts, Fault fault, SuspicionKind kind) {
    long shown = 0;
    long all = 0;
    for (int face = 0; face < verdicts.size(); face++) {
      for (Verdict verdict : verdicts.get(face)) {
        shown += fault.isShown(face, verdict.keypoint()) ? 1 : 0;
        all++;
      }
    }
    double usual = (shown + 1.0) / (all + 2.0);
    double evidence = Math.max(0, Math.log(SHARE_OF_WRONG / usual));
    List<List<Verdict>> changed = new ArrayList<>(verdicts.size());
    for (int face = 0; face < verdicts.size(); face++) {
      int position = face;
      changed.add(
          verdicts.get(face).stream()
              .map(
                  verdict ->
                      evidence > 0 && fault.isShown(position, verdict.keypoint())
                          ? withFault(verdict, evidence, kind)
                          : verdict)
              .toList());
    }
    return changed;
  }

  /** An error that concerns several points says more than the fault of one of them. */
  private static Verdict withFault(Verdict verdict, double evidence, SuspicionKind kind) {
    return verdict.with(
        verdict.logOdds() + evidence,
        verdict.together() > 1 && verdict.logOdds() > 0 ? verdict.kind() : kind);
  }

  private boolean isOutside(int face, int keypoint) {
    double x = labels.get(face)[2 * keypoint];
    double y = labels.get(face)[2 * keypoint + 1];
    AuditedFace audited = faces.get(face);
    double halfX = 0.5 / audited.pixelsPerUnit(0);
    double halfY = 0.5 / audited.pixelsPerUnit(1);
    return x < -halfX || y < -halfY || x > SIDE - halfX || y > SIDE - halfY;
  }

  private boolean isOnAnother(int face, int keypoint) {
    double[] here = labels.get(face);
    return IntStream.range(0, here.length / 2)
        .anyMatch(
            other ->
                other != keypoint
                    && Math.hypot(
                            here[2 * other] - here[2 * keypoint],
                            here[2 * other + 1] - here[2 * keypoint + 1])
                        < SAME_PLACE);
  }
}
