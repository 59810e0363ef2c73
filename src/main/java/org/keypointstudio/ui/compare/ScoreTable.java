package org.keypointstudio.ui.compare;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures.
 *
 * @param <R> its rows
 */
class ScoreTable<R> extends TableView<R> {
  private static final String BEST = "best-score";

  ScoreTable(String accessibleText) {
    getStyleClass().addAll(Styles.DENSE, Tweaks.EDGE_TO_EDGE, "score-table");
    setAccessibleText(accessibleText);
  }

  /** Shows other rows; selection and sorting stay. */
  void showRows(List<R> rows, Predicate<R> selected) {
    getItems().setAll(rows);
    sort();
    select(selected);
  }

  /** Selects the first row that fits; none if none does. */
  final void select(Predicate<R> wanted) {
    for (int row = 0; row < getItems().size(); row++) {
      if (wanted.test(getItems().get(row))) {
        getSelectionModel().select(row);
        return;
      }
    }
    getSelectionModel().clearSelection();
  }

  static <R, T> TableColumn<R, T> column(String title, Function<R, T> value, double width) {
    TableColumn<R, T> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setReorderable(false);
    return column;
  }

  /** A column of errors, in which the best of a row or column is pointed out. */
  static <R> TableColumn<R, Double> errorColumn(
      String title, ToDoubleFunction<R> value, Predicate<R> best, double width) {
    TableColumn<R, Double> column = column(title, value::applyAsDouble, width);
    column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
    column.setCellFactory(_ -> new ErrorCell<>(best));
    return column;
  }

  private static final class ErrorCell<R> extends TableCell<R, Double> {
    private final Predicate<R> best;

    ErrorCell(Predicate<R> best) {
      this.best = best;
      getStyleClass().add("tabular");
    }

    @Override
    protected void updateItem(@Nullable Double error, boolean empty) {
      super.updateItem(error, empty);
      getStyleClass().remove(BEST);
      if (empty || error == null) {
        setText(null);
        return;
      }
      setText(ErrorText.number(error));
      R row = getTableRow() == null ? null : getTableRow().getItem();
      if (row != null && best.test(row)) {
        getStyleClass().add(BEST);
      }
    }
  }
}
