package org.keypointstudio.ui.starter;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.keypointstudio.project.shipped.ShippedData;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.notification.Notifications;

/** Opens the person's own copy of the sample data. */
public final class SamplesViewModel {
  private final ShippedData samples;
  private final TaskExecutor tasks;
  private final Consumer<Path> open;
  private final Notifications notifications;

  /**
   * The sample data of a window.
   *
   * @param open opens a data set
   */
  public SamplesViewModel(
      ShippedData samples, TaskExecutor tasks, Consumer<Path> open, Notifications notifications) {
    this.samples = samples;
    this.tasks = tasks;
    this.open = open;
    this.notifications = notifications;
  }

  /** Whether there is any sample data. */
  public boolean isPresent() {
    return samples.isPresent();
  }

  /** Makes the copy if there is none yet, and opens it. */
  public void open() {
    tasks.execute(
        BackgroundTask.of("Copying the sample data", _ -> samples.ownCopy()),
        new TaskListener<Path>() {
          @Override
          public void onSuccess(Path copy) {
            open.accept(copy);
          }

          @Override
          public void onFailure(Exception problem) {
            notifications.failure("The sample data cannot be opened", problem);
          }
        });
  }
}
