package org.keypointstudio.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.keypointstudio.evaluation.comparison.Calibration;
import org.keypointstudio.evaluation.comparison.Estimate;
import org.keypointstudio.evaluation.comparison.FaceChanges;
import org.keypointstudio.evaluation.comparison.GroupScore;
import org.keypointstudio.evaluation.comparison.KeypointScore;
import org.keypointstudio.evaluation.comparison.Measure;
import org.keypointstudio.evaluation.comparison.ModelComparison;
import org.keypointstudio.evaluation.comparison.ModelComparison.ModelScore;
import org.keypointstudio.evaluation.comparison.PairedDifference;
import org.keypointstudio.evaluation.comparison.ScoredFaces;
import org.keypointstudio.project.compare.ComparedRuns;

/** A comparison as text for a terminal, in tables whose columns line up. */
public final class ComparisonText {
  private static final int LISTED_FACES = 10;

  private final ComparedRuns runs;
  private final ModelComparison comparison;
  private final IntFunction<String> faceName;

  /**
   * The text of a comparison.
   *
   * @param faceName what people call a face, by its position
   */
  public ComparisonText(ComparedRuns runs, IntFunction<String> faceName) {
    this.runs = runs;
    this.comparison = runs.comparison();
    this.faceName = faceName;
  }

  /** All figures. */
  public String all() {
    StringBuilder text = new StringBuilder();
    intro(text);
    models(text);
    differences(text);
    keypoints(text);
    groups(text);
    calibration(text);
    return text.toString();
  }

  /** Whether the second model is better than the first, and on which faces. */
  public String beforeAndAfter() {
    StringBuilder text = new StringBuilder();
    intro(text);
    text.append(verdict(0, 1)).append("\n\n");
    models(text);
    differences(text);
    FaceChanges changes = FaceChanges.of(comparison, 0, 1);
    text.append(
        "%,d faces got better, %,d worse, %,d stayed within 0.05 px.%n%n"
            .formatted(changes.better().size(), changes.worse().size(), changes.same()));
    changes(text, "better by most", changes.better());
    changes(text, "worse by most", changes.worse());
    return text.toString();
  }

  /**
   * One sentence: whether one model is better than another.
   *
   * @param before position of the earlier one
   * @param after position of the later one
   */
  public String verdict(int before, int after) {
    PairedDifference rmse = comparison.difference(before, after, Measure.RMSE);
    String change = FigureText.difference(rmse);
    String probability = FigureText.probability(rmse.bootstrapP());
    if (!rmse.isSignificant()) {
      return "No certain change: RMSE %s, p = %s.".formatted(change, probability);
    }
    return "%s: RMSE %s, p %s."
        .formatted(
            rmse.isImprovement() ? "It helped" : "It got worse",
            change,
            probability.startsWith("<") ? probability : "= " + probability);
  }

  /** Which faces were scored, and what else one should know: a sentence each. */
  public List<String> sentences() {
    ScoredFaces faces = comparison.faces();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        switch (faces.choice()) {
          case HELD_OUT ->
              comparison.models().size() == 1
                  ? "Scored on %,d labelled faces that the run has not learned from."
                      .formatted(faces.size())
                  : "Scored on %,d labelled faces that none of the %d runs has learned from."
                      .formatted(faces.size(), comparison.models().size());
          case TRAINING ->
              "Scored on %,d labelled faces that all runs have learned from: figures of memory, not of worth."
                  .formatted(faces.size());
          case ALL ->
              faces.learnedBySome() == 0
                  ? "Scored on all %,d labelled faces.".formatted(faces.size())
                  : "Scored on all %,d labelled faces; %,d of them were learned from by at least one run, which flatters it."
                      .formatted(faces.size(), faces.learnedBySome());
        });
    if (faces.excluded() > 0) {
      sentences.add(
          faces.excluded() == 1
              ? "1 face is tagged \"excluded\" and not scored."
              : "%,d faces are tagged \"excluded\" and not scored.".formatted(faces.excluded()));
    }
    if (faces.unlabelled() > 0) {
      sentences.add("%,d faces have no label and are not scored.".formatted(faces.unlabelled()));
    }
    if (faces.withoutEyes() > 0) {
      sentences.add(
          "%,d of the scored faces have no labelled eyes and count in RMSE only."
              .formatted(faces.withoutEyes()));
    }
    sentences.add(
        faces.grouped()
            ? "Intervals of 95 %% from %,d draws of the %,d groups."
                .formatted(comparison.resamples(), faces.clusterCount())
            : "Intervals of 95 %% from %,d draws of the faces; name --groups if some of them belong together."
                .formatted(comparison.resamples()));
    sentences.addAll(runs.notes());
    return sentences;
  }

  private void intro(StringBuilder text) {
    sentences().forEach(sentence -> text.append(sentence).append('\n'));
    text.append('\n');
  }

  private void models(StringBuilder text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("run"));
    for (Measure measure : Measure.values()) {
      header.add(measure.title());
    }
    header.add("faces");
    rows.add(header);
    for (ModelScore model : comparison.models()) {
      List<String> row = new ArrayList<>(List.of(model.name()));
      for (Measure measure : Measure.values()) {
        row.add(FigureText.of(measure, model.figure(measure)));
      }
      row.add("%,d".formatted(comparison.faces().size()));
      rows.add(row);
    }
    append(text, transposed(rows));
  }

  private static List<List<String>> transposed(List<List<String>> rows) {
    List<List<String>> columns = new ArrayList<>();
    for (int column = 0; column < rows.getFirst().size(); column++) {
      int index = column;
      columns.add(rows.stream().map(row -> row.get(index)).toList());
    }
    return columns;
  }

  private void differences(StringBuilder text) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("difference", "measure", "second − first", "p bootstrap", "p Wilcoxon"));
    for (PairedDifference difference : comparison.differences()) {
      String first = comparison.models().get(difference.first()).name();
      String second = comparison.models().get(difference.second()).name();
      rows.add(
          List.of(
              difference.measure() == Measure.RMSE ? second + " − " + first : "",
              difference.measure().title(),
              FigureText.difference(difference),
              FigureText.probability(difference.bootstrapP()),
              difference.measure() == Measure.RMSE
                  ? FigureText.probability(difference.wilcoxonP())
                  : ""));
    }
    if (rows.size() > 1) {
      append(text, rows);
    }
  }

  private void keypoints(StringBuilder text) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(header("RMSE by keypoint"));
    for (KeypointScore keypoint : comparison.keypoints()) {
      rows.add(
          row(
              comparison.schema().displayName(keypoint.keypoint()),
              keypoint.faces(),
              Measure.RMSE,
              keypoint.rmse()));
    }
    append(text, rows);
  }

  private List<String> header(String first) {
    List<String> header = new ArrayList<>(List.of(first, "faces"));
    comparison.models().forEach(model -> header.add(model.name()));
    return header;
  }

  private static List<String> row(
      String name, int faces, Measure measure, List<Estimate> estimates) {
    List<String> row = new ArrayList<>(List.of(name, "%,d".formatted(faces)));
    estimates.forEach(estimate -> row.add(FigureText.of(measure, estimate)));
    return row;
  }

  private void groups(StringBuilder text) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(header("RMSE by group of faces"));
    for (GroupScore group : comparison.groups()) {
      rows.add(
          row(
              group.grouping() + ": " + group.name(),
              group.faces().size(),
              Measure.RMSE,
              group.rmse()));
    }
    append(text, rows);
  }

  private void calibration(StringBuilder text) {
    for (ModelScore model : comparison.models()) {
      model
          .calibration()
          .ifPresent(
              calibration -> {
                Calibration.Bin surest = calibration.bins().getFirst();
                Calibration.Bin leastSure = calibration.bins().getLast();
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%s: where face and mirrored face agree best (%.2f px) it is off by %.2f"
                            + " px, where least (%.2f px) by %.2f px; rank correlation %.2f.%n",
                        model.name(),
                        surest.disagreement(),
                        surest.error(),
                        leastSure.disagreement(),
                        leastSure.error(),
                        calibration.rankCorrelation()));
              });
    }
  }

  private void changes(StringBuilder text, String title, List<FaceChanges.Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(title, "before", "after", "change"));
    changes.stream()
        .limit(LISTED_FACES)
        .forEach(
            change ->
                rows.add(
                    List.of(
                        faceName.apply(change.face()),
                        FigureText.of(Measure.RMSE, change.before()),
                        FigureText.of(Measure.RMSE, change.after()),
                        String.format(Locale.ROOT, "%+.3f px", change.difference()))));
    append(text, rows);
  }

  /** Appends a table: the first column begins at the left, the others end at the right. */
  private static void append(StringBuilder text, List<List<String>> rows) {
    int columns = rows.stream().map(List::size).max(Comparator.naturalOrder()).orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        String padding = " ".repeat(widths[column] - row.get(column).length());
        line.append(column == 0 ? "" : "  ")
            .append(column == 0 ? row.get(column) + padding : padding + row.get(column));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    text.append('\n');
  }
}
