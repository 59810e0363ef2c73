package org.keypointstudio.ui.train;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.Image;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.chart.Curve;
import org.keypointstudio.ui.export.PngWriter;

/** Writes the curves of runs to files of the person's choice. */
public final class RunExport {
  private final TrainServices services;
  private final PngWriter pictures = new PngWriter();

  RunExport(TrainServices services) {
    this.services = services;
  }

  /** A file that is being written. */
  private interface Writing {
    void write(Path target) throws Exception;
  }

  /** Writes a picture of the chart, where the person wants it. */
  void picture(Image picture, String runName) {
    write("Export the chart", runName + ".png", target -> pictures.write(picture, target));
  }

  /** Writes the chart as lines and texts, where the person wants it. */
  void drawing(String svg, String runName) {
    write(
        "Export the chart",
        runName + ".svg",
        target -> Files.writeString(target, svg, StandardCharsets.UTF_8));
  }

  /** Writes every point of the runs' curves, where the person wants it. */
  void points(List<TrainingRun> runs) {
    if (!runs.isEmpty()) {
      // The text is made here, since a run that goes on adds to its curves on this thread.
      String text = csv(runs);
      write(
          "Export the curves",
          runs.getFirst().name() + ".csv",
          target -> Files.writeString(target, text, StandardCharsets.UTF_8));
    }
  }

  private void write(String title, String suggestion, Writing writing) {
    Optional<Path> target =
        services.dialogs().chooseExportTarget(title, suggestion.replaceAll("[\\\\/:*?\"<>|]", "-"));
    target.ifPresent(
        file ->
            services
                .executor()
                .execute(
                    BackgroundTask.of(
                        "Writing " + file.getFileName(),
                        _ -> {
                          writing.write(file);
                          return file;
                        }),
                    new TaskListener<Path>() {
                      @Override
                      public void onSuccess(Path written) {
                        services.notifications().success("%s is written.".formatted(written));
                      }

                      @Override
                      public void onFailure(Exception problem) {
                        services
                            .notifications()
                            .problem(Problems.sentence(file + " could not be written", problem));
                      }
                    }));
  }

  /**
   * One line a point: the run, which curve, the epoch (a fraction for batches), the step, and the
   * RMSE in pixels.
   */
  static String csv(List<TrainingRun> runs) {
    StringBuilder csv = new StringBuilder("run,curve,epoch,step,rmse_px\n");
    for (TrainingRun run : runs) {
      RunCurves curves = run.curves();
      append(csv, run, "batch", curves.batches());
      append(csv, run, "training", curves.training());
      append(csv, run, "validation", curves.validation());
    }
    return csv.toString();
  }

  private static void append(StringBuilder csv, TrainingRun run, String kind, Curve curve) {
    String name = "\"" + run.name().replace("\"", "\"\"") + "\"";
    for (int i = 0; i < curve.size(); i++) {
      double epoch = curve.x(i);
      long step = Math.round(epoch * run.curves().batchesPerEpoch());
      csv.append(
          String.format(Locale.ROOT, "%s,%s,%.6g,%d,%.6f\n", name, kind, epoch, step, curve.y(i)));
    }
  }
}
