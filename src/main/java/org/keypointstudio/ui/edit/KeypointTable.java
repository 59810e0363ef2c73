package org.keypointstudio.ui.edit;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.ui.edit.EditViewModel.KeypointRow;
import org.keypointstudio.ui.session.StudioSession;

/** The keypoints of the selected face: state, name, place. A row selects its keypoint. */
final class KeypointTable extends TableView<KeypointRow> {
  private final StudioSession session;
  private boolean updating;

  KeypointTable(StudioSession session) {
    this.session = session;
    getStyleClass().addAll(Styles.DENSE, Tweaks.EDGE_TO_EDGE, "keypoint-table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(new Label("No face is selected."));
    setAccessibleText("Keypoints of the selected face");
    TableColumn<KeypointRow, Visibility> state = column("", KeypointRow::visibility, 32);
    state.setCellFactory(_ -> new StateCell());
    TableColumn<KeypointRow, String> name = column("Keypoint", KeypointRow::name, 176);
    getColumns()
        .addAll(
            List.of(
                state,
                name,
                coordinateColumn("x", KeypointRow::x),
                coordinateColumn("y", KeypointRow::y)));
    getSelectionModel().selectedItemProperty().subscribe(this::onSelected);
    session.selectedKeypointProperty().subscribe(this::followSelection);
  }

  private static <T> TableColumn<KeypointRow, T> column(
      String title, Function<KeypointRow, T> value, double width) {
    TableColumn<KeypointRow, T> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 48));
    column.setReorderable(false);
    return column;
  }

  private static TableColumn<KeypointRow, Double> coordinateColumn(
      String title, Function<KeypointRow, Double> value) {
    TableColumn<KeypointRow, Double> column = column(title, value, 60);
    column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
    column.setCellFactory(_ -> new CoordinateCell());
    return column;
  }

  /** Shows these rows; the selection stays. */
  void show(List<KeypointRow> rows) {
    updating = true;
    getItems().setAll(rows);
    updating = false;
    followSelection();
  }

  private void onSelected(KeypointRow row) {
    if (!updating && row != null) {
      session.selectedKeypointProperty().set(row.index());
    }
  }

  private void followSelection() {
    int selected = session.selectedKeypointProperty().get();
    updating = true;
    int row = -1;
    for (int i = 0; i < getItems().size(); i++) {
      row = getItems().get(i).index() == selected ? i : row;
    }
    if (row < 0) {
      getSelectionModel().clearSelection();
    } else {
      getSelectionModel().select(row);
    }
    updating = false;
  }

  private static final class StateCell extends TableCell<KeypointRow, Visibility> {
    private final Region symbol = new Region();
    private final Tooltip tooltip = new Tooltip();

    StateCell() {
      symbol.getStyleClass().add("keypoint-state");
      symbol.setMinSize(10, 10);
      symbol.setMaxSize(10, 10);
    }

    @Override
    protected void updateItem(Visibility visibility, boolean empty) {
      super.updateItem(visibility, empty);
      boolean filled = !empty && visibility != null;
      setGraphic(filled ? symbol : null);
      setTooltip(filled ? tooltip : null);
      if (filled) {
        symbol.getStyleClass().setAll("keypoint-state", visibility.displayName());
        tooltip.setText(visibility.displayName());
      }
    }
  }

  private static final class CoordinateCell extends TableCell<KeypointRow, Double> {
    @Override
    protected void updateItem(Double coordinate, boolean empty) {
      super.updateItem(coordinate, empty);
      boolean filled = !empty && coordinate != null;
      getStyleClass().removeAll(Styles.TEXT_MUTED);
      if (filled && coordinate.isNaN()) {
        getStyleClass().add(Styles.TEXT_MUTED);
        setText("–");
      } else {
        setText(filled ? "%.2f".formatted(coordinate) : null);
      }
    }
  }
}
