package org.keypointstudio.ui.safety;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.edit.BatchChange;
import org.keypointstudio.edit.FaceChange;
import org.keypointstudio.edit.LabelsChange;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.backup.Backups;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.project.merge.DataSetMerge;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.dialog.DialogService;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back the labels of an earlier version, as unsaved changes of the open data set, so that
 * nothing is overwritten and undo takes them back. Lives on the window's thread.
 */
public final class BackupsViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(BackupsViewModel.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

  private final StudioSession session;
  private final LabelStore labels;
  private final TaskExecutor tasks;
  private final DialogService dialogs;
  private final Notifications notifications;

  /** The backups of the data set that is open in a session. */
  public BackupsViewModel(
      StudioSession session,
      LabelStore labels,
      TaskExecutor tasks,
      DialogService dialogs,
      Notifications notifications) {
    this.session = session;
    this.labels = labels;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.notifications = notifications;
  }

  /** Lets the person choose an earlier version, and gives its labels back. */
  public void restoreChosen() {
    session
        .openDataSet()
        .ifPresent(
            open ->
                tasks.execute(
                    BackgroundTask.of(
                        "Listing backups",
                        _ -> new Backups(labels.project(open.dataSet().path())).list()),
                    listener(versions -> choose(open, versions))));
  }

  private void choose(OpenDataSet open, List<Backups.Version> versions) {
    if (versions.isEmpty()) {
      notifications.inform(
          "There is no backup of %s yet: each save keeps the version before it."
              .formatted(open.dataSet().path().getFileName()));
      return;
    }
    dialogs
        .chooseOne(
            "Restore a backup",
            "Which version? Its labels become unsaved changes, so nothing is overwritten.",
            versions.stream()
                .map(version -> "as it was until " + TIME.format(version.overtaken()))
                .toList())
        .ifPresent(chosen -> read(open, versions.get(chosen)));
  }

  private void read(OpenDataSet open, Backups.Version version) {
    tasks.execute(
        BackgroundTask.of(
            "Reading the backup",
            context -> {
              LabelledDataSet read = labels.open(version, context);
              DataSetMerge.requireSameShape(open.dataSet(), read.dataSet());
              return read;
            }),
        listener(read -> restore(open, version, read.labels())));
  }

  private void restore(OpenDataSet open, Backups.Version version, List<FaceLabels> earlier) {
    AnnotationDocument document = open.document();
    List<FaceChange> steps = new ArrayList<>();
    for (int face = 0; face < document.size(); face++) {
      steps.add(
          new LabelsChange(face, document.labels(face), earlier.get(face), "Restore the face"));
    }
    BatchChange change =
        new BatchChange(steps, "Restore the backup of " + TIME.format(version.overtaken()));
    if (change.isIdentity()) {
      notifications.inform("The labels of that version are the ones that you have.");
      return;
    }
    document.endStep();
    document.apply(change);
    document.endStep();
    notifications.success(
        "Restored %,d %s from the backup; save to keep them, or undo."
            .formatted(change.steps().size(), change.steps().size() == 1 ? "face" : "faces"));
  }

  private <T> TaskListener<T> listener(Consumer<T> onSuccess) {
    return new TaskListener<>() {
      @Override
      public void onSuccess(T result) {
        onSuccess.accept(result);
      }

      @Override
      public void onFailure(Exception problem) {
        if (!(problem instanceof DataSetException)) {
          LOG.error("Backups cannot be read", problem);
        }
        notifications.problem("The backup could not be read: %s".formatted(problem.getMessage()));
      }
    };
  }
}
