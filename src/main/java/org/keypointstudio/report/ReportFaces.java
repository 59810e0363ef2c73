package org.keypointstudio.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.evaluation.comparison.Measure;
import org.keypointstudio.evaluation.comparison.ModelComparison.ModelScore;
import org.keypointstudio.project.compare.ComparedRuns;
import org.keypointstudio.report.plot.PlotFonts;

/** Pictures of the faces of a comparison. */
public final class ReportFaces {
  private final ComparedRuns runs;
  private final FaceDataSet dataSet;
  private final PlotFonts fonts;

  /**
   * The faces of a comparison.
   *
   * @param dataSet has their images
   */
  public ReportFaces(ComparedRuns runs, FaceDataSet dataSet, PlotFonts fonts) {
    this.runs = runs;
    this.dataSet = dataSet;
    this.fonts = fonts;
  }

  /**
   * A contact sheet.
   *
   * @param count how many faces at most
   * @throws IOException if an image cannot be read
   */
  public BufferedImage sheet(FaceSample sample, int count, int columns) throws IOException {
    List<FaceTile> tiles = new ArrayList<>();
    for (int place : sample.choose(runs.input(), runs.comparison(), count)) {
      tiles.add(tile(place));
    }
    List<String> names = runs.comparison().models().stream().map(ModelScore::name).toList();
    return new ContactSheet(fonts, names)
        .paint(sample.title(), tiles, Math.clamp(tiles.size(), 1, columns));
  }

  private FaceTile tile(int place) throws IOException {
    int face = runs.comparison().faces().positions().get(place);
    List<ModelScore> models = runs.comparison().models();
    return new FaceTile(
        dataSet.face(face).name(),
        dataSet.image(face),
        runs.input().truths().get(face),
        runs.input().models().stream().map(model -> model.predictions().get(face)).toList(),
        IntStream.range(0, models.size())
            .mapToObj(
                model ->
                    FigureText.of(Measure.RMSE, models.get(model).scores().get(place).rmse())
                        + (runs.input().models().get(model).hasLearned(face)
                            ? " (learned from)"
                            : ""))
            .toList());
  }
}
