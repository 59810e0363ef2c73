package org.keypointstudio.ui.train;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.keypointstudio.training.ModelKind;

/** The choices for the next run: the model, then the numbers, two in a line. */
final class ConfigurationForm extends VBox {
  private static final int FIELDS_IN_A_LINE = 2;

  ConfigurationForm(ConfigurationViewModel configuration) {
    super(12);
    getStyleClass().add("configuration-form");
    getChildren().add(model(configuration));
    List<NumberField> fields = configuration.fields();
    for (int first = 0; first < fields.size(); first += FIELDS_IN_A_LINE) {
      int end = Math.min(fields.size(), first + FIELDS_IN_A_LINE);
      getChildren().add(line(fields.subList(first, end)));
    }
  }

  private static VBox model(ConfigurationViewModel configuration) {
    ComboBox<ModelKind> model = new ComboBox<>();
    model.setId("train-model");
    model.getItems().setAll(ModelKind.values());
    model.setMaxWidth(Double.MAX_VALUE);
    model.valueProperty().bindBidirectional(configuration.modelProperty());
    Label name = new Label("Model");
    name.setLabelFor(model);
    return new VBox(4, name, model);
  }

  /** Fields side by side; what is wrong with them is said below, where there is room. */
  private static VBox line(List<NumberField> fields) {
    HBox inputs = new HBox(12);
    VBox line = new VBox(4, inputs);
    for (NumberField field : fields) {
      VBox input = input(field);
      HBox.setHgrow(input, Priority.ALWAYS);
      inputs.getChildren().add(input);
      line.getChildren().add(problem(field));
    }
    return line;
  }

  private static VBox input(NumberField field) {
    TextField input = new TextField();
    input.setId("train-" + field.name().toLowerCase(Locale.ROOT).replaceAll("\\W+", "-"));
    input.setPrefColumnCount(6);
    input.textProperty().bindBidirectional(field.textProperty());
    input.setTooltip(new Tooltip(field.name() + ": " + field.expectation()));
    field
        .problemProperty()
        .subscribe(text -> input.pseudoClassStateChanged(Styles.STATE_DANGER, !text.isEmpty()));
    Label name = new Label(field.name());
    name.setLabelFor(input);
    return new VBox(4, name, input);
  }

  private static Label problem(NumberField field) {
    Label problem = new Label();
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem.getStyleClass().addAll("form-problem", Styles.TEXT_SMALL);
    problem.textProperty().bind(field.problemProperty());
    problem.visibleProperty().bind(field.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    return problem;
  }
}
