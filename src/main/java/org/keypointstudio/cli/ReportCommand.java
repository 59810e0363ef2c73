package org.keypointstudio.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.evaluation.comparison.ComparisonException;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.report.ComparisonTables;
import org.keypointstudio.report.FaceSample;
import org.keypointstudio.report.HtmlReport;
import org.keypointstudio.report.ReportFaces;
import org.keypointstudio.report.ReportFiles;
import org.keypointstudio.report.plot.PlotFonts;
import org.keypointstudio.task.TaskContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a comparison down, with pictures. */
@Command(
    name = "report",
    description =
        "Compare runs as the compare command does and write a page with tables, plots and faces"
            + " that needs no other file.")
final class ReportCommand implements Callable<Integer> {
  private static final int COLUMNS = 6;

  private final DataSets store;
  private final PredictorLoader loader;
  private final Console console;

  @Mixin private ComparisonOptions options = new ComparisonOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.html",
      description = "The page to write.")
  private Path out = Path.of("");

  @Option(
      names = "--files",
      paramLabel = "DIR",
      description =
          "Also write every table as CSV and JSON and every plot as SVG and PNG into this folder.")
  private @Nullable Path files;

  @Option(
      names = "--sheet",
      paramLabel = "FILE.png",
      description = "Also write a contact sheet: faces with labels and predictions.")
  private @Nullable Path sheet;

  @Option(
      names = "--sheet-faces",
      paramLabel = "CHOICE",
      defaultValue = "worst",
      converter = ChoiceConverter.FaceSamples.class,
      completionCandidates = ChoiceConverter.FaceSamples.class,
      description =
          "Which faces are on the sheet: worst, those with the largest errors; typical, from the"
              + " smallest error to the largest; or disagreement. Default: worst.")
  private FaceSample sample = FaceSample.WORST;

  @Option(
      names = "--sheet-size",
      paramLabel = "N",
      defaultValue = "24",
      description = "How many faces are on the sheet. Default: 24.")
  private int sheetSize;

  ReportCommand(DataSets store, PredictorLoader loader, Console console) {
    this.store = store;
    this.loader = loader;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    List<Path> written = console.run(this::report);
    written.forEach(file -> console.out().println(file));
    console.out().flush();
    return CommandLine.ExitCode.OK;
  }

  private List<Path> report(TaskContext context) throws IOException, ComparisonException {
    ComparisonOptions.Result result = options.compare(store, loader, context);
    context.report(0, 0, "Writing");
    PlotFonts fonts = new PlotFonts();
    ReportFaces faces = new ReportFaces(result.runs(), result.faces(), fonts);
    String title = "Comparison on " + CsvSource.fileName(result.faces().path());
    ReportFiles.write(out, new HtmlReport(result.runs(), faces, title).page());
    List<Path> written = new ArrayList<>(List.of(out));
    if (files != null) {
      written.addAll(ReportFiles.writeTables(files, new ComparisonTables(result.runs()).all()));
      written.addAll(ReportFiles.writePlots(files, result.runs().comparison(), fonts));
    }
    if (sheet != null) {
      ReportFiles.write(sheet, faces.sheet(sample, Math.max(1, sheetSize), COLUMNS));
      written.add(sheet);
    }
    return written;
  }
}
