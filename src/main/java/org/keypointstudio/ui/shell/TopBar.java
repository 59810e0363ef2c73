package org.keypointstudio.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.keypointstudio.project.shipped.ShippedModel;
import org.keypointstudio.ui.action.ActionControls;
import org.keypointstudio.ui.action.ActionRegistry;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.canvas.Marks;
import org.keypointstudio.ui.search.FaceSearch;
import org.keypointstudio.ui.search.FaceSearchField;
import org.keypointstudio.ui.session.ChosenFaces;
import org.keypointstudio.ui.session.FaceFilter;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.starter.StartersViewModel;
import org.keypointstudio.ui.train.TrainingSummary;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar under the menus: the data set, the filter, the models shown, and training. */
final class TopBar extends HBox {
  private static final double WIDEST_CHIP = 220;
  private static final double CHIP_AT_LEAST = 60;

  private final StudioSession session;

  TopBar(
      StudioSession session,
      ActionRegistry actions,
      FaceSearch search,
      TrainingSummary training,
      StartersViewModel starters) {
    super(8);
    this.session = session;
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    ActionControls controls = new ActionControls(actions);
    BooleanBinding closed =
        Bindings.createBooleanBinding(
            () -> session.openDataSet().isEmpty(), session.openDataSetProperty());
    Region spring = new Region();
    setHgrow(spring, Priority.ALWAYS);
    getChildren()
        .addAll(
            controls.iconButton(StudioAction.OPEN),
            controls.iconButton(StudioAction.SAVE),
            new Separator(Orientation.VERTICAL),
            controls.iconButton(StudioAction.UNDO),
            controls.iconButton(StudioAction.REDO),
            new Separator(Orientation.VERTICAL),
            dataSetName(),
            spring,
            new FaceSearchField(search, closed),
            filterBox(closed),
            chosenFaces(),
            modelsMenu(starters),
            trainingProgress(training, actions),
            trainButton(training, actions),
            controls.iconToggle(StudioAction.LEFT_PANEL),
            controls.iconToggle(StudioAction.RIGHT_PANEL),
            controls.iconButton(StudioAction.COMMAND_PALETTE));
  }

  private Label dataSetName() {
    Label name = new Label();
    name.getStyleClass().addAll(Styles.TEXT_BOLD, "data-set-name");
    name.setMinWidth(0);
    name.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    session
                        .openDataSet()
                        .map(open -> String.valueOf(open.dataSet().path().getFileName()))
                        .orElse(""),
                session.openDataSetProperty()));
    Tooltip path = new Tooltip();
    path.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    session
                        .openDataSet()
                        .map(open -> open.dataSet().path().toAbsolutePath().toString())
                        .orElse(""),
                session.openDataSetProperty()));
    name.setTooltip(path);
    Circle unsavedMark = new Circle(4);
    unsavedMark.getStyleClass().add("unsaved-mark");
    Tooltip.install(unsavedMark, new Tooltip("There are changes that are not saved."));
    unsavedMark.visibleProperty().bind(session.dirtyProperty());
    name.setGraphic(unsavedMark);
    name.setContentDisplay(ContentDisplay.RIGHT);
    return name;
  }

  private ComboBox<FaceFilter> filterBox(BooleanBinding closed) {
    ComboBox<FaceFilter> box = new ComboBox<>();
    box.setId("face-filter");
    box.getItems().setAll(FaceFilter.values());
    box.valueProperty().bindBidirectional(session.filterProperty());
    box.setAccessibleText("Which faces are shown");
    box.setTooltip(new Tooltip("Which faces are shown"));
    box.setFocusTraversable(false);
    box.disableProperty().bind(closed);
    return box;
  }

  /** Which faces were pointed at in a chart, as long as only they are shown; a click ends that. */
  private Button chosenFaces() {
    Button chip = new Button("", new FontIcon("mdi2c-close"));
    chip.setId("chosen-faces");
    chip.setAccessibleText("Show all faces again, not only those that were pointed at");
    chip.getStyleClass().addAll(Styles.ACCENT, Styles.BUTTON_OUTLINED);
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.setMaxWidth(WIDEST_CHIP);
    chip.setMinWidth(CHIP_AT_LEAST);
    chip.setFocusTraversable(false);
    chip.setAccessibleText("Show all faces again");
    Tooltip tooltip = new Tooltip();
    chip.setTooltip(tooltip);
    chip.setOnAction(_ -> session.chosenFacesProperty().set(Optional.empty()));
    session
        .chosenFacesProperty()
        .subscribe(
            chosen -> {
              chip.setVisible(chosen.isPresent());
              chip.setManaged(chosen.isPresent());
              chip.setText(chosen.map(ChosenFaces::name).orElse(""));
              tooltip.setText(
                  chosen
                      .map(
                          it -> "Only %s: %,d faces. Click for all".formatted(it.name(), it.size()))
                      .orElse(""));
            });
    return chip;
  }

  private MenuButton modelsMenu(StartersViewModel starters) {
    MenuButton menu = new MenuButton("Models", new FontIcon("mdi2e-eye-outline"));
    menu.setId("models-menu");
    menu.setTooltip(new Tooltip("Whose predictions are shown"));
    menu.setFocusTraversable(false);
    menu.disableProperty()
        .bind(Bindings.isEmpty(session.models()).and(Bindings.isEmpty(starters.offered())));
    CheckMenuItem averaging = flipAveragingItem();
    Runnable fill =
        () -> {
          menu.getItems().setAll(session.models().stream().map(TopBar::modelItem).toList());
          starters.offered().forEach(model -> menu.getItems().add(starterItem(model, starters)));
          menu.getItems().addAll(new SeparatorMenuItem(), averaging);
        };
    session.models().subscribe(fill);
    starters.offered().subscribe(fill);
    return menu;
  }

  /** A model that came with the program and waits to be taken. */
  private static MenuItem starterItem(ShippedModel model, StartersViewModel starters) {
    MenuItem item = new MenuItem(StartersViewModel.title(model), new FontIcon("mdi2p-plus"));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> starters.use(model));
    return item;
  }

  /** Slower and more accurate; it concerns all models, so that they stay comparable. */
  private CheckMenuItem flipAveragingItem() {
    CheckMenuItem item = new CheckMenuItem("Average with the mirrored face");
    item.setId("flip-averaging");
    item.setGraphic(new FontIcon("mdi2f-flip-horizontal"));
    item.selectedProperty().bindBidirectional(session.flipAveragingProperty());
    return item;
  }

  private static CheckMenuItem modelItem(ModelEntry model) {
    CheckMenuItem item = new CheckMenuItem(model.name());
    item.setGraphic(new Circle(5, Marks.modelColor(model.styleIndex())));
    item.selectedProperty().bindBidirectional(model.shownProperty());
    return item;
  }

  /** How the run goes, seen from every workspace; a click leads to it. */
  private static HBox trainingProgress(TrainingSummary training, ActionRegistry actions) {
    Label text = new Label();
    text.textProperty().bind(training.textProperty());
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(120);
    bar.progressProperty().bind(training.fractionProperty());
    HBox progress = new HBox(8, text, bar);
    progress.setAlignment(Pos.CENTER_RIGHT);
    progress.setMinWidth(USE_PREF_SIZE);
    progress.setOnMouseClicked(_ -> actions.perform(StudioAction.TRAIN_WORKSPACE));
    progress.visibleProperty().bind(training.runningProperty());
    progress.managedProperty().bind(training.runningProperty());
    return progress;
  }

  private static Button trainButton(TrainingSummary training, ActionRegistry actions) {
    Button train = new Button("Train", new FontIcon(StudioAction.RETRAIN.icon()));
    train.setId("train-now");
    train.getStyleClass().add(Styles.ACCENT);
    train.setMinWidth(USE_PREF_SIZE);
    train.setTooltip(new ActionControls(actions).tooltip(StudioAction.RETRAIN));
    train.setOnAction(_ -> actions.perform(StudioAction.RETRAIN));
    train.setFocusTraversable(false);
    train.disableProperty().bind(Bindings.not(actions.binding(StudioAction.RETRAIN).available()));
    train.visibleProperty().bind(Bindings.not(training.runningProperty()));
    train.managedProperty().bind(train.visibleProperty());
    return train;
  }
}
