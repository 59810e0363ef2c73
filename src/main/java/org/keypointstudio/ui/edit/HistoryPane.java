package org.keypointstudio.ui.edit;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import org.keypointstudio.ui.edit.EditViewModel.HistoryRow;

/** What was done, oldest first; what was undone is struck faint. */
final class HistoryPane extends BorderPane {
  private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");

  private final ListView<HistoryRow> list = new ListView<>();

  HistoryPane() {
    Label title = new Label("History");
    title.getStyleClass().addAll(Styles.TEXT_BOLD, "pane-title");
    setTop(title);
    list.getStyleClass().addAll(Styles.DENSE, Tweaks.EDGE_TO_EDGE);
    list.setPlaceholder(new Label("Nothing was changed yet."));
    list.setFocusTraversable(false);
    list.setAccessibleText("History of changes");
    list.setCellFactory(_ -> new HistoryCell());
    setCenter(list);
  }

  void show(List<HistoryRow> rows) {
    list.getItems().setAll(rows);
    list.scrollTo(rows.size() - 1);
  }

  private static final class HistoryCell extends ListCell<HistoryRow> {
    @Override
    protected void updateItem(HistoryRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean filled = !empty && row != null;
      setText(filled ? row.text() : null);
      pseudoClassStateChanged(UNDONE, filled && row.undone());
    }
  }
}
