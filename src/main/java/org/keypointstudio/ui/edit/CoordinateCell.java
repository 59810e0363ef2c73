package org.keypointstudio.ui.edit;

import atlantafx.base.theme.Styles;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.keypointstudio.ui.edit.EditViewModel.KeypointRow;

/**
 * A coordinate that can be typed over: double click or Enter begins, Enter takes, Esc leaves it.
 */
final class CoordinateCell extends TableCell<KeypointRow, Double> {
  private final TextField field = new TextField();
  private final Typed typed;

  /** Takes what a person typed into the cell of a keypoint. */
  @FunctionalInterface
  interface Typed {
    /** The person finished typing. */
    void accept(int keypoint, String text);
  }

  CoordinateCell(Typed typed) {
    this.typed = typed;
    field.getStyleClass().addAll(Styles.SMALL, "coordinate-field");
    field.setOnAction(_ -> finish());
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            event.consume();
          }
        });
    // The second press of a double click on a chosen row falls into the field that the first
    // opened.
    field.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getClickCount() == 2) {
            field.selectAll();
            event.consume();
          }
        });
    // A fast second press still falls on the cell, and gives the focus to the table.
    addEventHandler(
        MouseEvent.MOUSE_RELEASED,
        _ -> {
          if (isEditing()) {
            field.requestFocus();
            field.selectAll();
          }
        });
    setTooltip(
        new Tooltip("Double click to type a number of pixels, or x and y with a space between"));
  }

  @Override
  public void startEdit() {
    super.startEdit();
    if (isEditing()) {
      field.setText(getItem().isNaN() ? "" : plain(getItem()));
      setText(null);
      setGraphic(field);
      field.selectAll();
      field.requestFocus();
    }
  }

  private void finish() {
    KeypointRow row = getTableRow().getItem();
    String text = field.getText();
    boolean changed = !text.isBlank() && !text.strip().equals(plain(getItem()));
    cancelEdit();
    getTableView().requestFocus();
    if (changed) {
      typed.accept(row.index(), text);
    }
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    setGraphic(null);
    updateItem(getItem(), isEmpty());
  }

  @Override
  protected void updateItem(Double coordinate, boolean empty) {
    super.updateItem(coordinate, empty);
    boolean filled = !empty && coordinate != null;
    if (!isEditing()) {
      setGraphic(null);
      setText(filled ? shown(coordinate) : null);
    }
  }

  private static String shown(double coordinate) {
    return Double.isNaN(coordinate) ? "–" : "%.2f".formatted(coordinate);
  }

  /** All digits, since rounding what was not changed would change it. */
  private static String plain(double coordinate) {
    return String.valueOf(coordinate);
  }
}
