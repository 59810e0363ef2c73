package org.keypointstudio.ui.compare;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.keypointstudio.evaluation.comparison.FaceChanges;
import org.keypointstudio.report.ComparisonText;
import org.keypointstudio.ui.session.ChosenFaces;

/** Whether a model that was trained after a correction is better than one from before. */
final class ChangePane extends VBox {
  private final FiguresViewModel viewModel;
  private final Figures figures;
  private final ComboBox<Integer> before;
  private final ComboBox<Integer> after;
  private final Label verdict = new Label();
  private final Label counts = new Label();
  private final Button better = new Button();
  private final Button worse = new Button();

  ChangePane(FiguresViewModel viewModel, Figures figures) {
    super(16);
    this.viewModel = viewModel;
    this.figures = figures;
    List<Integer> byAge =
        figures.positions().stream()
            .sorted(
                (one, other) ->
                    figures
                        .models()
                        .get(one)
                        .record()
                        .startedAt()
                        .compareTo(figures.models().get(other).record().startedAt()))
            .toList();
    before = choice("figures-before", byAge.get(byAge.size() - 2));
    after = choice("figures-after", byAge.getLast());
    verdict.getStyleClass().add(Styles.TITLE_4);
    verdict.setWrapText(true);
    verdict.setId("figures-verdict");
    better.setId("figures-better");
    worse.setId("figures-worse");
    HBox pair = new HBox(8, new Label("Trained before"), before, new Label("and after"), after);
    pair.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .setAll(
            FiguresPage.note(
                "Both are scored on the labels as they are now, so correct first, then train again"
                    + " with the same seed."),
            pair,
            verdict,
            counts,
            new HBox(8, better, worse));
    before.valueProperty().subscribe(_ -> refresh());
    after.valueProperty().subscribe(_ -> refresh());
  }

  private ComboBox<Integer> choice(String id, int selected) {
    ComboBox<Integer> choice = new ComboBox<>();
    choice.setId(id);
    choice.getItems().setAll(figures.positions());
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Integer model) {
            return model == null ? "" : figures.models().get(model).name();
          }

          @Override
          public Integer fromString(String name) {
            throw new UnsupportedOperationException("Models are chosen, not typed.");
          }
        });
    choice.setValue(selected);
    return choice;
  }

  private void refresh() {
    int first = before.getValue();
    int second = after.getValue();
    boolean same = first == second;
    better.setDisable(same);
    worse.setDisable(same);
    if (same) {
      verdict.setText("Choose two different models.");
      counts.setText("");
      return;
    }
    verdict.setText(new ComparisonText(figures.runs(), String::valueOf).verdict(first, second));
    FaceChanges changes = FaceChanges.of(figures.comparison(), first, second);
    counts.setText("%,d faces stayed within 0.05 px.".formatted(changes.same()));
    offer(better, "better", changes.better(), second);
    offer(worse, "worse", changes.worse(), second);
  }

  private void offer(Button button, String word, List<FaceChanges.Change> changes, int model) {
    button.setText("Show %,d faces that got %s".formatted(changes.size(), word));
    button.setDisable(changes.isEmpty());
    String name = "%s with %s".formatted(word, figures.models().get(model).name());
    button.setOnAction(
        _ ->
            viewModel.showFaces(
                ChosenFaces.ranked(name, changes.stream().mapToInt(FaceChanges.Change::face))));
  }
}
