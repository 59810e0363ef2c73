package org.keypointstudio.ui.study;

import atlantafx.base.theme.Styles;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.keypointstudio.project.study.ShippedStudies;
import org.keypointstudio.project.study.Spread;
import org.keypointstudio.project.study.Study;
import org.keypointstudio.project.study.StudyResult;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Where a study is put together, and its table. */
public final class StudyPage extends BorderPane {
  private static final int MOST_EPOCHS = 1000;
  private static final int MOST_SEEDS = 10;

  private final StudyViewModel viewModel;

  /**
   * A page.
   *
   * @param done leads back
   */
  public StudyPage(StudyViewModel viewModel, Runnable done) {
    this.viewModel = viewModel;
    getStyleClass().add("study-page");
    setTop(header(done));
    setLeft(choices());
    setCenter(table());
    setBottom(progress());
  }

  private HBox header(Runnable done) {
    Label title = new Label("Study");
    title.getStyleClass().add(Styles.TITLE_3);
    title.setMinWidth(Region.USE_PREF_SIZE);
    Label meaning = new Label("Train every combination several times and see which is best.");
    meaning.getStyleClass().add(Styles.TEXT_MUTED);
    meaning.setMinWidth(0);
    Button close = new Button("Done", new FontIcon(MaterialDesignC.CHECK));
    close.setId("study-done");
    close.setMinWidth(Region.USE_PREF_SIZE);
    close.setOnAction(_ -> done.run());
    HBox header = new HBox(8, title, meaning, spring(), sources(), close);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("page-header");
    return header;
  }

  private static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  private Node choices() {
    VBox boxes =
        new VBox(
            8,
            group("Networks", viewModel.models()),
            group("Faces with missing keypoints", viewModel.rows()),
            group("Augmentation of the faces", viewModel.augmentations()),
            number("Epochs of each run", "study-epochs", viewModel.epochsProperty(), MOST_EPOCHS),
            number("Seeds of each recipe", "study-seeds", viewModel.seedsProperty(), MOST_SEEDS));
    boxes.getStyleClass().add("study-choices");
    VBox recipes = new VBox(8);
    recipes.getStyleClass().add("study-choices");
    viewModel.prepared().studyProperty().subscribe(study -> show(study, recipes));
    StackPane source = new StackPane(boxes, recipes);
    source.setAlignment(Pos.TOP_LEFT);
    boxes.visibleProperty().bind(recipes.visibleProperty().not());
    boxes.managedProperty().bind(boxes.visibleProperty());
    recipes.managedProperty().bind(recipes.visibleProperty());
    source.disableProperty().bind(viewModel.runningProperty());
    ScrollPane scroll = new ScrollPane(source);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox side = new VBox(scroll, actions());
    side.getStyleClass().add("study-side");
    return side;
  }

  private static void show(Optional<Study> prepared, VBox recipes) {
    recipes.setVisible(prepared.isPresent());
    recipes.getChildren().clear();
    prepared.ifPresent(
        study -> {
          Label name = new Label(study.name());
          name.getStyleClass().add("panel-title");
          Label question = new Label(study.question());
          question.getStyleClass().add(Styles.TEXT_MUTED);
          recipes.getChildren().addAll(name, question);
          VBox names = new VBox(8);
          study.variants().forEach(it -> names.getChildren().add(new Label("• " + it.name())));
          recipes.getChildren().add(names);
          Stream.concat(recipes.getChildren().stream(), names.getChildren().stream())
              .filter(Label.class::isInstance)
              .forEach(line -> ((Label) line).setWrapText(true));
        });
  }

  /** Studies that come with the program, one from a file, and back to ticking. */
  private MenuButton sources() {
    MenuButton menu = new MenuButton("Ready-made studies");
    menu.setId("study-ready-made");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.setTooltip(new Tooltip("Runs a study from a file instead of what is ticked"));
    for (String name : ShippedStudies.names()) {
      MenuItem item = new MenuItem(name.replace('-', ' '));
      item.setOnAction(_ -> viewModel.prepared().useShipped(name));
      menu.getItems().add(item);
    }
    MenuItem file = new MenuItem("Open a study file…");
    file.setOnAction(_ -> viewModel.prepared().chooseFile());
    MenuItem own = new MenuItem("What I tick");
    own.setOnAction(_ -> viewModel.prepared().forget());
    menu.getItems().addAll(new SeparatorMenuItem(), file, own);
    menu.disableProperty().bind(viewModel.runningProperty());
    return menu;
  }

  private static <T> VBox group(String name, Map<T, BooleanProperty> choices) {
    Label title = new Label(name);
    title.getStyleClass().add("panel-title");
    VBox group = new VBox(4, title);
    choices.forEach(
        (choice, ticked) -> {
          CheckBox box = new CheckBox(choice.toString());
          box.selectedProperty().bindBidirectional(ticked);
          group.getChildren().add(box);
        });
    return group;
  }

  private static HBox number(String name, String id, IntegerProperty value, int most) {
    Spinner<Integer> spinner = new Spinner<>(1, most, value.get());
    spinner.setId(id);
    spinner.setAccessibleText(name);
    spinner.setEditable(true);
    spinner.setPrefWidth(96);
    spinner.getValueFactory().valueProperty().subscribe(value::set);
    value.subscribe(number -> spinner.getValueFactory().setValue(number.intValue()));
    Label label = new Label(name);
    label.setLabelFor(spinner);
    HBox line = new HBox(8, label, spring(), spinner);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private VBox actions() {
    Label plan = new Label();
    plan.textProperty().bind(viewModel.planProperty());
    plan.setWrapText(true);
    plan.setMinHeight(USE_PREF_SIZE);
    plan.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    Button start = new Button("Run the study", new FontIcon(MaterialDesignP.PLAY));
    start.setId("study-start");
    start.getStyleClass().add(Styles.ACCENT);
    start.setMaxWidth(Double.MAX_VALUE);
    start.disableProperty().bind(viewModel.startableProperty().not());
    start.setOnAction(_ -> viewModel.start());
    start.visibleProperty().bind(viewModel.runningProperty().not());
    start.managedProperty().bind(start.visibleProperty());
    Button cancel = new Button("Cancel", new FontIcon(MaterialDesignC.CLOSE));
    cancel.setId("study-cancel");
    cancel.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.DANGER);
    cancel.setMaxWidth(Double.MAX_VALUE);
    cancel.setTooltip(new Tooltip("Runs that are done stay; the same choices go on from there"));
    cancel.setOnAction(_ -> viewModel.cancel());
    cancel.visibleProperty().bind(viewModel.runningProperty());
    cancel.managedProperty().bind(cancel.visibleProperty());
    VBox actions = new VBox(8, plan, start, cancel);
    actions.getStyleClass().add("study-actions");
    return actions;
  }

  private TableView<StudyLine> table() {
    TableView<StudyLine> table = new TableView<>(viewModel.lines());
    table.setId("study-table");
    table.setAccessibleText("Recipes and their results");
    table.getStyleClass().addAll(Styles.DENSE, Styles.STRIPED);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    Label nothing =
        new Label("Mean error and spread of each recipe on held-out faces appear here.");
    nothing.getStyleClass().add(Styles.TEXT_MUTED);
    nothing.setWrapText(true);
    table.setPlaceholder(nothing);
    TableColumn<StudyLine, String> recipe = new TableColumn<>("Recipe");
    recipe.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue().recipe()));
    recipe.setPrefWidth(360);
    TableColumn<StudyLine, String> runs = new TableColumn<>("Runs");
    runs.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(runs(line.getValue())));
    runs.setPrefWidth(64);
    table.getColumns().add(recipe);
    table.getColumns().add(runs);
    table.getColumns().add(errors("RMSE, px", StudyResult.Row::rmse));
    table.getColumns().add(errors("With mirrored face, px", StudyResult.Row::flipAveragedRmse));
    return table;
  }

  private static String runs(StudyLine line) {
    return line.runs().size() + " / " + line.planned();
  }

  /** Sorts by the mean and shows the spread with it. */
  private static TableColumn<StudyLine, StudyNumber> errors(
      String name, Function<StudyResult.Row, Spread> spread) {
    TableColumn<StudyLine, StudyNumber> column = new TableColumn<>(name);
    column.setCellValueFactory(
        line ->
            new ReadOnlyObjectWrapper<>(
                line.getValue()
                    .result()
                    .map(spread)
                    .map(StudyNumber::of)
                    .orElse(StudyNumber.NONE)));
    column.setPrefWidth(150);
    return column;
  }

  private HBox progress() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(viewModel.fractionProperty());
    bar.setPrefWidth(200);
    bar.visibleProperty().bind(viewModel.runningProperty());
    bar.managedProperty().bind(bar.visibleProperty());
    Label status = new Label();
    status.setMinWidth(0);
    status.textProperty().bind(viewModel.statusProperty());
    HBox line = new HBox(8, bar, status);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("study-progress");
    line.visibleProperty().bind(Bindings.isNotEmpty(viewModel.statusProperty()));
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }
}
