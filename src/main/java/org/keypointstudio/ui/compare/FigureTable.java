package org.keypointstudio.ui.compare;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A table of figures as text, as high as its rows, whose cells may be clicked. */
final class FigureTable extends TableView<List<String>> {
  private static final double ROW = 32;
  private static final double FRAME = 10;

  /**
   * A column.
   *
   * @param title above it
   * @param width in pixels
   */
  record Column(String title, double width) {}

  /** What a click on a cell does. */
  interface CellAction {
    /**
     * Is told of a click.
     *
     * @param row counted from 0, the header left out
     * @param column counted from 0
     */
    void clicked(int row, int column);
  }

  /**
   * A table.
   *
   * @param id of the node
   * @param columns the first one is for names, the others for figures
   * @param onCell hears on which cell a person clicked
   */
  FigureTable(String id, List<Column> columns, List<List<String>> rows, CellAction onCell) {
    setId(id);
    getStyleClass().addAll(Styles.DENSE, "figure-table");
    setFixedCellSize(ROW);
    for (int i = 0; i < columns.size(); i++) {
      getColumns().add(column(columns.get(i), i));
    }
    getItems().setAll(rows);
    setPrefHeight(ROW * (rows.size() + 1) + FRAME);
    setMinHeight(USE_PREF_SIZE);
    setOnMouseClicked(
        _ ->
            getSelectionModel().getSelectedCells().stream()
                .findFirst()
                .ifPresent(cell -> onCell.clicked(cell.getRow(), cell.getColumn())));
    getSelectionModel().setCellSelectionEnabled(true);
  }

  private static TableColumn<List<String>, String> column(Column wanted, int index) {
    TableColumn<List<String>, String> column = new TableColumn<>(wanted.title());
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(index)));
    column.setPrefWidth(wanted.width());
    column.setReorderable(false);
    if (index > 0) {
      column.getStyleClass().addAll(Tweaks.ALIGN_RIGHT, "tabular");
    }
    return column;
  }
}
