package org.keypointstudio.ui.statistics;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.dialog.DialogService;
import org.keypointstudio.ui.export.PngWriter;
import org.keypointstudio.ui.notification.Notifications;

/**
 * Writes charts and their numbers to files of the person's choice.
 *
 * @param dialogs asks where to
 * @param tasks writes
 * @param notifications tells how it went
 */
public record StatisticsExport(
    DialogService dialogs, TaskExecutor tasks, Notifications notifications) {

  /** A file that is being written. */
  private interface Writing {
    void write(Path target) throws Exception;
  }

  /** Writes a picture, where the person wants it. */
  void picture(Image picture, String name) {
    write("Export the chart", name + ".png", target -> new PngWriter().write(picture, target));
  }

  /** Writes a chart as lines and texts, where the person wants it. */
  void drawing(String svg, String name) {
    write(
        "Export the chart",
        name + ".svg",
        target -> Files.writeString(target, svg, StandardCharsets.UTF_8));
  }

  /** Writes a table, where the person wants it. */
  void table(String csv, String name) {
    write(
        "Export the numbers",
        name + ".csv",
        target -> Files.writeString(target, csv, StandardCharsets.UTF_8));
  }

  private void write(String title, String suggestion, Writing writing) {
    dialogs
        .chooseExportTarget(title, suggestion)
        .ifPresent(
            file ->
                tasks.execute(
                    BackgroundTask.of(
                        "Writing " + file.getFileName(),
                        _ -> {
                          writing.write(file);
                          return file;
                        }),
                    new TaskListener<Path>() {
                      @Override
                      public void onSuccess(Path written) {
                        notifications.success("%s is written.".formatted(written));
                      }

                      @Override
                      public void onFailure(Exception problem) {
                        notifications.problem(
                            "%s could not be written: %s".formatted(file, problem.getMessage()));
                      }
                    }));
  }
}
