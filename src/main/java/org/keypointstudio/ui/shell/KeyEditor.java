package org.keypointstudio.ui.shell;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keypointstudio.ui.action.KeyText;
import org.keypointstudio.ui.action.KeysModel;
import org.keypointstudio.ui.action.KeysModel.Conflict;
import org.keypointstudio.ui.action.StudioAction;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line an action: its keys, each of which can be taken away, and new ones by pressing them. */
final class KeyEditor extends VBox {
  private static final double ROW_HEIGHT = 40;

  private final KeysModel model;
  private final ListView<StudioAction> list = new ListView<>();
  private final HBox conflictBar = new HBox(8);

  KeyEditor(KeysModel model) {
    super(8);
    this.model = model;
    TextField filter = new TextField();
    filter.setId("key-filter");
    filter.setPromptText("Find an action or a key");
    filter.setAccessibleText("Find an action or a key");
    filter.textProperty().bindBidirectional(model.queryProperty());
    HBox.setHgrow(filter, Priority.ALWAYS);
    Button resetAll = new Button("Reset all keys", new FontIcon("mdi2b-backup-restore"));
    resetAll.setId("reset-all-keys");
    resetAll.setOnAction(_ -> model.resetAll());
    resetAll.setMinWidth(USE_PREF_SIZE);
    list.setId("key-list");
    list.getStyleClass().addAll(Styles.DENSE, Tweaks.EDGE_TO_EDGE);
    list.setAccessibleText("Actions and their keys");
    list.setFixedCellSize(ROW_HEIGHT);
    list.setPlaceholder(new Label("No action has this in its name or keys."));
    list.setCellFactory(_ -> new ActionCell());
    setVgrow(list, Priority.ALWAYS);
    conflictBar.setAlignment(Pos.CENTER_LEFT);
    conflictBar.getStyleClass().add("key-conflict");
    getChildren().addAll(new HBox(8, filter, resetAll), conflictBar, list);
    model.queryProperty().subscribe(this::refresh);
    model.keysProperty().subscribe(this::refresh);
    model.awaitingProperty().subscribe(list::refresh);
    model.conflictProperty().subscribe(this::showConflict);
    refresh();
  }

  private void refresh() {
    list.getItems().setAll(model.actions());
  }

  private void showConflict(Optional<Conflict> conflict) {
    conflictBar.setVisible(conflict.isPresent());
    conflictBar.setManaged(conflict.isPresent());
    conflictBar.getChildren().clear();
    conflict.ifPresent(
        found -> {
          Label text = new Label(found.text());
          text.setWrapText(true);
          HBox.setHgrow(text, Priority.ALWAYS);
          text.setMaxWidth(Double.MAX_VALUE);
          conflictBar
              .getChildren()
              .addAll(
                  new FontIcon("mdi2a-alert-outline"),
                  text,
                  button("Take it from %s".formatted(found.names()), "take-key", model::take),
                  button("Use it for both", "share-key", model::share),
                  button("Leave it", "leave-key", model::leave));
        });
  }

  private static Button button(String text, String id, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().add(Styles.SMALL);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private final class ActionCell extends ListCell<StudioAction> {
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final HBox keys = new HBox(8);
    private final Button record = new Button("Press a new key…");
    private final Button reset = new Button(null, new FontIcon("mdi2b-backup-restore"));
    private final HBox row;

    ActionCell() {
      Region spring = new Region();
      HBox.setHgrow(spring, Priority.ALWAYS);
      keys.setAlignment(Pos.CENTER_RIGHT);
      keys.setFillHeight(false);
      record.getStyleClass().add(Styles.SMALL);
      record.setMinWidth(Region.USE_PREF_SIZE);
      record.setOnAction(_ -> model.record(getItem()));
      reset.getStyleClass().addAll(Styles.SMALL, Styles.BUTTON_ICON, Styles.FLAT);
      reset.setTooltip(new Tooltip("Back to the usual keys"));
      reset.setOnAction(_ -> model.reset(getItem()));
      row = new HBox(12, icon, name, spring, keys, record, reset);
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(StudioAction action, boolean empty) {
      super.updateItem(action, empty);
      boolean filled = !empty && action != null;
      setGraphic(filled ? row : null);
      if (filled) {
        show(action);
      }
    }

    private void show(StudioAction action) {
      boolean awaited = model.awaitingProperty().get().filter(action::equals).isPresent();
      icon.setIconLiteral(action.icon());
      name.setText(action.text());
      keys.getChildren()
          .setAll(model.keys(action).stream().map(key -> keyCap(action, key)).toList());
      record.setText(awaited ? "Press the key, Esc stops" : "Press a new key…");
      record.setId("record-" + action.name());
      record.setAccessibleText("Press a new key for " + action.text());
      reset.setId("reset-" + action.name());
      reset.setAccessibleText("Usual keys for " + action.text());
      reset.setDisable(model.isUsual(action));
    }

    private HBox keyCap(StudioAction action, KeyCombination key) {
      Label label = new Label(KeyText.of(key));
      Button remove = new Button(null, new FontIcon("mdi2c-close"));
      remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "key-remove");
      remove.setTooltip(new Tooltip("Take this key away"));
      remove.setAccessibleText("Take %s from %s".formatted(label.getText(), action.text()));
      remove.setOnAction(_ -> model.remove(action, key));
      HBox cap = new HBox(4, label, remove);
      cap.setAlignment(Pos.CENTER);
      cap.getStyleClass().add("key-cap");
      return cap;
    }
  }
}
