package org.keypointstudio.project.audit;

import java.util.List;
import org.keypointstudio.audit.AuditResult;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.task.TaskContext;

/** Ranks all labelled points of a data set by how likely they are wrong. */
@FunctionalInterface
public interface Auditor {

  /**
   * Audits a data set. May take minutes, so never call it on the window's thread.
   *
   * @param faces whose images are looked at
   * @param labels of all faces, in the data set's order, as they are now
   * @param groups faces of one group are never both learned from and judged
   * @throws AuditException with a sentence for the person if it cannot be done
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  AuditResult audit(
      FaceDataSet faces,
      List<FaceLabels> labels,
      FaceGroups groups,
      AuditSettings settings,
      TaskContext context)
      throws AuditException;
}
