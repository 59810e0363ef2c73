package org.keypointstudio.ui.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.keypointstudio.dataset.ChangedOutsideException;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.project.lock.EditLock;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.dialog.DialogService;
import org.keypointstudio.ui.merge.MergeViewModel;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.safety.ProjectSafety;
import org.keypointstudio.ui.safety.UnsavedWorkOffer;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.settings.Settings;

/** Opens, saves and closes data sets. What would lose unsaved changes asks first. */
public final class DataSetFilesViewModel {
  private final StudioSession session;
  private final FileServices services;
  private final TaskExecutor tasks;
  private final DialogService dialogs;
  private final Notifications notifications;
  private final Settings settings;
  private final FirstFaces firstFaces = new FirstFaces();

  /**
   * What opening and saving need.
   *
   * @param labels opens and saves data sets with their marks
   * @param safety keeps unsaved changes
   * @param offer gives back what an earlier program left
   * @param merge merges what another program changed
   */
  public record FileServices(
      LabelStore labels, ProjectSafety safety, UnsavedWorkOffer offer, MergeViewModel merge) {}

  /** The files of a session. */
  public DataSetFilesViewModel(
      StudioSession session,
      FileServices services,
      TaskExecutor tasks,
      DialogService dialogs,
      Notifications notifications,
      Settings settings) {
    this.session = session;
    this.services = services;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.notifications = notifications;
    this.settings = settings;
  }

  /** Lets the person choose a data set, and opens it. */
  public void openChosen() {
    dialogs.chooseDataSet("Open a data set").ifPresent(this::open);
  }

  /** Lets the person choose a folder that holds a data set, and opens it. */
  public void openChosenFolder() {
    dialogs.chooseFolder("Open a folder of images and labels").ifPresent(this::open);
  }

  /** Opens a data set in the place of the present one, which stays if that fails. */
  public void open(Path path) {
    whenNothingIsLost(() -> startOpening(path));
  }

  private void startOpening(Path path) {
    FirstFaces.Opening opening = firstFaces.begin();
    ProjectSafety.Search search = services.safety().searchFor(path, opening::show);
    tasks.execute(
        BackgroundTask.of("Opening " + path.getFileName(), search::look),
        listener(
            found -> {
              services.safety().begin(found, session::open, this::open);
              // Only now, so that the window goes from the first faces to all of them in one step.
              opening.end();
              services.offer().offer(found.work());
              settings.update(present -> present.withRecentFile(path));
            },
            opening::end));
  }

  /** What is read already of the data set that is being opened. */
  public FirstFaces firstFaces() {
    return firstFaces;
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

  /** What was written, and the lock of another place to which it was. */
  private record Saved(LabelledDataSet written, Optional<EditLock> newLock) {}

  private void saveTo(OpenDataSet open, Path target, Runnable afterwards) {
    LabelledDataSet onDisk =
        services.safety().onDisk().orElseThrow(() -> new IllegalStateException("Nothing is open"));
    List<FaceLabels> labels = open.document().labelsSnapshot();
    int changed = open.document().unsavedLabels().size();
    boolean atHome = services.safety().isAtHome(target);
    tasks.execute(
        BackgroundTask.of(
            "Saving " + target.getFileName(),
            context -> {
              Optional<EditLock> newLock =
                  atHome ? Optional.empty() : services.safety().takeLock(target);
              return write(onDisk, labels, target, newLock, context);
            }),
        listener(
            saved -> {
              onSaved(open, saved);
              notifications.success(
                  "Saved %s: %d %s changed."
                      .formatted(target.getFileName(), changed, changed == 1 ? "face" : "faces"));
              saved.written().messages().forEach(notifications::inform);
              afterwards.run();
            }));
  }

  private Saved write(
      LabelledDataSet onDisk,
      List<FaceLabels> labels,
      Path target,
      Optional<EditLock> newLock,
      TaskContext context)
      throws DataSetException {
    boolean written = false;
    try {
      int backups = settings.valueProperty().get().backups();
      Saved saved =
          new Saved(services.labels().save(onDisk, labels, target, backups, context), newLock);
      written = true;
      return saved;
    } finally {
      if (!written) {
        newLock.ifPresent(services.safety()::giveBack);
      }
    }
  }

  private void onSaved(OpenDataSet open, Saved saved) {
    saved.newLock().ifPresent(_ -> open.document().setReadOnly(false));
    open.document().markSaved(saved.written().labels());
    services.safety().saved(saved.written(), saved.newLock());
    session.rebase(saved.written().dataSet());
    settings.update(present -> present.withRecentFile(saved.written().dataSet().path()));
  }

  /** Closes the data set. */
  public void close() {
    whenNothingIsLost(
        () -> {
          session.close();
          services.safety().end();
        });
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

  private <T> TaskListener<T> listener(Consumer<T> onSuccess) {
    return listener(onSuccess, () -> {});
  }

  /**
   * A listener that tells of what fails.
   *
   * @param onNothing called when it failed or was cancelled
   */
  private <T> TaskListener<T> listener(Consumer<T> onSuccess, Runnable onNothing) {
    return new TaskListener<>() {
      @Override
      public void onSuccess(T result) {
        onSuccess.accept(result);
      }

      @Override
      public void onCancelled() {
        onNothing.run();
      }

      @Override
      public void onFailure(Exception problem) {
        onNothing.run();
        if (problem instanceof ChangedOutsideException change) {
          services.merge().offer(change, DataSetFilesViewModel.this::open);
        } else {
          notifications.failure("Reading or writing a data set failed", problem);
        }
      }
    };
  }
}
