package org.keypointstudio.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
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
  private static final int COLUMNS = 4;
  private static final double COLUMN_GAP = 24;
  private static final double SECTION_GAP = 8;

  /** A title takes as much height as so many lines. */
  private static final int LINES_OF_TITLE = 2;

  KeySheet() {
    getStyleClass().add("key-sheet");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
  }

  /** Shows these keys. */
  void show(KeyMap keys) {
    HBox columns = new HBox(COLUMN_GAP);
    for (List<Section> sections : inColumns(KeySections.of(keys))) {
      VBox column = new VBox(SECTION_GAP);
      sections.forEach(section -> column.getChildren().addAll(title(section), grid(section)));
      HBox.setHgrow(column, Priority.ALWAYS);
      columns.getChildren().add(column);
    }
    setContent(columns);
  }

  /** Sections stay in their order; a column is full when it has its share of all lines. */
  private static List<List<Section>> inColumns(List<Section> sections) {
    int height = sections.stream().mapToInt(KeySheet::height).sum();
    List<List<Section>> columns = new ArrayList<>();
    int used = 0;
    for (Section section : sections) {
      int middle = used + height(section) / 2;
      int column = Math.min(COLUMNS - 1, middle * COLUMNS / height);
      while (columns.size() <= column) {
        columns.add(new ArrayList<>());
      }
      columns.get(column).add(section);
      used += height(section);
    }
    return columns;
  }

  private static int height(Section section) {
    return LINES_OF_TITLE + section.lines().size();
  }

  private static Label title(Section section) {
    Label title = new Label(section.title());
    title.getStyleClass().addAll(Styles.TEXT_BOLD, "key-section");
    return title;
  }

  private static GridPane grid(Section section) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("key-lines");
    ColumnConstraints text = new ColumnConstraints();
    text.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(text, new ColumnConstraints());
    for (Line line : section.lines()) {
      Label what = new Label(line.text());
      what.setMinWidth(0);
      Label keys = new Label(line.keys());
      keys.getStyleClass().add(Styles.TEXT_MUTED);
      keys.setMinWidth(USE_PREF_SIZE);
      GridPane.setValignment(what, VPos.TOP);
      grid.addRow(grid.getRowCount(), what, keys);
    }
    return grid;
  }
}
