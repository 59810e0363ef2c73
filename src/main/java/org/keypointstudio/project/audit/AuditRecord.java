package org.keypointstudio.project.audit;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.audit.AuditResult;
import org.keypointstudio.audit.Suspicion;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.labels.LabelsHash;

/**
 * An audit as it is kept beside its data set.
 *
 * @param at when it was done
 * @param settings how
 * @param labelledPoints how many labels were judged
 * @param faces a hash of each face's labels as they were judged, in the data set's order
 * @param findings the labels that are probably wrong, and the most suspicious of the others; the
 *     most suspicious first
 * @param notes what the person who reads them should know
 */
public record AuditRecord(
    Instant at,
    AuditSettings settings,
    long labelledPoints,
    List<String> faces,
    List<Finding> findings,
    List<String> notes) {
  /** So many findings are kept, or all that are probably wrong if they are more. */
  static final int LEAST_FINDINGS = 2_000;

  /** Copies the lists. */
  public AuditRecord {
    faces = List.copyOf(faces);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /**
   * What is kept of a result.
   *
   * @param labels of all faces, as they were judged
   */
  public static AuditRecord of(
      AuditResult result, List<FaceLabels> labels, AuditSettings settings, Instant at) {
    int kept = Math.max(LEAST_FINDINGS, result.probablyWrong().size());
    return new AuditRecord(
        at,
        settings,
        result.ranking().size(),
        labels.stream().map(face -> LabelsHash.of(face.annotation())).toList(),
        result.ranking().stream().limit(kept).map(each -> finding(each, labels)).toList(),
        result.notes());
  }

  private static Finding finding(Suspicion suspicion, List<FaceLabels> labels) {
    Annotation annotation = labels.get(suspicion.face()).annotation();
    return new Finding(
        suspicion, annotation.x(suspicion.keypoint()), annotation.y(suspicion.keypoint()));
  }

  /** The faces whose labels are others now than those that were judged. */
  public List<Integer> facesChangedTo(List<Annotation> labels) {
    return IntStream.range(0, faces.size())
        .filter(face -> isChanged(face, labels.get(face)))
        .boxed()
        .toList();
  }

  /** Whether a face's labels are others than those that were judged. */
  public boolean isChanged(int face, Annotation labels) {
    return !faces.get(face).equals(LabelsHash.of(labels));
  }
}
