package org.keypointstudio.ui.compare;

import atlantafx.base.theme.Tweaks;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.ui.canvas.MarkIcon;
import org.keypointstudio.ui.compare.ScoreRows.ModelRow;
import org.keypointstudio.ui.session.ModelEntry;

/** What each model is worth over all scored faces, and whether it is shown. */
final class ModelTable extends ScoreTable<ModelRow> {

  ModelTable() {
    super("Errors of the models");
    setId("compare-models");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    setPlaceholder(new Label("No models yet."));
    TableColumn<ModelRow, ModelEntry> name = column("Model", ModelRow::model, 160);
    name.setCellFactory(_ -> new ModelCell());
    name.setComparator((one, other) -> one.name().compareTo(other.name()));
    TableColumn<ModelRow, Double> rmse =
        errorColumn("RMSE (px)", ModelRow::rmse, ModelRow::smallestRmse, 84);
    TableColumn<ModelRow, Double> nme =
        errorColumn("NME (%)", row -> 100 * row.nme(), ModelRow::smallestNme, 76);
    TableColumn<ModelRow, Integer> faces = column("Faces", ModelRow::faces, 60);
    faces.getStyleClass().add(Tweaks.ALIGN_RIGHT);
    getColumns().addAll(List.of(name, rmse, nme, faces));
    for (TableColumn<ModelRow, ?> column : getColumns()) {
      column.setMinWidth(column.getPrefWidth());
    }
  }

  /** The model's mark and name, with a box that shows or hides it. */
  private static final class ModelCell extends TableCell<ModelRow, ModelEntry> {
    private final CheckBox shown = new CheckBox();
    private final Label name = new Label();
    private final HBox content = new HBox(8);
    private Subscription binding = Subscription.EMPTY;

    ModelCell() {
      content.getStyleClass().add("model-cell");
      name.setMinWidth(0);
      shown.setMinWidth(USE_PREF_SIZE);
      shown.setTooltip(new Tooltip("Show this model"));
    }

    @Override
    protected void updateItem(@Nullable ModelEntry model, boolean empty) {
      super.updateItem(model, empty);
      binding.unsubscribe();
      binding = Subscription.EMPTY;
      if (empty || model == null) {
        setGraphic(null);
        return;
      }
      shown.selectedProperty().bindBidirectional(model.shownProperty());
      binding = () -> shown.selectedProperty().unbindBidirectional(model.shownProperty());
      name.setText(model.name());
      name.setTooltip(new Tooltip(model.name()));
      content.getChildren().setAll(shown, MarkIcon.ofModel(model.styleIndex()), name);
      setGraphic(content);
    }
  }
}
