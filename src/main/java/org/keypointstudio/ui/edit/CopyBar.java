package org.keypointstudio.ui.edit;

import atlantafx.base.theme.Styles;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.keypointstudio.ui.canvas.tools.LabelEditingViewModel;

/** Asks, without getting in the way, of which face the points are to be copied onto this one. */
final class CopyBar extends HBox {

  CopyBar(LabelEditingViewModel labels, BooleanProperty shown) {
    super(8);
    getStyleClass().add("canvas-tool-bar");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    TextField number = new TextField();
    number.setId("copy-from");
    number.setPrefColumnCount(6);
    number.getStyleClass().add(Styles.SMALL);
    // The letter of the key that opened the bar is typed into it too.
    number.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          if (!event.getCharacter().chars().allMatch(Character::isDigit)) {
            event.consume();
          }
        });
    number.setAccessibleText("Number of the face to copy points from");
    Button copy = new Button("Copy");
    copy.getStyleClass().add(Styles.SMALL);
    Runnable perform =
        () -> {
          labels.copyFromNumber(number.getText());
          shown.set(false);
        };
    number.setOnAction(_ -> perform.run());
    number.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            shown.set(false);
          }
        });
    copy.setOnAction(_ -> perform.run());
    Button close = new Button("Cancel");
    close.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    close.setOnAction(_ -> shown.set(false));
    getChildren()
        .addAll(
            new Label("Copy all points of face number"),
            number,
            new Label("onto this one"),
            copy,
            close);
    visibleProperty().bind(shown);
    managedProperty().bind(shown);
    shown.subscribe(
        now -> {
          if (now) {
            number.clear();
            number.requestFocus();
          }
        });
  }
}
