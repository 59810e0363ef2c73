package org.keypointstudio.ui.edit;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.keypointstudio.ui.edit.EditViewModel.HistoryRow;

/**
 * What was done, oldest first; what was undone is struck faint. A click on a step goes back to it.
 */
final class HistoryPane extends BorderPane {
  private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");

  private final ListView<HistoryRow> list = new ListView<>();

  private final IntConsumer goTo;

  /**
   * An empty history.
   *
   * @param goTo is given the row that is to be the last one that holds
   */
  HistoryPane(IntConsumer goTo) {
    this.goTo = goTo;
    list.setId("history");
    list.getStyleClass().addAll(Styles.DENSE, Tweaks.EDGE_TO_EDGE);
    list.setPlaceholder(new Label("Nothing was changed yet."));
    list.setFocusTraversable(false);
    list.setAccessibleText("History of changes");
    list.setCellFactory(_ -> new HistoryCell());
    setCenter(list);
  }

  void show(List<HistoryRow> rows) {
    if (!rows.equals(list.getItems())) {
      boolean grown = rows.size() != list.getItems().size();
      list.getItems().setAll(rows);
      if (grown) {
        list.scrollTo(rows.size() - 1);
      }
    }
  }

  private final class HistoryCell extends ListCell<HistoryRow> {
    private final Tooltip tooltip = new Tooltip("Click: undo or redo up to this step");

    HistoryCell() {
      setOnMouseClicked(
          _ -> {
            if (!isEmpty()) {
              goTo.accept(getIndex());
            }
          });
    }

    @Override
    protected void updateItem(HistoryRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean filled = !empty && row != null;
      setTooltip(filled ? tooltip : null);
      setText(filled ? row.text() : null);
      pseudoClassStateChanged(UNDONE, filled && row.undone());
    }
  }
}
