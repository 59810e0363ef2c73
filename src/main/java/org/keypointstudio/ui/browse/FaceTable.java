package org.keypointstudio.ui.browse;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.edit.query.FaceOrder;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.session.StudioSession;

/**
 * A row for each shown face. A click on a column's head sorts all workspaces' faces by it; a click
 * on a row selects, a double click or Enter opens for editing. The button at the right end of the
 * heads chooses columns.
 */
final class FaceTable extends TableView<Integer> {
  private static final double PICTURE = 32;
  private static final double ROW_HEIGHT = 40;

  private final StudioSession session;
  private final BrowseViewModel viewModel;
  private final FaceImages images;
  private final Runnable openFace;
  private boolean following;

  /**
   * The table.
   *
   * @param openFace opens the selected face for editing
   */
  FaceTable(
      StudioSession session, BrowseViewModel viewModel, FaceImages images, Runnable openFace) {
    super(session.shownFaces());
    this.session = session;
    this.viewModel = viewModel;
    this.images = images;
    this.openFace = openFace;
    setId("face-table");
    setAccessibleText("Faces");
    getStyleClass().addAll(Styles.DENSE, Tweaks.EDGE_TO_EDGE);
    setFixedCellSize(ROW_HEIGHT);
    setTableMenuButtonVisible(true);
    setPlaceholder(new Label(""));
    setSortPolicy(_ -> sortFaces());
    setRowFactory(_ -> row());
    viewModel.columns().subscribe(this::showColumns);
    session.orderProperty().subscribe(this::followOrder);
    session.revisionProperty().subscribe(this::refreshIfShown);
    session.imagesProperty().subscribe(this::refreshIfShown);
    sceneProperty().subscribe(this::refreshIfShown);
    skinProperty().subscribe(() -> Platform.runLater(this::explainHeads));
    getSelectionModel().selectedItemProperty().subscribe(this::onSelection);
    session.selectedFaceProperty().subscribe(this::followSelection);
    session.shownFaces().subscribe(this::followSelection);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      openFace.run();
      event.consume();
    }
  }

  private TableRow<Integer> row() {
    TableRow<Integer> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY
              && event.getClickCount() == 2
              && !row.isEmpty()) {
            openFace.run();
          }
        });
    return row;
  }

  private void showColumns() {
    Set<String> hidden = new HashSet<>();
    getColumns().stream()
        .filter(column -> !column.isVisible())
        .forEach(column -> hidden.add(column.getId()));
    List<TableColumn<Integer, ?>> columns = new ArrayList<>();
    columns.add(pictureColumn());
    for (FaceColumn column : viewModel.columns()) {
      columns.add(column(column));
    }
    columns.forEach(column -> column.setVisible(!hidden.contains(column.getId())));
    following = true;
    getColumns().setAll(columns);
    following = false;
    followOrder();
    Platform.runLater(this::explainHeads);
  }

  /** The heads are made with the table's skin, and anew when columns come and go. */
  private void explainHeads() {
    for (Node node : lookupAll(".column-header")) {
      if (node instanceof TableColumnHeader head
          && head.getTableColumn() != null
          && head.getTableColumn().getUserData() instanceof FaceColumn described) {
        Tooltip.install(head, new Tooltip(described.hint()));
      }
    }
  }

  private TableColumn<Integer, Integer> pictureColumn() {
    TableColumn<Integer, Integer> column = new TableColumn<>("Face");
    column.setId("face-column-picture");
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new PictureCell());
    column.setSortable(false);
    column.setPrefWidth(56);
    return column;
  }

  private TableColumn<Integer, String> column(FaceColumn described) {
    TableColumn<Integer, String> column = new TableColumn<>(described.title());
    column.setId("face-column-" + described.key());
    column.setUserData(described);
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(viewModel.text(described, row.getValue())));
    column.setCellFactory(_ -> new FaceTextCell());
    column.setPrefWidth(described.width());
    if (described.number()) {
      column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
    }
    return column;
  }

  /** Sorting is the session's, so that the gallery and the steps from face to face agree. */
  private boolean sortFaces() {
    if (following) {
      return true;
    }
    if (getSortOrder().isEmpty()) {
      viewModel.sortBy("");
    } else {
      TableColumn<Integer, ?> column = getSortOrder().getFirst();
      if (column.getUserData() instanceof FaceColumn described) {
        boolean ascending = column.getSortType() == TableColumn.SortType.ASCENDING;
        viewModel.sortBy(ascending ? described.key() : "-" + described.key());
      }
    }
    return true;
  }

  /** Marks the column by which the faces are sorted, whoever sorted them. */
  private void followOrder() {
    FaceOrder order = session.orderProperty().get();
    following = true;
    List<TableColumn<Integer, ?>> sorted = new ArrayList<>();
    for (TableColumn<Integer, ?> column : getColumns()) {
      if (!order.equals(FaceOrder.OF_THE_DATA_SET)
          && column.getUserData() instanceof FaceColumn described
          && described.key().equals(order.key())) {
        column.setSortType(
            order.isAscending() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
        sorted.add(column);
      }
    }
    getSortOrder().setAll(sorted);
    following = false;
  }

  private boolean isShown() {
    return getScene() != null;
  }

  private void refreshIfShown() {
    if (isShown()) {
      refresh();
      followSelection();
    }
  }

  private void onSelection(@Nullable Integer face) {
    if (!following && face != null) {
      session.selectedFaceProperty().set(face);
    }
  }

  private void followSelection() {
    if (!isShown()) {
      return;
    }
    int face = session.selectedFaceProperty().get();
    Integer selected = getSelectionModel().getSelectedItem();
    if (selected != null && selected == face) {
      return;
    }
    following = true;
    int row = session.shownFaces().indexOf(face);
    if (row < 0) {
      getSelectionModel().clearSelection();
    } else {
      getSelectionModel().clearAndSelect(row);
      scrollTo(Math.max(0, row - 3));
    }
    following = false;
  }

  private static final class FaceTextCell extends TableCell<Integer, String> {
    FaceTextCell() {
      getStyleClass().add("tabular");
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
    }
  }

  private final class PictureCell extends TableCell<Integer, Integer> {
    private final FacePicture picture = FacePicture.plain(session, images, PICTURE);

    PictureCell() {
      getStyleClass().add("face-picture-cell");
    }

    @Override
    protected void updateItem(@Nullable Integer face, boolean empty) {
      super.updateItem(face, empty);
      picture.show(empty || face == null ? StudioSession.NONE : face);
      setGraphic(empty ? null : picture);
    }
  }
}
