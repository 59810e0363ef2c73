package org.keypointstudio.ui.shell;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.keypointstudio.ui.action.ActionRegistry;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.file.DataSetFilesViewModel;
import org.keypointstudio.ui.firststeps.FirstStepsViewModel;
import org.keypointstudio.ui.settings.Settings;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the window shows while no data set is open: how to open one. */
final class WelcomePane extends VBox {
  private static final int MOST_RECENT = 5;

  WelcomePane(
      ActionRegistry actions,
      DataSetFilesViewModel files,
      Settings settings,
      FirstStepsViewModel firstSteps) {
    super(16);
    getStyleClass().add("welcome");
    setAlignment(Pos.CENTER);
    FontIcon icon = new FontIcon("mdi2f-face-recognition");
    icon.getStyleClass().add("welcome-icon");
    Label title = new Label("Open a data set to begin");
    title.getStyleClass().add(Styles.TITLE_3);
    Label drop =
        new Label(
            """
            A Kaggle facial-keypoints CSV, images beside a CSV, or annotations of COCO, CVAT, Label Studio,
            labelme, VIA, dlib, 300-W, Menpo, DeepLabCut, SLEAP or YOLO. Or drop a file or a folder here.\
            """);
    drop.setTextAlignment(TextAlignment.CENTER);
    drop.getStyleClass().add(Styles.TEXT_MUTED);
    Button open = new Button("Open…", new FontIcon(StudioAction.OPEN.icon()));
    open.getStyleClass().addAll(Styles.ACCENT, Styles.LARGE);
    open.setDefaultButton(true);
    open.setOnAction(_ -> actions.perform(StudioAction.OPEN));
    Button openFolder = new Button("Open folder…", new FontIcon(StudioAction.OPEN_FOLDER.icon()));
    openFolder.getStyleClass().add(Styles.LARGE);
    openFolder.setOnAction(_ -> actions.perform(StudioAction.OPEN_FOLDER));
    Button samples =
        new Button("Try the sample data", new FontIcon(StudioAction.OPEN_SAMPLES.icon()));
    samples.setId("welcome-samples");
    samples.getStyleClass().add(Styles.LARGE);
    samples.setOnAction(_ -> actions.perform(StudioAction.OPEN_SAMPLES));
    samples.visibleProperty().bind(actions.binding(StudioAction.OPEN_SAMPLES).available());
    samples.managedProperty().bind(samples.visibleProperty());
    HBox buttons = new HBox(8, open, openFolder, samples);
    buttons.setAlignment(Pos.CENTER);
    VBox recent = new VBox(4);
    recent.setAlignment(Pos.CENTER);
    settings
        .valueProperty()
        .subscribe(
            value ->
                recent
                    .getChildren()
                    .setAll(
                        value.recentFiles().stream()
                            .limit(MOST_RECENT)
                            .map(file -> link(Path.of(file), files))
                            .toList()));
    BooleanBinding hasRecent = Bindings.isNotEmpty(recent.getChildren());
    Label recentTitle = new Label("Recent");
    recentTitle.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    recentTitle.visibleProperty().bind(hasRecent);
    getChildren().addAll(icon, title, drop, buttons, offer(firstSteps), recentTitle, recent);
  }

  /** Shown until it was taken or refused once. */
  private static VBox offer(FirstStepsViewModel firstSteps) {
    Label question =
        new Label(
            "New here? Six short steps on drawn sample faces: look, correct, retrain, compare.");
    Button take = new Button("Show me around", new FontIcon(StudioAction.FIRST_STEPS.icon()));
    take.setId("welcome-first-steps");
    take.getStyleClass().add(Styles.ACCENT);
    take.setOnAction(_ -> firstSteps.begin());
    Button refuse = new Button("No, thanks");
    refuse.setId("welcome-refuse");
    refuse.getStyleClass().add(Styles.FLAT);
    refuse.setOnAction(_ -> firstSteps.refuse());
    HBox answers = new HBox(8, take, refuse);
    answers.setAlignment(Pos.CENTER);
    VBox offer = new VBox(8, question, answers);
    offer.setAlignment(Pos.CENTER);
    offer.getStyleClass().add("welcome-offer");
    offer.setMaxWidth(USE_PREF_SIZE);
    offer.visibleProperty().bind(firstSteps.offered());
    offer.managedProperty().bind(offer.visibleProperty());
    return offer;
  }

  private static Node link(Path file, DataSetFilesViewModel files) {
    Hyperlink link = new Hyperlink(String.valueOf(file.getFileName()));
    link.setTooltip(new Tooltip(file.toString()));
    link.setOnAction(_ -> files.open(file));
    return link;
  }
}
