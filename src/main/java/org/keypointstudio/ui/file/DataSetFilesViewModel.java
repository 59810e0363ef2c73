package org.keypointstudio.ui.file;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.DataSetStore;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.dialog.DialogService;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens, saves and closes data sets. What would lose unsaved changes asks first. */
public final class DataSetFilesViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(DataSetFilesViewModel.class);

  private final StudioSession session;
  private final DataSetStore store;
  private final TaskExecutor tasks;
  private final DialogService dialogs;
  private final Notifications notifications;
  private final Settings settings;

  /** The files of a session. */
  public DataSetFilesViewModel(
      StudioSession session,
      DataSetStore store,
      TaskExecutor tasks,
      DialogService dialogs,
      Notifications notifications,
      Settings settings) {
    this.session = session;
    this.store = store;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.notifications = notifications;
    this.settings = settings;
  }

  /** Lets the person choose a data set, and opens it. */
  public void openChosen() {
    dialogs.chooseDataSet().ifPresent(this::open);
  }

  /** Opens a data set in the place of the present one, which stays if that fails. */
  public void open(Path path) {
    whenNothingIsLost(() -> startOpening(path));
  }

  private void startOpening(Path path) {
    tasks.execute(
        BackgroundTask.of("Opening " + path.getFileName(), context -> store.open(path, context)),
        listener(
            dataSet -> {
              session.open(OpenDataSet.of(dataSet));
              settings.update(present -> present.withRecentFile(path));
            }));
  }

  /** Writes the changes to the file that was opened. */
  public void save() {
    save(() -> {});
  }

  private void save(Runnable afterwards) {
    session.openDataSet().ifPresent(open -> saveTo(open, open.dataSet().path(), afterwards));
  }

  /**
   * Lets the person choose a file, and writes everything to it; it is the open one from then on.
   */
  public void saveAs() {
    session
        .openDataSet()
        .ifPresent(
            open ->
                dialogs
                    .chooseSaveTarget(open.dataSet().path())
                    .ifPresent(target -> saveTo(open, target, () -> {})));
  }

  private void saveTo(OpenDataSet open, Path target, Runnable afterwards) {
    List<FaceLabels> labels = open.document().labelsSnapshot();
    List<Annotation> snapshot = labels.stream().map(FaceLabels::annotation).toList();
    int changed = open.document().unsavedLabels().size();
    tasks.execute(
        BackgroundTask.of(
            "Saving " + target.getFileName(),
            context -> store.save(open.dataSet(), snapshot, target, context)),
        listener(
            written -> {
              open.document().markSaved(labels);
              session.rebase(written);
              settings.update(present -> present.withRecentFile(target));
              notifications.success(
                  "Saved %s: %d %s changed."
                      .formatted(target.getFileName(), changed, changed == 1 ? "face" : "faces"));
              afterwards.run();
            }));
  }

  /** Closes the data set. */
  public void close() {
    whenNothingIsLost(session::close);
  }

  /**
   * Does something that would lose unsaved changes: at once if there are none, else after they are
   * saved or given up, or not at all, as the person decides.
   */
  public void whenNothingIsLost(Runnable action) {
    if (!session.dirtyProperty().get()) {
      action.run();
      return;
    }
    String name =
        session
            .openDataSet()
            .map(open -> String.valueOf(open.dataSet().path().getFileName()))
            .orElse("");
    switch (dialogs.askAboutUnsavedChanges(name)) {
      case SAVE -> save(action);
      case DISCARD -> action.run();
      case CANCEL -> {}
    }
  }

  private TaskListener<FaceDataSet> listener(Consumer<FaceDataSet> onSuccess) {
    return new TaskListener<>() {
      @Override
      public void onSuccess(FaceDataSet result) {
        onSuccess.accept(result);
      }

      @Override
      public void onFailure(Exception problem) {
        if (problem instanceof DataSetException) {
          notifications.problem(String.valueOf(problem.getMessage()));
        } else {
          LOG.error("Reading or writing a data set failed", problem);
          notifications.problem("Something went wrong that should not: " + problem);
        }
      }
    };
  }
}
