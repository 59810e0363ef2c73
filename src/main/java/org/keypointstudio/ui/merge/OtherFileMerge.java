package org.keypointstudio.ui.merge;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.edit.merge.Side;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.project.merge.DataSetMerge;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.dialog.DialogService;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Takes what somebody else labelled in a copy of the open data set. Lives on the window's thread.
 */
public final class OtherFileMerge {
  private final StudioSession session;
  private final LabelStore labels;
  private final TaskExecutor tasks;
  private final DialogService dialogs;
  private final Notifications notifications;
  private final MergeViewModel merge;

  /**
   * Merges into the document of a session.
   *
   * @param merge asks about the faces that both changed
   */
  public OtherFileMerge(
      StudioSession session,
      LabelStore labels,
      TaskExecutor tasks,
      DialogService dialogs,
      Notifications notifications,
      MergeViewModel merge) {
    this.session = session;
    this.labels = labels;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.notifications = notifications;
    this.merge = merge;
  }

  /** Lets the person choose the other file and the one that both began with, and merges them. */
  public void mergeChosen() {
    session
        .openDataSet()
        .ifPresent(
            open -> {
              Optional<Path> theirs = dialogs.chooseDataSet("Merge: the other person's file");
              Optional<Path> base =
                  theirs.flatMap(
                      _ -> dialogs.chooseDataSet("Merge: the file that you both began with"));
              base.ifPresent(common -> read(open, theirs.orElseThrow(), common));
            });
  }

  private void read(OpenDataSet open, Path theirs, Path base) {
    LabelledDataSet ours =
        new LabelledDataSet(open.dataSet(), open.document().labelsSnapshot(), List.of());
    tasks.execute(
        BackgroundTask.of(
            "Merging " + theirs.getFileName(), context -> read(ours, theirs, base, context)),
        listener(open));
  }

  private Incoming.OtherFile read(LabelledDataSet ours, Path theirs, Path base, TaskContext context)
      throws DataSetException {
    LabelledDataSet other = labels.open(theirs, context);
    LabelledDataSet common = labels.open(base, context);
    // Only looks whether all three show the same faces: the person may go on editing meanwhile.
    DataSetMerge.of(common, ours, other, Side.OURS, context);
    return new Incoming.OtherFile(other, common.labels());
  }

  private TaskListener<Incoming.OtherFile> listener(OpenDataSet open) {
    return new TaskListener<>() {
      @Override
      public void onSuccess(Incoming.OtherFile read) {
        if (session.openDataSet().filter(now -> now.document() == open.document()).isPresent()) {
          merge.begin(read);
        }
      }

      @Override
      public void onFailure(Exception problem) {
        notifications.failure("Reading a file to merge failed", problem);
      }
    };
  }
}
