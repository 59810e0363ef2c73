package org.keypointstudio.ui.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.report.ComparisonTables;
import org.keypointstudio.report.FaceSample;
import org.keypointstudio.report.HtmlReport;
import org.keypointstudio.report.ReportFaces;
import org.keypointstudio.report.ReportFiles;
import org.keypointstudio.report.plot.PlotFonts;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.dialog.DialogService;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;

/** Writes the comparison that is shown to files of the person's choice, in the background. */
public final class ComparisonExport {
  private static final int SHEET_FACES = 48;
  private static final int SHEET_COLUMNS = 8;

  private final FiguresViewModel figures;
  private final DialogService dialogs;
  private final TaskExecutor executor;
  private final Notifications notifications;

  /**
   * Exports of a comparison.
   *
   * @param dialogs asks where to
   * @param executor writes off the window's thread
   * @param notifications tells what was written
   */
  public ComparisonExport(
      FiguresViewModel figures,
      DialogService dialogs,
      TaskExecutor executor,
      Notifications notifications) {
    this.figures = figures;
    this.dialogs = dialogs;
    this.executor = executor;
    this.notifications = notifications;
  }

  /** Writes figures of faces to a file or a folder. */
  private interface Writing {
    void write(Figures figures, FaceDataSet faces, Path target) throws IOException;
  }

  /** Writes a page that needs no other file. */
  void report() {
    write(
        "Export the report",
        "comparison.html",
        (shown, faces, target) -> {
          ReportFaces pictures = new ReportFaces(shown.runs(), faces, new PlotFonts());
          String title = "Comparison on " + CsvSource.fileName(faces.path());
          ReportFiles.write(target, new HtmlReport(shown.runs(), pictures, title).page());
        });
  }

  /** Writes all tables into a folder. */
  void tables() {
    write(
        "Export the tables into a new folder",
        "comparison-tables",
        (shown, _, target) ->
            ReportFiles.writeTables(target, new ComparisonTables(shown.runs()).all()));
  }

  /** Writes all plots into a folder. */
  void plots() {
    write(
        "Export the plots into a new folder",
        "comparison-plots",
        (shown, _, target) -> ReportFiles.writePlots(target, shown.comparison(), new PlotFonts()));
  }

  /** Writes a picture of the faces with the largest errors. */
  void sheet() {
    write(
        "Export the contact sheet",
        "faces.png",
        (shown, faces, target) ->
            ReportFiles.write(
                target,
                new ReportFaces(shown.runs(), faces, new PlotFonts())
                    .sheet(FaceSample.WORST, SHEET_FACES, SHEET_COLUMNS)));
  }

  private void write(String title, String suggestion, Writing writing) {
    Optional<FaceDataSet> faces = figures.dataSet().map(OpenDataSet::dataSet);
    if (faces.isEmpty()) {
      notifications.problem("There is no data set to compare models on: open one.");
      return;
    }
    Optional<Path> target = dialogs.chooseExportTarget(title, suggestion);
    target.ifPresent(
        chosen -> figures.whenComputed(shown -> write(shown, faces.get(), chosen, writing)));
  }

  private void write(Figures shown, FaceDataSet faces, Path target, Writing writing) {
    executor.execute(
        BackgroundTask.of(
            "Writing " + target.getFileName(),
            _ -> {
              writing.write(shown, faces, target);
              return target;
            }),
        new TaskListener<Path>() {
          @Override
          public void onSuccess(Path written) {
            notifications.success("%s is written.".formatted(written));
          }

          @Override
          public void onFailure(Exception problem) {
            notifications.problem(String.valueOf(problem.getMessage()));
          }
        });
  }
}
