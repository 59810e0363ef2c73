package org.keypointstudio.ui.action;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keypointstudio.ui.action.CommandPaletteViewModel.Command;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The field and list of all commands. Letters filter, the arrows choose, Enter does the command,
 * Esc and a click elsewhere close.
 */
public final class CommandPalette extends VBox {
  private static final double WIDTH = 560;
  private static final double ROW_HEIGHT = 36;
  private static final int MOST_ROWS = 10;

  private final CommandPaletteViewModel viewModel;
  private final TextField field = new TextField();
  private final ListView<Command> list = new ListView<>();

  /** A palette. */
  public CommandPalette(CommandPaletteViewModel viewModel) {
    super(8);
    this.viewModel = viewModel;
    getStyleClass().add("command-palette");
    setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    field.setId("command-query");
    field.setPromptText("What would you like to do?");
    field.setAccessibleText("Search for a command by its name");
    field.textProperty().bindBidirectional(viewModel.queryProperty());
    list.setId("commands");
    list.setAccessibleText("Commands");
    list.getStyleClass().addAll(Styles.DENSE, Tweaks.EDGE_TO_EDGE);
    list.setFixedCellSize(ROW_HEIGHT);
    list.setFocusTraversable(false);
    list.setPlaceholder(new Label("No command has these letters in its name."));
    list.setCellFactory(_ -> new CommandCell());
    getChildren().addAll(field, list);
    viewModel.queryProperty().subscribe(this::refresh);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            runChosen();
          }
        });
    focusWithinProperty()
        .subscribe(
            (_, within) -> {
              if (!within) {
                viewModel.shownProperty().set(false);
              }
            });
  }

  /** Begins anew: an empty query, the focus in the field. */
  public void begin() {
    viewModel.queryProperty().set("");
    refresh();
    field.requestFocus();
  }

  private void refresh() {
    list.getItems().setAll(viewModel.commands());
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    int rows = Math.clamp(list.getItems().size(), 2, MOST_ROWS);
    list.setPrefHeight(rows * ROW_HEIGHT + 2);
  }

  private void onKey(KeyEvent event) {
    KeyCode code = event.getCode();
    switch (code) {
      case DOWN -> choose(1);
      case UP -> choose(-1);
      case PAGE_DOWN -> choose(MOST_ROWS);
      case PAGE_UP -> choose(-MOST_ROWS);
      case ENTER -> runChosen();
      case ESCAPE -> viewModel.shownProperty().set(false);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void choose(int steps) {
    int last = list.getItems().size() - 1;
    int chosen =
        Math.clamp(list.getSelectionModel().getSelectedIndex() + steps, 0, Math.max(0, last));
    list.getSelectionModel().select(chosen);
    list.scrollTo(Math.max(0, chosen - MOST_ROWS / 2));
  }

  private void runChosen() {
    Command chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      viewModel.run(chosen);
    }
  }

  private static final class CommandCell extends ListCell<Command> {
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label note = new Label();
    private final HBox row;

    CommandCell() {
      Region spring = new Region();
      HBox.setHgrow(spring, Priority.ALWAYS);
      note.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
      note.setMinWidth(Region.USE_PREF_SIZE);
      name.setMinWidth(0);
      row = new HBox(12, icon, name, spring, note);
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Command command, boolean empty) {
      super.updateItem(command, empty);
      boolean filled = !empty && command != null;
      setGraphic(filled ? row : null);
      setAccessibleText(filled ? command.action().text() : null);
      if (filled) {
        icon.setIconLiteral(command.action().icon());
        name.setText(command.action().text());
        note.setText(command.available() ? command.keys() : "not possible now");
        row.setOpacity(command.available() ? 1 : 0.5);
      }
    }
  }
}
