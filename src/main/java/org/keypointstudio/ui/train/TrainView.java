package org.keypointstudio.ui.train;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The Train workspace: the runs, the monitor of one of them, and the next run's configuration. */
public final class TrainView extends BorderPane {
  private final StackPane centre = new StackPane();
  private final MonitorView monitor;
  private final AugmentationPage augmentation;
  private boolean augmenting;
  private final TrainViewModel viewModel;

  /**
   * The workspace of a session's training.
   *
   * @param openStudy goes where several recipes are trained
   */
  public TrainView(TrainViewModel viewModel, Runnable openStudy) {
    this.viewModel = viewModel;
    getStyleClass().add("train-view");
    monitor = new MonitorView(viewModel);
    setLeft(new RunsPane(viewModel));
    setCenter(centre);
    augmentation =
        new AugmentationPage(
            viewModel.configuration().augmentation(),
            viewModel.preview(),
            () -> showAugmentation(false));
    setRight(new TrainControls(viewModel, () -> showAugmentation(true), openStudy));
    viewModel.liveRunProperty().subscribe(_ -> showAugmentation(false));
    viewModel.runs().selectedProperty().subscribe(_ -> showCentre());
    viewModel.openDataSetProperty().subscribe(_ -> showCentre());
    viewModel.activeProperty().bind(Bindings.and(sceneProperty().isNotNull(), visibleProperty()));
  }

  /** A run that begins or ends is looked at; until then the augmentation stays if it is on show. */
  private void showAugmentation(boolean shown) {
    augmenting = shown;
    showCentre();
  }

  private void showCentre() {
    if (augmenting && viewModel.openDataSetProperty().get().isPresent()) {
      centre.getChildren().setAll(augmentation);
    } else if (viewModel.runs().selectedProperty().get().isPresent()) {
      centre.getChildren().setAll(monitor);
    } else {
      centre.getChildren().setAll(emptyState());
    }
  }

  private VBox emptyState() {
    Optional<?> data = viewModel.openDataSetProperty().get();
    Label title = new Label(data.isPresent() ? "No runs yet" : "No data set is open");
    title.getStyleClass().add(Styles.TITLE_3);
    Label next =
        new Label(
            data.isPresent()
                ? "Press Train. The error on held-out faces appears here while the network learns."
                : "Open a data set, or drop its file on the window, to train on its labels.");
    next.getStyleClass().add(Styles.TEXT_MUTED);
    next.setWrapText(true);
    next.setTextAlignment(TextAlignment.CENTER);
    VBox state =
        new VBox(8, new FontIcon(MaterialDesignC.CHART_BELL_CURVE_CUMULATIVE), title, next);
    state.getStyleClass().add("empty-state");
    state.setAlignment(Pos.CENTER);
    return state;
  }
}
