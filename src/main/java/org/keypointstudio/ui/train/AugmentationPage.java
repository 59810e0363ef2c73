package org.keypointstudio.ui.train;

import atlantafx.base.theme.Styles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** How training faces are varied, and what that does to the selected face. */
final class AugmentationPage extends BorderPane {
  private final AugmentationViewModel augmentation;
  private final PreviewViewModel preview;
  private final Label faceName = new Label();

  /**
   * A page.
   *
   * @param done leads back
   */
  AugmentationPage(AugmentationViewModel augmentation, PreviewViewModel preview, Runnable done) {
    this.augmentation = augmentation;
    this.preview = preview;
    getStyleClass().add("augmentation-page");
    FaceGrid grid = new FaceGrid();
    preview.previewProperty().subscribe(grid::show);
    preview
        .previewProperty()
        .subscribe(shown -> faceName.setText(shown.map(PreviewViewModel.Preview::name).orElse("")));
    setTop(header(done));
    setLeft(settings());
    setCenter(grid);
    preview.activeProperty().bind(sceneProperty().isNotNull());
  }

  private HBox header(Runnable done) {
    Label title = new Label("Augmentation");
    title.getStyleClass().add(Styles.TITLE_3);
    title.setMinWidth(Region.USE_PREF_SIZE);
    faceName.getStyleClass().add(Styles.TEXT_MUTED);
    faceName.setMinWidth(0);
    Button shuffle = new Button("Shuffle", new FontIcon(MaterialDesignS.SHUFFLE_VARIANT));
    shuffle.setId("augmentation-shuffle");
    shuffle.setMinWidth(Region.USE_PREF_SIZE);
    shuffle.setTooltip(new Tooltip("Vary the face anew"));
    shuffle.setOnAction(_ -> preview.shuffle());
    Button close = new Button("Done", new FontIcon(MaterialDesignC.CHECK));
    close.setId("augmentation-done");
    close.setMinWidth(Region.USE_PREF_SIZE);
    close.setOnAction(_ -> done.run());
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox header = new HBox(8, title, faceName, spring, shuffle, close);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("augmentation-header");
    return header;
  }

  private Node settings() {
    CheckBox flips = new CheckBox("Mirror half of the faces");
    flips.setId("augmentation-flips");
    flips.selectedProperty().bindBidirectional(augmentation.flipsProperty());
    VBox rows = new VBox(8, flips);
    augmentation.fields().forEach(field -> rows.getChildren().add(row(field)));
    rows.getStyleClass().add("augmentation-settings");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("augmentation-scroll");
    return scroll;
  }

  /** Name and number in one line, the slider below. */
  private static VBox row(NumberField field) {
    TextField input = FormControls.input(field);
    input.getStyleClass().add(Styles.SMALL);
    input.setPrefColumnCount(4);
    input.setAlignment(Pos.CENTER_RIGHT);
    Label name = new Label(field.name());
    name.setLabelFor(input);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox line = new HBox(8, name, spring, input);
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(2, line, slider(field), FormControls.problem(field));
  }

  private static Slider slider(NumberField field) {
    Slider slider = new Slider(field.least().doubleValue(), field.most().doubleValue(), 0);
    slider.setId(FormControls.id(field) + "-slider");
    slider.getStyleClass().add(Styles.SMALL);
    slider.setAccessibleText(field.name());
    field
        .textProperty()
        .subscribe(() -> field.value().ifPresent(number -> slider.setValue(number.doubleValue())));
    field.value().ifPresent(number -> slider.setValue(number.doubleValue()));
    slider
        .valueProperty()
        .subscribe(
            (_, value) -> {
              // What was typed stays as it is; what the slider says has one decimal at most.
              boolean typed =
                  field
                      .value()
                      .filter(number -> number.doubleValue() == value.doubleValue())
                      .isPresent();
              if (!typed) {
                field.set(
                    BigDecimal.valueOf(value.doubleValue()).setScale(1, RoundingMode.HALF_UP));
              }
            });
    return slider;
  }
}
