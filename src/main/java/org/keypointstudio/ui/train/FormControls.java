package org.keypointstudio.ui.train;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Controls for the fields of a form. */
final class FormControls {
  private FormControls() {}

  /** A text field for a number. */
  static TextField input(NumberField field) {
    TextField input = new TextField();
    input.setId(id(field));
    input.setAccessibleText(field.name());
    input.setPrefColumnCount(6);
    input.textProperty().bindBidirectional(field.textProperty());
    input.setTooltip(new Tooltip(field.name() + ": " + field.expectation()));
    field
        .problemProperty()
        .subscribe(text -> input.pseudoClassStateChanged(Styles.STATE_DANGER, !text.isEmpty()));
    return input;
  }

  /** A list to choose from. */
  static <T> ComboBox<T> choice(ChoiceField<T> field) {
    ComboBox<T> choice = new ComboBox<>(field.options());
    choice.setId(id(field));
    choice.setAccessibleText(field.name());
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T option) {
            return option == null ? "" : field.textOf(option);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("Nothing is typed here");
          }
        });
    choice.setValue(field.value());
    field.valueProperty().subscribe(choice::setValue);
    // While the list of options is replaced, the control has no value for a moment.
    choice
        .valueProperty()
        .subscribe(
            option -> {
              if (option != null) {
                field.valueProperty().set(option);
              }
            });
    choice.setTooltip(new Tooltip(field.expectation()));
    return choice;
  }

  /** A control below its name. */
  static VBox named(FormField field, Region control) {
    Label name = new Label(field.name());
    name.setLabelFor(control);
    return new VBox(4, name, control);
  }

  /** What is wrong with a number; takes no room while nothing is. */
  static Label problem(NumberField field) {
    Label problem = new Label();
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.getStyleClass().addAll("form-problem", Styles.TEXT_SMALL);
    problem.textProperty().bind(field.problemProperty());
    problem
        .visibleProperty()
        .bind(field.problemProperty().isNotEmpty().and(field.neededProperty()));
    problem.managedProperty().bind(problem.visibleProperty());
    return problem;
  }

  /** Where tests and style sheets find it: "train-batch-size". */
  static String id(FormField field) {
    String words = field.name().replaceAll("\\(.*\\)", "").strip();
    return "train-" + words.toLowerCase(Locale.ROOT).replaceAll("\\W+", "-");
  }
}
