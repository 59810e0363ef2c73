package org.keypointstudio.ui.edit;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.keypointstudio.ui.canvas.tools.LabelEditingViewModel;
import org.keypointstudio.ui.canvas.tools.LabelEditingViewModel.Axis;
import org.keypointstudio.ui.edit.EditViewModel.KeypointRow;
import org.keypointstudio.ui.session.StudioSession;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The keypoints of the selected face: state, name, place, who said so, lock. A row selects its
 * keypoint, a coordinate can be typed, a click on the lock locks and unlocks.
 */
final class KeypointTable extends TableView<KeypointRow> {
  private static final PseudoClass GHOST = PseudoClass.getPseudoClass("ghost");

  private final StudioSession session;
  private final LabelEditingViewModel labels;
  private boolean updating;

  KeypointTable(StudioSession session, LabelEditingViewModel labels) {
    this.session = session;
    this.labels = labels;
    getStyleClass().addAll(Styles.DENSE, Tweaks.EDGE_TO_EDGE, "keypoint-table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    setPlaceholder(new Label("No face is selected."));
    setAccessibleText("Keypoints of the selected face");
    setEditable(true);
    setRowFactory(_ -> new KeypointTableRow());
    TableColumn<KeypointRow, KeypointRow> state = fixedColumn("", row -> row, 24);
    state.setCellFactory(_ -> new StateCell());
    state.setSortable(false);
    TableColumn<KeypointRow, String> name = column("Keypoint", KeypointRow::name, 180);
    name.setCellFactory(_ -> new TextCell(text -> text));
    TableColumn<KeypointRow, String> from = fixedColumn("From", KeypointRow::from, 88);
    from.setCellFactory(_ -> new TextCell(text -> "Where the place comes from: " + text));
    TableColumn<KeypointRow, KeypointRow> lock = fixedColumn("", row -> row, 26);
    lock.setCellFactory(_ -> new LockCell());
    lock.setSortable(false);
    getColumns()
        .addAll(
            List.of(
                state,
                name,
                coordinateColumn("x", KeypointRow::x, Axis.X),
                coordinateColumn("y", KeypointRow::y, Axis.Y),
                from,
                lock));
    getSelectionModel().selectedItemProperty().subscribe(this::onSelected);
    session.selectedKeypointProperty().subscribe(this::followSelection);
  }

  private static <T> TableColumn<KeypointRow, T> column(
      String title, Function<KeypointRow, T> value, double width) {
    TableColumn<KeypointRow, T> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 28));
    column.setReorderable(false);
    column.setEditable(false);
    return column;
  }

  /** All other columns are as narrow as what they show, so that names have the room there is. */
  private static <T> TableColumn<KeypointRow, T> fixedColumn(
      String title, Function<KeypointRow, T> value, double width) {
    TableColumn<KeypointRow, T> column = column(title, value, width);
    column.setMinWidth(width);
    column.setMaxWidth(width);
    return column;
  }

  private TableColumn<KeypointRow, Double> coordinateColumn(
      String title, Function<KeypointRow, Double> value, Axis axis) {
    TableColumn<KeypointRow, Double> column = fixedColumn(title, value, 52);
    column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
    column.setEditable(true);
    column.setCellFactory(
        _ -> new CoordinateCell((keypoint, text) -> labels.type(keypoint, axis, text)));
    return column;
  }

  /** Shows these rows; the selection stays, and so does what is being typed if nothing changed. */
  void show(List<KeypointRow> rows) {
    if (!rows.equals(getItems())) {
      updating = true;
      getItems().setAll(rows);
      sort();
      updating = false;
    }
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

  /** What is only proposed is greyed. */
  private static final class KeypointTableRow extends TableRow<KeypointRow> {
    @Override
    protected void updateItem(KeypointRow row, boolean empty) {
      super.updateItem(row, empty);
      pseudoClassStateChanged(GHOST, !empty && row != null && row.ghost());
    }
  }

  /** Filled, half filled, empty, crossed out, or dashed: told apart without colours. */
  private static final class StateCell extends TableCell<KeypointRow, KeypointRow> {
    private final Region symbol = new Region();
    private final Tooltip tooltip = new Tooltip();

    StateCell() {
      symbol.setMinSize(10, 10);
      symbol.setMaxSize(10, 10);
    }

    @Override
    protected void updateItem(KeypointRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean filled = !empty && row != null;
      setGraphic(filled ? symbol : null);
      setTooltip(filled ? tooltip : null);
      if (filled) {
        String state = row.ghost() ? "ghost" : row.visibility().displayName();
        symbol.getStyleClass().setAll("keypoint-state", state);
        tooltip.setText(row.ghost() ? "ghost: a proposal, not a label" : state);
        setAccessibleText(state);
      }
    }
  }

  /** A text that a tooltip shows in full, however narrow the column is. */
  private static final class TextCell extends TableCell<KeypointRow, String> {
    private final Tooltip tooltip = new Tooltip();
    private final UnaryOperator<String> explained;

    TextCell(UnaryOperator<String> explained) {
      this.explained = explained;
    }

    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      boolean filled = !empty && text != null && !text.isEmpty();
      setText(filled ? text : null);
      tooltip.setText(filled ? explained.apply(text) : "");
      setTooltip(filled ? tooltip : null);
    }
  }

  private final class LockCell extends TableCell<KeypointRow, KeypointRow> {
    private final FontIcon icon = new FontIcon();
    private final Tooltip tooltip = new Tooltip();

    LockCell() {
      icon.getStyleClass().add("keypoint-lock");
      setOnMouseClicked(
          _ -> {
            if (!isEmpty()) {
              labels.toggleLock(getItem().index());
            }
          });
    }

    @Override
    protected void updateItem(KeypointRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean filled = !empty && row != null;
      setGraphic(filled ? icon : null);
      setTooltip(filled ? tooltip : null);
      if (filled) {
        icon.setIconLiteral(row.locked() ? "mdi2l-lock" : "mdi2l-lock-open-variant-outline");
        icon.setOpacity(row.locked() ? 1 : 0.25);
        tooltip.setText(
            row.locked()
                ? "Locked: nothing moves, clears or overwrites it. Click to unlock"
                : "Click to lock it where it is");
        setAccessibleText(row.locked() ? "locked" : "not locked");
      }
    }
  }
}
