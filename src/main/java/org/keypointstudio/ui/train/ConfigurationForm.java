package org.keypointstudio.ui.train;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.keypointstudio.training.ModelKind;

/** The choices for the next run. */
final class ConfigurationForm extends VBox {
  private static final PseudoClass DANGER = Styles.STATE_DANGER;

  ConfigurationForm(ConfigurationViewModel configuration) {
    super(12);
    getStyleClass().add("configuration-form");
    ComboBox<ModelKind> model = new ComboBox<>();
    model.setId("train-model");
    model.getItems().setAll(ModelKind.values());
    model.setMaxWidth(Double.MAX_VALUE);
    model.valueProperty().bindBidirectional(configuration.modelProperty());
    Label modelName = new Label("Model");
    modelName.setLabelFor(model);
    getChildren().add(new VBox(4, modelName, model));
    for (NumberField field : configuration.fields()) {
      getChildren().add(row(field));
    }
  }

  private static VBox row(NumberField field) {
    TextField input = new TextField();
    input.setId("train-" + field.name().toLowerCase(Locale.ROOT).replaceAll("\\W+", "-"));
    input.textProperty().bindBidirectional(field.textProperty());
    input.setTooltip(new Tooltip(capitalized(field.expectation())));
    Label name = new Label(field.name());
    name.setLabelFor(input);
    Label problem = new Label();
    problem.setWrapText(true);
    problem.getStyleClass().addAll("form-problem", Styles.TEXT_SMALL);
    problem.textProperty().bind(field.problemProperty());
    problem.visibleProperty().bind(field.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    field
        .problemProperty()
        .subscribe(text -> input.pseudoClassStateChanged(DANGER, !text.isEmpty()));
    return new VBox(4, name, input, problem);
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
