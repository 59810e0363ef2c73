package org.keypointstudio.ui.next;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keypointstudio.audit.next.FaceSuggestion;
import org.keypointstudio.ui.action.ActionControls;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.canvas.FaceImages;

/** The faces to label next in their order: number, face, and why. */
public final class NextFacesPane extends BorderPane {
  private final NextFacesViewModel viewModel;
  private final ListView<FaceSuggestion> list;
  private final Label progress = new Label();
  private final HBox head;

  /** The list of a view model; the faces are suggested by the window's action. */
  public NextFacesPane(NextFacesViewModel viewModel, FaceImages images, ActionControls controls) {
    this.viewModel = viewModel;
    this.list = new ListView<>(viewModel.suggestions());
    list.setId("next-faces");
    list.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
    list.setFixedCellSize(SuggestionCell.HEIGHT);
    list.setFocusTraversable(false);
    list.setAccessibleText("Faces to label next");
    list.setCellFactory(_ -> new SuggestionCell(viewModel, images));
    list.setPlaceholder(placeholder(controls));
    progress.setId("next-progress");
    progress.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    progress.setMinWidth(0);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    Button again = controls.textButton(StudioAction.SUGGEST_FACES, "Suggest again");
    again.getStyleClass().add(Styles.SMALL);
    again.setMinWidth(Region.USE_PREF_SIZE);
    head = new HBox(8, progress, spring, again);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setPadding(new Insets(6, 12, 6, 12));
    head.managedProperty().bind(head.visibleProperty());
    setTop(head);
    setCenter(list);
    viewModel.suggestions().subscribe(this::follow);
    viewModel.session().selectedFaceProperty().subscribe(this::follow);
    viewModel.session().revisionProperty().subscribe(this::refresh);
    follow();
  }

  private static VBox placeholder(ActionControls controls) {
    Label words =
        new Label("Twenty faces that tell a model the most are listed here, the best first.");
    words.setWrapText(true);
    words.getStyleClass().add(Styles.TEXT_MUTED);
    VBox empty =
        new VBox(
            12, words, controls.textButton(StudioAction.SUGGEST_FACES, "Suggest faces to label"));
    empty.setAlignment(Pos.CENTER);
    empty.setPadding(new Insets(16));
    return empty;
  }

  private void refresh() {
    list.refresh();
    follow();
  }

  /** Shows the row of the selected face, and how many are done. */
  private void follow() {
    int count = viewModel.suggestions().size();
    head.setVisible(count > 0);
    progress.setText(
        "%d of %d labelled; D and A go on and back".formatted(viewModel.labelledCount(), count));
    viewModel
        .selected()
        .map(viewModel.suggestions()::indexOf)
        .ifPresentOrElse(this::show, () -> list.getSelectionModel().clearSelection());
  }

  private void show(int position) {
    if (list.getSelectionModel().getSelectedIndex() != position) {
      list.getSelectionModel().clearAndSelect(position);
      list.scrollTo(Math.max(0, position - 1));
    }
  }

  /** Does something whenever faces were suggested. */
  public void whenSuggested(Runnable action) {
    viewModel
        .suggestions()
        .subscribe(
            () -> {
              if (!viewModel.suggestions().isEmpty()) {
                action.run();
              }
            });
  }
}
