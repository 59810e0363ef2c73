package org.keypointstudio.ui.train;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The choices for the next run: the essential ones on show, the others in sections to open. */
final class ConfigurationForm extends VBox {
  private final ConfigurationViewModel configuration;
  private final Runnable adjustAugmentation;

  /**
   * A form.
   *
   * @param adjustAugmentation goes where augmentation is set up in detail
   */
  ConfigurationForm(ConfigurationViewModel configuration, Runnable adjustAugmentation) {
    super(12);
    this.configuration = configuration;
    this.adjustAugmentation = adjustAugmentation;
    getStyleClass().add("configuration-form");
    for (FormSection section : configuration.sections()) {
      List<Node> lines = lines(section.fields());
      if (section.essential()) {
        getChildren().addAll(lines);
      } else {
        VBox content = new VBox(12);
        content.getChildren().setAll(lines);
        TitledPane pane = new TitledPane(section.title(), content);
        pane.getStyleClass().add("form-section");
        pane.setExpanded(false);
        pane.setAnimated(false);
        getChildren().add(pane);
      }
    }
  }

  /** Numbers that follow each other stand side by side, two in a line. */
  private List<Node> lines(List<FormField> fields) {
    List<Node> lines = new ArrayList<>();
    int next = 0;
    while (next < fields.size()) {
      if (fields.get(next) instanceof NumberField first
          && next + 1 < fields.size()
          && fields.get(next + 1) instanceof NumberField second) {
        lines.add(line(List.of(first, second)));
        next += 2;
      } else {
        lines.add(line(fields.get(next)));
        next++;
      }
    }
    return lines;
  }

  private Node line(FormField field) {
    return switch (field) {
      case NumberField number -> line(List.of(number));
      case ChoiceField<?> choice -> line(choice);
    };
  }

  private Node line(ChoiceField<?> choice) {
    ComboBox<?> control = FormControls.choice(choice);
    if (choice != configuration.augmentation().preset()) {
      return FormControls.named(choice, control);
    }
    Button adjust = new Button("Adjust…");
    adjust.setId("train-adjust-augmentation");
    adjust.setMinWidth(USE_PREF_SIZE);
    adjust.setTooltip(new Tooltip("Set each variation up and see what it does to a face"));
    adjust.setOnAction(_ -> adjustAugmentation.run());
    HBox.setHgrow(control, Priority.ALWAYS);
    HBox both = new HBox(8, control, adjust);
    both.setAlignment(Pos.CENTER_LEFT);
    return FormControls.named(choice, both);
  }

  /** Fields side by side; what is wrong with them is said below, where there is room. */
  private static Node line(List<NumberField> fields) {
    HBox inputs = new HBox(12);
    VBox line = new VBox(4, inputs);
    for (NumberField field : fields) {
      VBox input = FormControls.named(field, FormControls.input(field));
      input.visibleProperty().bind(field.neededProperty());
      input.managedProperty().bind(field.neededProperty());
      input.setPrefWidth(0);
      HBox.setHgrow(input, Priority.ALWAYS);
      inputs.getChildren().add(input);
      line.getChildren().add(FormControls.problem(field));
    }
    Runnable fold =
        () -> {
          boolean any = fields.stream().anyMatch(field -> field.neededProperty().get());
          line.setVisible(any);
          line.setManaged(any);
        };
    fields.forEach(field -> field.neededProperty().subscribe(fold));
    fold.run();
    return line;
  }
}
