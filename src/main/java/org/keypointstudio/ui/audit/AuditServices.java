package org.keypointstudio.ui.audit;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.project.audit.AuditFile;
import org.keypointstudio.project.audit.Auditor;
import org.keypointstudio.project.audit.KeptLabelsFile;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.ui.notification.Notifications;

/**
 * What the Audit workspace needs.
 *
 * @param executor audits off the window's thread
 * @param errands does short work, one piece after the other, without a place in the status bar
 * @param auditor judges labels
 * @param folders where audits of a data set are kept
 * @param notifications tells what went wrong
 * @param clock tells when an audit was done and how long it will take
 */
public record AuditServices(
    TaskExecutor executor,
    TaskExecutor errands,
    Auditor auditor,
    Function<FaceDataSet, Path> folders,
    Notifications notifications,
    InstantSource clock) {

  /** The latest audit of a data set. */
  AuditFile auditFile(FaceDataSet dataSet) {
    return new AuditFile(folders.apply(dataSet).resolve("audit.json"));
  }

  /** The labels of a data set of which a person said that they are right. */
  KeptLabelsFile keptFile(FaceDataSet dataSet) {
    return KeptLabelsFile.in(folders.apply(dataSet));
  }
}
