package org.keypointstudio.ui.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.keypointstudio.project.study.ShippedStudies;
import org.keypointstudio.project.study.Study;
import org.keypointstudio.project.study.StudyFile;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.dialog.DialogService;
import org.keypointstudio.ui.notification.Notifications;

/** The study from a file that a person chose instead of ticking one together, if any. */
public final class PreparedStudy {
  private final DialogService dialogs;
  private final TaskExecutor tasks;
  private final Notifications notifications;
  private final ReadOnlyObjectWrapper<Optional<Study>> study =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * None as yet.
   *
   * @param tasks reads the files
   */
  public PreparedStudy(DialogService dialogs, TaskExecutor tasks, Notifications notifications) {
    this.dialogs = dialogs;
    this.tasks = tasks;
    this.notifications = notifications;
  }

  /** The study to run; empty if what is ticked is to be run. */
  public ReadOnlyObjectProperty<Optional<Study>> studyProperty() {
    return study.getReadOnlyProperty();
  }

  /** Goes back to what is ticked. */
  void forget() {
    study.set(Optional.empty());
  }

  /**
   * Takes a study that comes with the program.
   *
   * @param name one of {@link ShippedStudies#names()}
   */
  void useShipped(String name) {
    read(BackgroundTask.of("Reading a study", _ -> ShippedStudies.find(name).orElseThrow()));
  }

  /** Asks for a file and takes its study; a file that is none leaves all as it was. */
  void chooseFile() {
    dialogs.chooseFile("Open a study", "Studies", "*.json").ifPresent(this::useFile);
  }

  private void useFile(Path file) {
    read(
        BackgroundTask.of(
            "Reading " + file.getFileName(),
            _ -> new StudyFile().read(file.toString(), Files.readAllBytes(file))));
  }

  private void read(BackgroundTask<Study> task) {
    tasks.execute(
        task,
        new TaskListener<>() {
          @Override
          public void onSuccess(Study read) {
            study.set(Optional.of(read));
          }

          @Override
          public void onFailure(Exception problem) {
            notifications.problem("The study could not be opened: " + problem.getMessage());
          }
        });
  }
}
