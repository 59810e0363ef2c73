package org.keypointstudio.ui.compare;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.evaluation.comparison.Estimate;
import org.keypointstudio.evaluation.comparison.GroupScore;
import org.keypointstudio.evaluation.comparison.Measure;
import org.keypointstudio.evaluation.comparison.ModelComparison;
import org.keypointstudio.evaluation.comparison.ModelComparison.ModelScore;
import org.keypointstudio.evaluation.comparison.PairedDifference;
import org.keypointstudio.report.FigureText;
import org.keypointstudio.ui.compare.FigureTable.Column;

/** A comparison as rows of text. */
record FigureRows(ModelComparison comparison) {
  private static final List<Measure> MEASURES = List.of(Measure.values());

  /** The measure in a row of {@link #models}. */
  static Measure measureOf(int row) {
    return MEASURES.get(row);
  }

  List<Column> modelColumns() {
    return withModels(new Column("Measure", 120), 192);
  }

  private List<Column> withModels(Column first, double width) {
    List<Column> columns = new ArrayList<>(List.of(first));
    for (ModelScore model : comparison.models()) {
      columns.add(new Column(model.name(), width));
    }
    return columns;
  }

  /** One row a measure, one column a model. */
  List<List<String>> models() {
    List<List<String>> rows = new ArrayList<>();
    for (Measure measure : MEASURES) {
      List<String> row = new ArrayList<>(List.of(measure.title()));
      for (ModelScore model : comparison.models()) {
        row.add(FigureText.of(measure, model.figure(measure)));
      }
      rows.add(row);
    }
    return rows;
  }

  static List<Column> differenceColumns() {
    return List.of(
        new Column("Difference", 200),
        new Column("Measure", 96),
        new Column("With interval", 232),
        new Column("p, bootstrap", 104),
        new Column("p, Wilcoxon", 104));
  }

  /** One row a difference, in the comparison's order. */
  List<List<String>> differences() {
    return comparison.differences().stream().map(this::difference).toList();
  }

  private List<String> difference(PairedDifference difference) {
    return List.of(
        comparison.models().get(difference.second()).name()
            + " − "
            + comparison.models().get(difference.first()).name(),
        difference.measure().title(),
        FigureText.difference(difference),
        FigureText.probability(difference.bootstrapP()),
        FigureText.probability(difference.wilcoxonP()));
  }

  List<Column> groupColumns() {
    List<Column> columns = withModels(new Column("Group", 240), 152);
    columns.add(1, new Column("Faces", 56));
    return columns;
  }

  /** One row a group, one column a model. */
  List<List<String>> groups() {
    List<List<String>> rows = new ArrayList<>();
    for (GroupScore group : comparison.groups()) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  "%s: %s".formatted(group.grouping(), group.name()),
                  "%,d".formatted(group.faces().size())));
      for (Estimate estimate : group.rmse()) {
        row.add(FigureText.of(Measure.RMSE, estimate));
      }
      rows.add(row);
    }
    return rows;
  }
}
