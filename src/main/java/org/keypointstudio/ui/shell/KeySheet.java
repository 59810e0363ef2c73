package org.keypointstudio.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.keypointstudio.ui.action.KeyMap;
import org.keypointstudio.ui.shell.KeySections.Line;
import org.keypointstudio.ui.shell.KeySections.Section;

/**
 * All keys in force, made from the actions themselves, and what the mouse does, in columns beside
 * each other, so that the smallest window shows them at one look.
 */
final class KeySheet extends ScrollPane {
  private static final double COLUMN_GAP = 24;
  private static final double SECTION_GAP = 8;

  KeySheet() {
    getStyleClass().add("key-sheet");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
  }

  /** Shows these keys. */
  void show(KeyMap keys) {
    GridPane columns = new GridPane();
    columns.setHgap(COLUMN_GAP);
    List<List<Section>> sections = KeySections.columns(keys);
    for (List<Section> below : sections) {
      VBox column = new VBox(SECTION_GAP);
      below.forEach(section -> column.getChildren().addAll(title(section), lines(section)));
      columns.addColumn(columns.getColumnCount(), column);
      ColumnConstraints width = new ColumnConstraints();
      width.setPercentWidth(100.0 / sections.size());
      columns.getColumnConstraints().add(width);
    }
    setContent(columns);
  }

  private static Label title(Section section) {
    Label title = new Label(section.title());
    title.getStyleClass().addAll(Styles.TEXT_BOLD, "key-section");
    return title;
  }

  private static VBox lines(Section section) {
    VBox lines = new VBox();
    lines.getStyleClass().add("key-lines");
    for (Line line : section.lines()) {
      Label what = new Label(line.text());
      what.setMinWidth(0);
      what.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(what, Priority.ALWAYS);
      Label keys = new Label(line.keys());
      keys.getStyleClass().add(Styles.TEXT_MUTED);
      keys.setMinWidth(USE_PREF_SIZE);
      lines.getChildren().add(new HBox(8, what, keys));
    }
    return lines;
  }
}
