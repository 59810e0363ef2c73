package org.keypointstudio.project.audit;

import java.util.List;
import org.keypointstudio.audit.AuditResult;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.task.TaskContext;

/**
 * Ranks labels by the shape of the faces alone, in seconds. Changed sides and far moves stand out;
 * labels of another face do not, because nothing looks at the picture. Of the settings nothing is
 * used.
 */
public final class ShapeAuditor implements Auditor {
  /** What the person should know of such a ranking. */
  public static final String WARNING =
      "No model looked at the pictures, so small moves and labels of another face are missed.";

  @Override
  public AuditResult audit(
      FaceDataSet faces,
      List<FaceLabels> labels,
      FaceGroups groups,
      AuditSettings settings,
      TaskContext context)
      throws AuditException {
    return AuditSnapshot.read(faces, labels, groups, context)
        .ranked(List.of(), List.of(WARNING), context);
  }
}
