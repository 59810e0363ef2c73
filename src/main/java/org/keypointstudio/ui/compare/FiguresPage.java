package org.keypointstudio.ui.compare;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.keypointstudio.evaluation.comparison.Measure;
import org.keypointstudio.report.ComparisonPlots;
import org.keypointstudio.report.ComparisonText;
import org.keypointstudio.report.plot.Plot;
import org.keypointstudio.report.plot.Spot;
import org.keypointstudio.ui.session.ChosenFaces;

/** The figures of the shown models: tables and plots, of which each part opens its faces. */
final class FiguresPage extends StackPane {
  private final FiguresViewModel viewModel;
  private final TabPane tabs = new TabPane();
  private int chosenTab;

  FiguresPage(FiguresViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("figures-page");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    viewModel.figuresProperty().subscribe(this::show);
    viewModel.messageProperty().subscribe(_ -> show(viewModel.figuresProperty().get()));
  }

  private void show(Optional<Figures> figures) {
    if (figures.isEmpty()) {
      Label message =
          new Label(
              viewModel.messageProperty().get().isEmpty()
                  ? "The figures are being computed."
                  : viewModel.messageProperty().get());
      message.setWrapText(true);
      message.getStyleClass().addAll(Styles.TEXT_MUTED, "figures-message");
      getChildren().setAll(message);
      return;
    }
    chosenTab = Math.max(0, tabs.getSelectionModel().getSelectedIndex());
    tabs.getTabs().setAll(pages(figures.get()));
    tabs.getSelectionModel().select(Math.min(chosenTab, tabs.getTabs().size() - 1));
    getChildren().setAll(tabs);
  }

  private List<Tab> pages(Figures figures) {
    List<Tab> pages = new ArrayList<>();
    pages.add(page("Figures", figures(figures)));
    pages.add(page("Distribution", distribution(figures)));
    pages.add(page("Keypoints", keypoints(figures)));
    pages.add(page("Groups", groups(figures)));
    pages.add(page("Calibration", calibration(figures)));
    if (figures.models().size() > 1) {
      pages.add(page("Did it help?", List.of(new ChangePane(viewModel, figures))));
    }
    return pages;
  }

  private static Tab page(String title, List<? extends Node> content) {
    VBox box = new VBox(16);
    box.getStyleClass().add("figures-content");
    box.setAlignment(Pos.TOP_LEFT);
    box.getChildren().setAll(content);
    ScrollPane scroll = new ScrollPane(box);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return new Tab(title, scroll);
  }

  private List<Node> figures(Figures figures) {
    List<Node> nodes = new ArrayList<>();
    FigureRows rows = new FigureRows(figures.comparison());
    new ComparisonText(figures.runs(), String::valueOf)
        .sentences()
        .forEach(sentence -> nodes.add(note(sentence)));
    nodes.add(note("A click on a figure shows the tenth of the faces that is worst by it."));
    nodes.add(
        new FigureTable(
            "figures-models",
            rows.modelColumns(),
            rows.models(),
            (row, column) -> openWorst(figures, FigureRows.measureOf(row), column - 1)));
    if (figures.models().size() > 1) {
      nodes.add(
          note(
              "Differences with 95 % intervals. A click on one shows the faces on which the"
                  + " first-named run is worse."));
      nodes.add(
          new FigureTable(
              "figures-differences",
              FigureRows.differenceColumns(),
              rows.differences(),
              (row, _) -> open(figures.whereWorse(figures.comparison().differences().get(row)))));
    }
    return nodes;
  }

  private void openWorst(Figures figures, Measure measure, int model) {
    if (model >= 0) {
      open(figures.worstBy(model, measure));
    }
  }

  private List<Node> distribution(Figures figures) {
    ComparisonPlots plots = figures.plots();
    return List.of(
        note("A click on a curve shows the faces with a larger error, one on a bar its faces."),
        plot(plots.errorDistribution(), spot -> open(figures.beyond(spot.series(), spot.index()))),
        plot(plots.histogram(), spot -> open(figures.inBin(spot.series(), spot.index()))));
  }

  private List<Node> keypoints(Figures figures) {
    FlowPane maps = new FlowPane(16, 16);
    for (Plot map : figures.plots().errorMaps()) {
      maps.getChildren().add(plot(map, spot -> openKeypoint(figures, spot)));
    }
    return List.of(
        note(
            "A click on a keypoint shows the tenth of the faces on which the run places it worst."),
        plot(figures.plots().keypoints(), spot -> openKeypoint(figures, spot)),
        maps);
  }

  private void openKeypoint(Figures figures, Spot spot) {
    viewModel.showWorstOf(spot.index());
    open(figures.worstOfKeypoint(spot.series(), spot.index()));
  }

  private List<Node> groups(Figures figures) {
    FigureRows rows = new FigureRows(figures.comparison());
    return List.of(
        note("RMSE of groups of faces. A click on a group shows its faces."),
        new FigureTable(
            "figures-groups",
            rows.groupColumns(),
            rows.groups(),
            (row, _) -> open(figures.ofGroup(row))),
        plot(figures.plots().groups(), spot -> open(figures.ofGroup(spot.index()))));
  }

  private List<Node> calibration(Figures figures) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(
        note(
            "Does a model know when it errs? The farther its answer for the mirrored face is from"
                + " that for the face, the less sure it is."));
    boolean all =
        figures.comparison().models().stream().allMatch(it -> it.calibration().isPresent());
    if (!all) {
      Button ask = new Button("Predict the mirrored faces");
      ask.setId("figures-calibrate");
      ask.setOnAction(_ -> viewModel.measureCalibration());
      nodes.add(ask);
    }
    if (figures.comparison().models().stream().anyMatch(it -> it.calibration().isPresent())) {
      nodes.add(
          plot(
              figures.plots().calibration(),
              spot -> open(figures.inTenth(spot.series(), spot.index()))));
    }
    return nodes;
  }

  private static PlotView plot(Plot plot, Consumer<Spot> onSpot) {
    return new PlotView(plot, onSpot);
  }

  private void open(ChosenFaces faces) {
    viewModel.showFaces(faces);
  }

  static Label note(String text) {
    Label note = new Label(text);
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.getStyleClass().add(Styles.TEXT_MUTED);
    return note;
  }
}
