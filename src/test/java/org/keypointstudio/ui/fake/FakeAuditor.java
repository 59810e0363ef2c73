package org.keypointstudio.ui.fake;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.audit.AuditResult;
import org.keypointstudio.audit.Suspicion;
import org.keypointstudio.audit.SuspicionKind;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.project.audit.AuditSettings;
import org.keypointstudio.project.audit.Auditor;
import org.keypointstudio.task.TaskContext;

/** Finds what a test tells it to find, and remembers how it was asked. */
public final class FakeAuditor implements Auditor {
  private final List<Suspicion> suspicions = new ArrayList<>();
  private final List<AuditSettings> asked = new ArrayList<>();

  /**
   * From now on it finds this too.
   *
   * @param score the natural logarithm of the odds that the label is wrong
   */
  public FakeAuditor finding(
      int face, int keypoint, double score, SuspicionKind kind, Keypoint suggested) {
    suspicions.add(
        new Suspicion(
            face, keypoint, score, kind, suggested, "Keypoint %d looks odd.".formatted(keypoint)));
    return this;
  }

  /** How it was asked, in order. */
  public List<AuditSettings> asked() {
    return asked;
  }

  @Override
  public AuditResult audit(
      FaceDataSet faces,
      List<FaceLabels> labels,
      FaceGroups groups,
      AuditSettings settings,
      TaskContext context) {
    asked.add(settings);
    context.throwIfCancelled();
    return new AuditResult(suspicions, List.of());
  }
}
