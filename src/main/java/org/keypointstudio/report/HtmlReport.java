package org.keypointstudio.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.keypointstudio.evaluation.comparison.Estimate;
import org.keypointstudio.evaluation.comparison.GroupScore;
import org.keypointstudio.evaluation.comparison.KeypointScore;
import org.keypointstudio.evaluation.comparison.Measure;
import org.keypointstudio.evaluation.comparison.ModelComparison;
import org.keypointstudio.evaluation.comparison.ModelComparison.ModelScore;
import org.keypointstudio.evaluation.comparison.PairedDifference;
import org.keypointstudio.project.compare.ComparedRuns;
import org.keypointstudio.report.plot.Markup;
import org.keypointstudio.report.plot.Plot;
import org.keypointstudio.report.plot.SvgText;

/**
 * A comparison as one page that needs nothing else: no script, no file beside it, no network. It is
 * light or dark as the reader's system is.
 */
public final class HtmlReport {
  private static final int FACES = 12;
  private static final int COLUMNS = 4;
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--paper:#fff;--text:#1f2328;--muted:#59636e;--line:#d0d7de}
      @media(prefers-color-scheme:dark){:root{--paper:#16191d;--text:#e6e8eb;--muted:#9aa4af;--line:#3a414a}}
      body{background:var(--paper);color:var(--text);font:15px/1.5 Inter,system-ui,sans-serif;max-width:1080px;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.2rem}
      .note{color:var(--muted);margin:.2rem 0}
      .wide{overflow-x:auto;margin-bottom:1rem}
      table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9rem}
      th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:right;vertical-align:top;white-space:nowrap}
      th:first-child,td:first-child{text-align:left;white-space:normal;overflow-wrap:anywhere;min-width:7rem}
      .range{color:var(--muted);font-size:.85em;display:block}
      .sure{font-weight:600}
      svg,img{max-width:100%;min-width:min(34rem,100vw);height:auto}
      img{border-radius:6px}
      .maps{display:flex;flex-wrap:wrap;align-items:flex-start;gap:1rem}
      .maps svg{flex:0 1 420px;min-width:0}
      @media(max-width:40rem){svg,img{min-width:34rem}.maps svg{min-width:0}th,td{padding:.3rem .4rem}}
      """;

  private final ComparedRuns runs;
  private final ModelComparison comparison;
  private final ReportFaces faces;
  private final String title;

  /**
   * A page.
   *
   * @param faces paints the pictures
   * @param title its heading
   */
  public HtmlReport(ComparedRuns runs, ReportFaces faces, String title) {
    this.runs = runs;
    this.comparison = runs.comparison();
    this.faces = faces;
    this.title = title;
  }

  /**
   * The page.
   *
   * @throws IOException if an image of a face cannot be read
   */
  public String page() throws IOException {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    page.append("<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
        .append("<title>%s</title>\n".formatted(Markup.escape(title)))
        .append("<style>\n")
        .append(STYLE)
        .append(SvgText.styles("svg", false))
        .append("\n@media(prefers-color-scheme:dark){")
        .append(SvgText.styles("svg", true))
        .append("}\n</style>\n</head>\n<body>\n");
    page.append("<h1>%s</h1>\n".formatted(Markup.escape(title)));
    ComparisonText text = new ComparisonText(runs, String::valueOf);
    text.sentences().forEach(sentence -> page.append(paragraph(sentence)));
    page.append("<h2>Figures</h2>\n").append(models());
    if (comparison.models().size() > 1) {
      page.append("<h2>Differences</h2>\n").append(differences());
    }
    plots(page);
    page.append("<h2>Keypoints</h2>\n").append(keypoints());
    page.append("<h2>Groups of faces</h2>\n").append(groups());
    pictures(page);
    return page.append("</body>\n</html>\n").toString();
  }

  private static String paragraph(String sentence) {
    return "<p class=\"note\">%s</p>\n".formatted(Markup.escape(sentence));
  }

  private void plots(StringBuilder page) {
    ComparisonPlots plots = new ComparisonPlots(comparison);
    List<Plot> maps = plots.errorMaps();
    boolean mapsArePlaced = false;
    for (Plot plot : plots.all()) {
      if (!maps.contains(plot)) {
        page.append("<h2>%s</h2>\n<div class=\"wide\">\n".formatted(Markup.escape(plot.title())))
            .append(SvgText.inline(plot))
            .append("</div>\n");
      } else if (!mapsArePlaced) {
        page.append("<h2>Where the predictions fall on the mean face</h2>\n<div class=\"maps\">\n");
        maps.forEach(map -> page.append(SvgText.inline(map)));
        page.append("</div>\n");
        mapsArePlaced = true;
      }
    }
  }

  private void pictures(StringBuilder page) throws IOException {
    List<FaceSample> samples = new ArrayList<>(List.of(FaceSample.WORST, FaceSample.TYPICAL));
    if (comparison.models().size() > 1) {
      samples.add(FaceSample.DISAGREEMENT);
    }
    for (FaceSample sample : samples) {
      page.append(
          """
          <h2>%s</h2>
          <div class="wide"><img alt="%s, with labels and predictions" src="data:image/png;base64,%s"></div>
          """
              .formatted(
                  sample.title(), sample.title(), base64(faces.sheet(sample, FACES, COLUMNS))));
    }
  }

  private static String base64(BufferedImage image) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return Base64.getEncoder().encodeToString(png.toByteArray());
  }

  private String models() {
    List<List<String>> rows = new ArrayList<>();
    for (ModelScore model : comparison.models()) {
      List<String> row = new ArrayList<>(List.of(Markup.escape(model.name())));
      for (Measure measure : Measure.values()) {
        row.add(cell(measure, model.figure(measure)));
      }
      row.add("%,d".formatted(comparison.faces().size()));
      row.add("%,d".formatted(model.learned()));
      rows.add(row);
    }
    List<String> header = new ArrayList<>(List.of("run"));
    for (Measure measure : Measure.values()) {
      header.add(measure.title());
    }
    header.addAll(List.of("faces", "learned from"));
    return table(header, rows);
  }

  private static String cell(Measure measure, Estimate estimate) {
    return "%s <span class=\"range\">%s</span>"
        .formatted(
            FigureText.of(measure, estimate.value()),
            FigureText.interval(measure, estimate.interval()));
  }

  private String differences() {
    List<List<String>> rows = new ArrayList<>();
    for (PairedDifference difference : comparison.differences()) {
      String names =
          comparison.models().get(difference.second()).name()
              + " − "
              + comparison.models().get(difference.first()).name();
      String change = FigureText.difference(difference);
      rows.add(
          List.of(
              Markup.escape(names),
              difference.measure().title(),
              difference.isSignificant()
                  ? "<span class=\"sure\">%s</span>".formatted(Markup.escape(change))
                  : Markup.escape(change),
              Markup.escape(FigureText.probability(difference.bootstrapP())),
              Markup.escape(FigureText.probability(difference.wilcoxonP()))));
    }
    return table(
        List.of("difference", "measure", "with 95 % interval", "p, bootstrap", "p, Wilcoxon"),
        rows);
  }

  private String keypoints() {
    List<List<String>> rows = new ArrayList<>();
    for (KeypointScore keypoint : comparison.keypoints()) {
      rows.add(
          row(
              comparison.schema().displayName(keypoint.keypoint()),
              keypoint.faces(),
              keypoint.rmse()));
    }
    return table(header("RMSE by keypoint"), rows);
  }

  private String groups() {
    List<List<String>> rows = new ArrayList<>();
    for (GroupScore group : comparison.groups()) {
      rows.add(row(group.grouping() + ": " + group.name(), group.faces().size(), group.rmse()));
    }
    return table(header("RMSE by group of faces"), rows);
  }

  private List<String> header(String first) {
    List<String> header = new ArrayList<>(List.of(first, "faces"));
    comparison.models().forEach(model -> header.add(Markup.escape(model.name())));
    return header;
  }

  private static List<String> row(String name, int faces, List<Estimate> estimates) {
    List<String> row = new ArrayList<>(List.of(Markup.escape(name), "%,d".formatted(faces)));
    estimates.forEach(estimate -> row.add(cell(Measure.RMSE, estimate)));
    return row;
  }

  /** A table of cells that are markup already. */
  private static String table(List<String> header, List<List<String>> rows) {
    return "<div class=\"wide\"><table>\n"
        + line("th", header)
        + rows.stream().map(row -> line("td", row)).collect(Collectors.joining())
        + "</table></div>\n";
  }

  private static String line(String element, List<String> cells) {
    return cells.stream()
        .map(cell -> "<%s>%s</%s>".formatted(element, cell, element))
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }
}
