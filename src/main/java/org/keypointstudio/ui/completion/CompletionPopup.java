package org.keypointstudio.ui.completion;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Popup;

/**
 * A list under a text field of what its text may become. Down and Up choose, Tab or Enter or a
 * click takes the chosen one, Tab alone the first; Esc closes the list. Enter without a choice is
 * the field's own, so that nobody gets a word that they did not type. The words are asked for on
 * the window's thread, whenever the person types.
 */
public final class CompletionPopup {
  private static final int MOST_ROWS = 8;
  private static final double ROW_HEIGHT = 28;

  private final TextField field;
  private final Supplier<List<String>> completions;
  private final Consumer<String> take;
  private final ListView<String> list = new ListView<>();
  private final Popup popup = new Popup();
  private boolean taking;

  private CompletionPopup(
      TextField field, Supplier<List<String>> completions, Consumer<String> take) {
    this.field = field;
    this.completions = completions;
    this.take = take;
    list.getStyleClass().add("completions");
    list.setFixedCellSize(ROW_HEIGHT);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new CompletionCell());
    popup.getContent().add(list);
    popup.setAutoHide(true);
  }

  /**
   * Gives a field such a list.
   *
   * @param completions whole texts that begin like the present one, the likeliest first
   * @param take is given the text that the person takes
   */
  public static void install(
      TextField field, Supplier<List<String>> completions, Consumer<String> take) {
    CompletionPopup popup = new CompletionPopup(field, completions, take);
    field.textProperty().subscribe((_, text) -> popup.onText(text));
    field.focusedProperty().subscribe((_, focused) -> popup.onFocus(focused));
    field.addEventFilter(KeyEvent.KEY_PRESSED, popup::onKey);
  }

  private void onText(String text) {
    if (field.isFocused() && !taking) {
      if (text.isBlank()) {
        popup.hide();
      } else {
        offer();
      }
    }
  }

  private void onFocus(boolean focused) {
    if (!focused) {
      popup.hide();
    }
  }

  private void offer() {
    list.getItems().setAll(completions.get());
    list.getSelectionModel().clearSelection();
    if (list.getItems().isEmpty()) {
      popup.hide();
      return;
    }
    int rows = Math.min(MOST_ROWS, list.getItems().size());
    list.setPrefHeight(rows * ROW_HEIGHT + 2);
    list.setPrefWidth(field.getWidth());
    Bounds bounds = field.localToScreen(field.getLayoutBounds());
    if (!popup.isShowing() && bounds != null) {
      popup.show(field, bounds.getMinX(), bounds.getMaxY() + 2);
    }
  }

  private void onKey(KeyEvent event) {
    boolean used =
        switch (event.getCode()) {
          case DOWN -> choose(1);
          case UP -> choose(-1);
          case ENTER -> takeChosen();
          case TAB -> popup.isShowing() && (takeChosen() || takeFirst());
          case ESCAPE -> close();
          default -> false;
        };
    if (used) {
      event.consume();
    }
  }

  private boolean choose(int step) {
    if (!popup.isShowing()) {
      offer();
      return popup.isShowing();
    }
    int size = list.getItems().size();
    int present = list.getSelectionModel().getSelectedIndex();
    int next = present < 0 && step < 0 ? size - 1 : Math.floorMod(present + step, size);
    list.getSelectionModel().select(next);
    list.scrollTo(next);
    return true;
  }

  private boolean takeChosen() {
    Optional<String> chosen =
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
            .filter(_ -> popup.isShowing());
    chosen.ifPresent(this::take);
    return chosen.isPresent();
  }

  private boolean takeFirst() {
    take(list.getItems().getFirst());
    return true;
  }

  private void take(String text) {
    popup.hide();
    taking = true;
    take.accept(text);
    taking = false;
    field.end();
  }

  private boolean close() {
    boolean open = popup.isShowing();
    popup.hide();
    return open;
  }

  private final class CompletionCell extends ListCell<String> {
    CompletionCell() {
      setOnMouseClicked(
          event -> {
            if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
              take(getItem());
            }
          });
    }

    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
    }
  }
}
