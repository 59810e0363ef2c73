package org.keypointstudio.ui.merge;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.edit.merge.Conflict;
import org.keypointstudio.edit.merge.Side;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.ui.canvas.FaceImages;

/** Asks which side is right, face by face, with the picture, or for all the rest at once. */
public final class MergePane extends BorderPane {
  private static final double WIDTH = 1080;
  private static final double HEIGHT = 560;
  private static final double LIST_WIDTH = 190;

  private final MergeViewModel model;
  private final ListView<FaceConflict> faces = new ListView<>();
  private final ConflictPicture picture;
  private final TableView<Conflict> table = new TableView<>();
  private final ToggleButton mine = new ToggleButton("Mine for this face");
  private final ToggleButton other = new ToggleButton("Theirs for this face");

  /** The conflicts of a merge. */
  public MergePane(MergeViewModel model, FaceImages images) {
    this.model = model;
    this.picture = new ConflictPicture(model, images);
    getStyleClass().add("keys-pane");
    setId("merge");
    setMaxSize(WIDTH, HEIGHT);
    setTop(head());
    setLeft(faceList());
    setCenter(middle());
    setBottom(foot());
    model.conflicts().addListener((ListChangeListener<FaceConflict>) _ -> keepSelection());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.close();
            event.consume();
          }
        });
  }

  private VBox head() {
    Label title = new Label();
    title
        .textProperty()
        .bind(model.authorProperty().map("Both you and %s changed these faces"::formatted));
    title.getStyleClass().add(Styles.TITLE_3);
    Label explanation =
        new Label(
            "Yours are the discs, theirs the diamonds. What only one of you changed is merged"
                + " already.");
    explanation.getStyleClass().add(Styles.TEXT_MUTED);
    VBox head = new VBox(4, title, explanation);
    head.setPadding(new Insets(0, 0, 16, 0));
    return head;
  }

  private ListView<FaceConflict> faceList() {
    faces.setPrefWidth(LIST_WIDTH);
    faces.setId("merge-faces");
    faces.setAccessibleText("Faces that both changed");
    faces.setItems(model.conflicts());
    faces.setCellFactory(
        _ ->
            new ListCell<>() {
              @Override
              protected void updateItem(@Nullable FaceConflict face, boolean empty) {
                super.updateItem(face, empty);
                setText(empty || face == null ? null : describe(face));
              }
            });
    faces.getSelectionModel().selectedItemProperty().subscribe(this::showFace);
    return faces;
  }

  private static String describe(FaceConflict face) {
    String choice =
        face.choice().map(side -> side == Side.OURS ? " – mine" : " – theirs").orElse("");
    return "%s (%d)%s".formatted(face.name(), face.conflicts().size(), choice);
  }

  /** A choice replaces the list's entry: the face stays selected. */
  private void keepSelection() {
    if (faces.getSelectionModel().getSelectedItem() == null && !model.conflicts().isEmpty()) {
      faces.getSelectionModel().selectFirst();
    }
  }

  private void showFace(@Nullable FaceConflict face) {
    Optional<FaceConflict> shown = Optional.ofNullable(face);
    picture.show(shown);
    table.getItems().setAll(shown.map(FaceConflict::conflicts).orElse(List.of()));
    Optional<Side> choice = shown.flatMap(FaceConflict::choice);
    mine.setSelected(choice.filter(side -> side == Side.OURS).isPresent());
    other.setSelected(choice.filter(side -> side == Side.THEIRS).isPresent());
  }

  private HBox middle() {
    table.getColumns().add(column("Changed", this::what));
    table.getColumns().add(column("Before", conflict -> value(conflict, Version.BASE)));
    table.getColumns().add(column("Mine", conflict -> value(conflict, Version.OURS)));
    table.getColumns().add(column("Theirs", conflict -> value(conflict, Version.THEIRS)));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    VBox.setVgrow(table, Priority.ALWAYS);
    mine.setId("merge-mine");
    other.setId("merge-theirs");
    mine.setOnAction(_ -> choose(mine.isSelected() ? Optional.of(Side.OURS) : Optional.empty()));
    other.setOnAction(
        _ -> choose(other.isSelected() ? Optional.of(Side.THEIRS) : Optional.empty()));
    VBox right = new VBox(8, table, new HBox(8, mine, other));
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox middle = new HBox(16, picture, right);
    middle.setPadding(new Insets(0, 0, 0, 16));
    return middle;
  }

  private void choose(Optional<Side> side) {
    FaceConflict selected = faces.getSelectionModel().getSelectedItem();
    if (selected != null) {
      int position = faces.getSelectionModel().getSelectedIndex();
      model.choose(selected.faceIndex(), side);
      faces.getSelectionModel().clearAndSelect(position);
      showFace(model.conflicts().get(position));
    }
  }

  /** Which of three versions a column shows. */
  private enum Version {
    BASE,
    OURS,
    THEIRS
  }

  private static TableColumn<Conflict, String> column(
      String title, java.util.function.Function<Conflict, String> text) {
    TableColumn<Conflict, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    return column;
  }

  private String what(Conflict conflict) {
    return switch (conflict) {
      case Conflict.OfKeypoint of ->
          model
              .openDataSet()
              .map(open -> open.dataSet().schema().displayName(of.keypointIndex()))
              .orElse("");
      case Conflict.OfNote _ -> "note";
    };
  }

  private static String value(Conflict conflict, Version version) {
    return switch (conflict) {
      case Conflict.OfKeypoint of ->
          switch (version) {
            case BASE -> text(of.base());
            case OURS -> text(of.ours());
            case THEIRS -> text(of.theirs());
          };
      case Conflict.OfNote of ->
          switch (version) {
            case BASE -> of.base();
            case OURS -> of.ours();
            case THEIRS -> of.theirs();
          };
    };
  }

  private static String text(Keypoint keypoint) {
    return switch (keypoint.visibility()) {
      case UNLABELLED, ABSENT -> keypoint.visibility().displayName();
      case VISIBLE -> coordinates(keypoint);
      case OCCLUDED -> coordinates(keypoint) + " occluded";
    };
  }

  private static String coordinates(Keypoint keypoint) {
    return String.format(Locale.ROOT, "%.2f, %.2f", keypoint.x(), keypoint.y());
  }

  private HBox foot() {
    ToggleGroup rules = new ToggleGroup();
    RadioButton ours = rule("mine", Side.OURS, rules);
    RadioButton theirs = rule("theirs", Side.THEIRS, rules);
    model.ruleProperty().subscribe(side -> (side == Side.OURS ? ours : theirs).setSelected(true));
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    Button cancel = new Button("Not now");
    cancel.setOnAction(_ -> model.close());
    Button apply = new Button("Merge");
    apply.setId("merge-apply");
    apply.getStyleClass().add(Styles.ACCENT);
    apply.disableProperty().bind(Bindings.isEmpty(model.conflicts()));
    apply.setOnAction(_ -> model.apply());
    HBox foot = new HBox(12, new Label("All the rest:"), ours, theirs, spring, cancel, apply);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.setPadding(new Insets(16, 0, 0, 0));
    return foot;
  }

  private RadioButton rule(String text, Side side, ToggleGroup group) {
    RadioButton button = new RadioButton(text);
    button.setId("merge-rest-" + side);
    button.setToggleGroup(group);
    button.setOnAction(_ -> model.ruleProperty().set(side));
    return button;
  }
}
