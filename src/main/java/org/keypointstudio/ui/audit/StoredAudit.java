package org.keypointstudio.ui.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.project.audit.AuditRecord;
import org.keypointstudio.project.audit.KeptLabels;

/**
 * What earlier sessions left of a data set's audits.
 *
 * @param audit the latest one
 * @param changed the faces whose labels are others now than those that were judged
 * @param kept the labels of which a person said that they are right
 * @param problems a sentence about each file that could not be used
 */
record StoredAudit(
    Optional<AuditRecord> audit, List<Integer> changed, KeptLabels kept, List<String> problems) {

  /**
   * Reads it.
   *
   * @param labels of all faces as they are now
   */
  static StoredAudit read(AuditServices services, FaceDataSet dataSet, List<Annotation> labels) {
    List<String> problems = new ArrayList<>();
    Optional<AuditRecord> audit = Optional.empty();
    KeptLabels kept = KeptLabels.NONE;
    try {
      audit = services.auditFile(dataSet).read(dataSet.schema(), dataSet.size());
    } catch (IOException problem) {
      problems.add(String.valueOf(problem.getMessage()));
    }
    try {
      kept = services.keptFile(dataSet).read();
    } catch (IOException problem) {
      problems.add(String.valueOf(problem.getMessage()));
    }
    return new StoredAudit(
        audit, audit.map(it -> it.facesChangedTo(labels)).orElse(List.of()), kept, problems);
  }
}
