package org.keypointstudio.ui.schema;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keypointstudio.model.schema.SchemaDraft;
import org.keypointstudio.model.schema.SchemaPreset;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page on which a person changes the schema of the open data set. */
public final class SchemaPane extends BorderPane {
  private static final double WIDTH = 1040;
  private static final double HEIGHT = 560;

  private final SchemaEditorViewModel model;
  private final KeypointsTable table;
  private final SchemaPicture picture;
  private final MenuButton presets = new MenuButton("Preset");
  private final MenuButton missing = new MenuButton("Bring back");
  private final Label status = new Label();
  private final Button apply = new Button("Apply");
  private final Button over = new Button("Start over");

  /** The page of an editor. */
  public SchemaPane(SchemaEditorViewModel model) {
    this.model = model;
    table = new KeypointsTable(model);
    picture = new SchemaPicture(model);
    getStyleClass().add("keys-pane");
    setId("schema");
    setMaxSize(WIDTH, HEIGHT);
    setTop(head());
    setCenter(new VBox(8, tools(), table));
    VBox.setVgrow(table, Priority.ALWAYS);
    setRight(pictureWithHint());
    setBottom(foot());
    model.draftProperty().subscribe(this::refresh);
    model.shownProperty().subscribe(_ -> refresh());
    model.refusalProperty().subscribe(_ -> refresh());
    picture.chosenProperty().subscribe(chosen -> chosen.ifPresent(table::select));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.shownProperty().set(false);
            event.consume();
          }
        });
  }

  private HBox head() {
    Label title = new Label("Schema");
    title.getStyleClass().add(Styles.TITLE_3);
    Button close = new Button(null, new FontIcon("mdi2c-close"));
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    close.setAccessibleText("Close without applying");
    close.setOnAction(_ -> model.shownProperty().set(false));
    HBox head = new HBox(8, title, spring(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setPadding(new Insets(0, 0, 12, 0));
    return head;
  }

  private static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  private HBox tools() {
    presets.setId("schema-presets");
    presets.getStyleClass().add(Styles.SMALL);
    presets.setTooltip(new Tooltip("Take the names, pairs and lines of a well-known schema"));
    Button guess = tool("schema-guess", "Guess pairs", "mdi2s-swap-horizontal");
    guess.setTooltip(new Tooltip("Pair names that differ by left and right, l and r, L and R"));
    guess.setOnAction(_ -> model.change(SchemaDraft::withGuessedPairs));
    Button add = tool("schema-add", "Add", "mdi2p-plus");
    add.setTooltip(new Tooltip("Add a keypoint, which no face has yet"));
    add.setOnAction(_ -> table.select(model.add()));
    Button remove = tool("schema-remove", "Remove", "mdi2m-minus");
    remove.setTooltip(
        new Tooltip("Take the selected keypoint out; the data file keeps its labels"));
    remove.setOnAction(_ -> table.selectedSource().ifPresent(model::remove));
    missing.setId("schema-missing");
    missing.getStyleClass().add(Styles.SMALL);
    missing.setMinWidth(Region.USE_PREF_SIZE);
    missing.setTooltip(new Tooltip("Bring a keypoint of the data file back that was taken out"));
    Button up = tool("schema-up", "", "mdi2a-arrow-up");
    up.setAccessibleText("Up");
    up.setTooltip(new Tooltip("Move the selected keypoint one place up"));
    up.setOnAction(_ -> move(-1));
    Button down = tool("schema-down", "", "mdi2a-arrow-down");
    down.setAccessibleText("Down");
    down.setTooltip(new Tooltip("Move the selected keypoint one place down"));
    down.setOnAction(_ -> move(1));
    over.setId("schema-over");
    over.getStyleClass().add(Styles.SMALL);
    over.setOnAction(_ -> model.startOver());
    HBox tools = new HBox(8, presets, guess, add, remove, missing, up, down, spring(), over);
    tools.setAlignment(Pos.CENTER_LEFT);
    return tools;
  }

  private static Button tool(String id, String text, String icon) {
    Button button = new Button(text, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void move(int places) {
    table.selectedSource().ifPresent(source -> model.change(draft -> draft.moved(source, places)));
  }

  private VBox pictureWithHint() {
    Label hint =
        new Label(
            "Click two points to join them by a line, or to take their line away. A name in the"
                + " table is changed by a double click.");
    hint.setWrapText(true);
    hint.setMaxWidth(340);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    hint.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    VBox right = new VBox(8, picture, hint);
    right.setPadding(new Insets(0, 0, 0, 16));
    return right;
  }

  private HBox foot() {
    status.setId("schema-status");
    status.setWrapText(true);
    HBox.setHgrow(status, Priority.ALWAYS);
    status.setMaxWidth(Double.MAX_VALUE);
    apply.setId("schema-apply");
    apply.getStyleClass().add(Styles.ACCENT);
    apply.setMinWidth(Region.USE_PREF_SIZE);
    apply.setOnAction(_ -> model.apply());
    Button cancel = new Button("Cancel");
    cancel.setId("schema-cancel");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(_ -> model.shownProperty().set(false));
    HBox foot = new HBox(8, status, cancel, apply);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.setPadding(new Insets(12, 0, 0, 0));
    return foot;
  }

  private MenuItem bringBackItem(SchemaEditorViewModel.Missing keypoint) {
    MenuItem item = new MenuItem(keypoint.name());
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> model.bringBack(keypoint));
    return item;
  }

  private void refresh() {
    Optional<String> hindrance = model.problem();
    Optional<String> problem = model.refusalProperty().get().or(() -> hindrance);
    apply.setDisable(hindrance.isPresent() || !model.isChanged());
    over.setDisable(!model.isChanged());
    status.setText(
        problem.orElse(
            "The data file and its labels stay as they are; names, order, pairs, lines, colours and"
                + " the labels of added keypoints are kept beside it. Models that were trained"
                + " under other names or in another order are not shown with the data set."));
    status.getStyleClass().removeAll(Styles.DANGER, Styles.TEXT_MUTED);
    status.getStyleClass().add(problem.isPresent() ? Styles.DANGER : Styles.TEXT_MUTED);
    missing.getItems().setAll(model.missing().stream().map(this::bringBackItem).toList());
    missing.setDisable(missing.getItems().isEmpty());
    presets.getItems().clear();
    for (SchemaPreset preset : SchemaPreset.values()) {
      Optional<String> reason = model.whyNot(preset);
      String name = preset.schema().name();
      MenuItem item = new MenuItem(name + reason.map(text -> " – " + text).orElse(""));
      item.setDisable(reason.isPresent());
      item.setOnAction(_ -> model.change(draft -> draft.withPreset(preset)));
      presets.getItems().add(item);
    }
  }
}
