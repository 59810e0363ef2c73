package org.keypointstudio.ui.schema;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.paint.Color;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.model.schema.SchemaDraft;
import org.keypointstudio.ui.canvas.Marks;

/** The keypoints of a draft in their order: name, partner and colour can be changed in place. */
final class KeypointsTable extends TableView<SchemaDraft.Entry> {
  private static final String NO_PARTNER = "– (stays)";

  private final SchemaEditorViewModel model;

  KeypointsTable(SchemaEditorViewModel model) {
    this.model = model;
    setId("schema-table");
    setEditable(true);
    setFixedCellSize(34);
    setAccessibleText("Keypoints of the schema");
    getColumns()
        .addAll(
            List.of(
                text("#", 44, entry -> "" + (getItems().indexOf(entry) + 1)),
                names(),
                partners(),
                colors()));
    getColumns().forEach(column -> column.setSortable(false));
    getColumns().forEach(column -> column.setReorderable(false));
    model.draftProperty().subscribe(this::show);
  }

  private void show(SchemaDraft draft) {
    OptionalInt selected = selectedSource();
    if (!getItems().equals(draft.entries())) {
      getItems().setAll(draft.entries());
    }
    refresh();
    selected.ifPresent(this::select);
  }

  /** The source of the selected keypoint. */
  OptionalInt selectedSource() {
    SchemaDraft.@Nullable Entry selected = getSelectionModel().getSelectedItem();
    return selected == null ? OptionalInt.empty() : OptionalInt.of(selected.source());
  }

  /** Selects a keypoint and brings it into view. */
  void select(int source) {
    for (int row = 0; row < getItems().size(); row++) {
      if (getItems().get(row).source() == source) {
        getSelectionModel().select(row);
        scrollTo(row);
      }
    }
  }

  private static TableColumn<SchemaDraft.Entry, String> text(
      String title, double width, Function<SchemaDraft.Entry, String> text) {
    TableColumn<SchemaDraft.Entry, String> column = new TableColumn<>(title);
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(text.apply(row.getValue())).getReadOnlyProperty());
    column.setPrefWidth(width);
    column.setEditable(false);
    return column;
  }

  private TableColumn<SchemaDraft.Entry, String> names() {
    TableColumn<SchemaDraft.Entry, String> column = text("Name", 230, SchemaDraft.Entry::name);
    column.setEditable(true);
    column.setCellFactory(TextFieldTableCell.forTableColumn());
    column.setOnEditCommit(
        event -> {
          int source = event.getRowValue().source();
          model.change(draft -> draft.renamed(source, event.getNewValue()));
        });
    return column;
  }

  private TableColumn<SchemaDraft.Entry, SchemaDraft.Entry> partners() {
    TableColumn<SchemaDraft.Entry, SchemaDraft.Entry> column = whole("Mirrored with", 210);
    column.setCellFactory(_ -> new PartnerCell());
    return column;
  }

  private TableColumn<SchemaDraft.Entry, SchemaDraft.Entry> colors() {
    TableColumn<SchemaDraft.Entry, SchemaDraft.Entry> column = whole("Colour", 96);
    column.setCellFactory(_ -> new ColorCell());
    return column;
  }

  private static TableColumn<SchemaDraft.Entry, SchemaDraft.Entry> whole(
      String title, double width) {
    TableColumn<SchemaDraft.Entry, SchemaDraft.Entry> column = new TableColumn<>(title);
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(row.getValue()).getReadOnlyProperty());
    column.setPrefWidth(width);
    return column;
  }

  /** A choice among the other keypoints. */
  private final class PartnerCell extends TableCell<SchemaDraft.Entry, SchemaDraft.Entry> {
    private final ComboBox<Integer> choice = new ComboBox<>();

    PartnerCell() {
      choice.setMaxWidth(Double.MAX_VALUE);
      choice.setConverter(
          new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer source) {
              SchemaDraft draft = model.draftProperty().get();
              // A cell of a keypoint that was just removed is asked once more.
              return source == null || !draft.has(source) ? NO_PARTNER : draft.entry(source).name();
            }

            @Override
            public Integer fromString(String name) {
              throw new UnsupportedOperationException("Partners are chosen and not typed");
            }
          });
      choice.setOnAction(_ -> choose());
    }

    private void choose() {
      SchemaDraft.@Nullable Entry entry = getItem();
      @Nullable Integer partner = choice.getValue();
      if (entry == null || partner == null || partner == entry.partner()) {
        return;
      }
      int source = entry.source();
      model.change(draft -> partner < 0 ? draft.unpaired(source) : draft.paired(source, partner));
    }

    @Override
    protected void updateItem(SchemaDraft.@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setGraphic(null);
        return;
      }
      choice.setOnAction(null);
      choice.getItems().setAll(-1);
      getItems()
          .forEach(
              other -> {
                if (other.source() != entry.source()) {
                  choice.getItems().add(other.source());
                }
              });
      choice.setValue(entry.partner());
      choice.setAccessibleText("Partner of " + entry.name() + " in the mirrored image");
      choice.setOnAction(_ -> choose());
      setGraphic(choice);
    }

    private List<SchemaDraft.Entry> getItems() {
      return KeypointsTable.this.getItems();
    }
  }

  /** A colour of the keypoint's own. */
  private final class ColorCell extends TableCell<SchemaDraft.Entry, SchemaDraft.Entry> {
    private final ColorPicker picker = new ColorPicker();

    ColorCell() {
      picker.setStyle("-fx-color-label-visible: false;");
      picker.setOnAction(
          _ -> {
            SchemaDraft.@Nullable Entry entry = getItem();
            if (entry != null) {
              model.change(draft -> draft.colored(entry.source(), hex(picker.getValue())));
            }
          });
    }

    private static String hex(Color color) {
      return color.equals(Marks.GROUND_TRUTH)
          ? ""
          : "#%02x%02x%02x"
              .formatted(
                  Math.round(255 * color.getRed()),
                  Math.round(255 * color.getGreen()),
                  Math.round(255 * color.getBlue()));
    }

    @Override
    protected void updateItem(SchemaDraft.@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setGraphic(null);
        return;
      }
      picker.setValue(entry.color().isEmpty() ? Marks.GROUND_TRUTH : Color.web(entry.color()));
      picker.setAccessibleText("Colour of " + entry.name());
      setGraphic(picker);
    }
  }
}
