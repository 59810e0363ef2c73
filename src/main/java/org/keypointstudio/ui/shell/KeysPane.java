package org.keypointstudio.ui.shell;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.keypointstudio.ui.action.KeysModel;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sheet of all keys, or the page on which they are changed. */
final class KeysPane extends BorderPane {
  private static final double WIDTH = 1200;
  private static final double HEIGHT = 680;

  private final KeySheet sheet = new KeySheet();
  private final KeyEditor editor;
  private final Label title = new Label();
  private final Button turn = new Button();

  KeysPane(KeysModel model) {
    editor = new KeyEditor(model);
    getStyleClass().add("keys-pane");
    setMaxSize(WIDTH, HEIGHT);
    title.getStyleClass().add(Styles.TITLE_3);
    turn.setId("turn-keys");
    turn.setOnAction(_ -> model.changingProperty().set(!model.changingProperty().get()));
    Button close = new Button(null, new FontIcon("mdi2c-close"));
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    close.setAccessibleText("Close");
    close.setOnAction(_ -> model.shownProperty().set(false));
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox head = new HBox(8, title, spring, turn, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setPadding(new Insets(0, 0, 16, 0));
    setTop(head);
    model.keysProperty().subscribe(sheet::show);
    model.changingProperty().subscribe(this::show);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.shownProperty().set(false);
            event.consume();
          }
        });
  }

  private void show(boolean changing) {
    title.setText(changing ? "Change keys" : "Keyboard and mouse");
    turn.setText(changing ? "Back to the sheet" : "Change keys…");
    setCenter(changing ? editor : sheet);
  }
}
