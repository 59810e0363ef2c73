package org.keypointstudio.ui.mapping;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keypointstudio.dataset.schema.MappingDraft;
import org.keypointstudio.dataset.schema.MappingTable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page on which a person says which keypoints are made of which, before an export. */
public final class MappingPane extends BorderPane {
  private static final double WIDTH = 860;
  private static final double HEIGHT = 560;

  private final MappingViewModel model;
  private final TableView<Integer> table = new TableView<>();
  private final MenuButton tables = new MenuButton("Tables");
  private final Label status = new Label();
  private final Button done = new Button("Export…");
  private List<String> explained = List.of();

  /** The page of a table. */
  public MappingPane(MappingViewModel model) {
    this.model = model;
    getStyleClass().add("keys-pane");
    setId("mapping");
    setMaxSize(WIDTH, HEIGHT);
    setTop(head());
    setCenter(new VBox(8, tools(), table()));
    VBox.setVgrow(table, Priority.ALWAYS);
    setBottom(foot());
    model.draftProperty().subscribe(this::refresh);
    model.shownProperty().subscribe(this::refresh);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.shownProperty().set(false);
            event.consume();
          }
        });
  }

  private static VBox head() {
    Label title = new Label("Export with other keypoints");
    title.getStyleClass().add(Styles.TITLE_3);
    Label hint =
        new Label(
            "Each row is a keypoint of the new file and what it is made of: names or numbers of"
                + " keypoints here, counted from 0, between spaces. Of several it is the mean; of"
                + " none it stays unlabelled. A double click changes a cell.");
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    hint.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    VBox head = new VBox(4, title, hint);
    head.setPadding(new Insets(0, 0, 12, 0));
    return head;
  }

  private HBox tools() {
    tables.setId("mapping-tables");
    tables.getStyleClass().add(Styles.SMALL);
    tables.setTooltip(new Tooltip("Begin with a table that comes with the program"));
    Button add = tool("mapping-add", "Add", "mdi2p-plus");
    add.setOnAction(
        _ -> {
          model.change(MappingDraft::withAnother);
          select(table.getItems().size() - 1);
        });
    Button remove = tool("mapping-remove", "Remove", "mdi2m-minus");
    remove.setOnAction(_ -> changeSelected(MappingDraft::without));
    Button up = tool("mapping-up", "", "mdi2a-arrow-up");
    up.setAccessibleText("Up");
    up.setOnAction(_ -> move(-1));
    Button down = tool("mapping-down", "", "mdi2a-arrow-down");
    down.setAccessibleText("Down");
    down.setOnAction(_ -> move(1));
    Button open = tool("mapping-open", "Open…", "mdi2f-folder-open-outline");
    open.setOnAction(_ -> model.openChosen());
    Button save = tool("mapping-save", "Save…", "mdi2c-content-save-outline");
    save.setOnAction(_ -> model.saveChosen());
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox tools = new HBox(6, tables, add, remove, up, down, spring, open, save);
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

  private TableView<Integer> table() {
    table.setId("mapping-table");
    table.setEditable(true);
    table.setAccessibleText("Keypoints of the new file and what they are made of");
    table
        .getColumns()
        .setAll(
            List.of(
                column("#", 44, place -> "" + (place + 1)),
                typed(
                    "Keypoint",
                    230,
                    MappingDraft.Row::target,
                    (row, text) -> new MappingDraft.Row(text, row.sources())),
                typed(
                    "Made of",
                    220,
                    MappingDraft.Row::sources,
                    (row, text) -> new MappingDraft.Row(row.target(), text)),
                column(
                    "That is",
                    300,
                    place -> place < explained.size() ? explained.get(place) : "")));
    table.getColumns().forEach(column -> column.setSortable(false));
    table.getColumns().forEach(column -> column.setReorderable(false));
    return table;
  }

  private static TableColumn<Integer, String> column(
      String title, double width, Function<Integer, String> text) {
    TableColumn<Integer, String> column = new TableColumn<>(title);
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(text.apply(row.getValue())).getReadOnlyProperty());
    column.setPrefWidth(width);
    column.setEditable(false);
    return column;
  }

  private TableColumn<Integer, String> typed(
      String title,
      double width,
      Function<MappingDraft.Row, String> text,
      BiFunction<MappingDraft.Row, String, MappingDraft.Row> changed) {
    TableColumn<Integer, String> column = column(title, width, place -> text.apply(row(place)));
    column.setEditable(true);
    column.setCellFactory(TextFieldTableCell.forTableColumn());
    column.setOnEditCommit(
        event -> {
          int place = event.getRowValue();
          String typed = event.getNewValue();
          model.change(draft -> draft.with(place, changed.apply(draft.rows().get(place), typed)));
        });
    return column;
  }

  /** A cell of a row that was just removed is asked once more. */
  private MappingDraft.Row row(int place) {
    List<MappingDraft.Row> rows = model.draftProperty().get().rows();
    return place < rows.size() ? rows.get(place) : new MappingDraft.Row("", "");
  }

  private void changeSelected(BiFunction<MappingDraft, Integer, MappingDraft> change) {
    int place = table.getSelectionModel().getSelectedIndex();
    if (place >= 0) {
      model.change(draft -> change.apply(draft, place));
      select(Math.min(place, table.getItems().size() - 1));
    }
  }

  private void move(int places) {
    int place = table.getSelectionModel().getSelectedIndex();
    if (place >= 0) {
      model.change(draft -> draft.moved(place, places));
      select(Math.clamp((long) place + places, 0, table.getItems().size() - 1));
    }
  }

  private void select(int place) {
    table.getSelectionModel().select(place);
    table.scrollTo(Math.max(0, place));
  }

  private HBox foot() {
    status.setId("mapping-status");
    status.setWrapText(true);
    HBox.setHgrow(status, Priority.ALWAYS);
    status.setMaxWidth(Double.MAX_VALUE);
    done.setId("mapping-export");
    done.getStyleClass().add(Styles.ACCENT);
    done.setMinWidth(Region.USE_PREF_SIZE);
    done.setOnAction(_ -> model.finish());
    Button cancel = new Button("Cancel");
    cancel.setId("mapping-cancel");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(_ -> model.shownProperty().set(false));
    HBox foot = new HBox(8, status, cancel, done);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.setPadding(new Insets(12, 0, 0, 0));
    return foot;
  }

  private void refresh() {
    if (!model.shownProperty().get()) {
      return;
    }
    explained = model.explained();
    int size = model.draftProperty().get().rows().size();
    if (table.getItems().size() != size) {
      table.getItems().setAll(IntStream.range(0, size).boxed().toList());
    }
    table.refresh();
    Optional<String> problem = model.problem();
    done.setDisable(problem.isPresent());
    status.setText(problem.orElseGet(this::summary));
    status.getStyleClass().removeAll(Styles.DANGER, Styles.TEXT_MUTED);
    status.getStyleClass().add(problem.isPresent() ? Styles.DANGER : Styles.TEXT_MUTED);
    tables.getItems().setAll(model.fitting().stream().map(this::tableItem).toList());
    MenuItem same = new MenuItem("Keypoints as they are");
    same.setOnAction(_ -> model.takeSame());
    tables.getItems().add(same);
  }

  private String summary() {
    int size = table.getItems().size();
    int unused = model.unused();
    return "%,d %s%s"
        .formatted(
            size,
            size == 1 ? "keypoint" : "keypoints",
            unused == 0 ? "." : "; %,d of this data set are not used.".formatted(unused));
  }

  private MenuItem tableItem(MappingTable shipped) {
    MenuItem item = new MenuItem(shipped.name());
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> model.take(shipped));
    return item;
  }
}
