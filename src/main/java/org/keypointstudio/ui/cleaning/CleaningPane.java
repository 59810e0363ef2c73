package org.keypointstudio.ui.cleaning;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.keypointstudio.project.cleaning.CleaningPlan;
import org.keypointstudio.project.cleaning.CleaningRule;
import org.keypointstudio.ui.canvas.FaceImages;

/** Rules with what they do and find, duplicates to decide by picture, and what to do with it. */
public final class CleaningPane extends BorderPane {
  private static final double WIDTH = 1080;
  private static final double HEIGHT = 560;
  private static final double RULES_WIDTH = 420;
  private static final double CHOICE_WIDTH = 160;
  private static final double NUMBER_WIDTH = 92;
  private static final double MOST_PIXELS = 100;

  private final CleaningViewModel model;
  private final VBox rules = new VBox(12);
  private final DuplicateChooser chooser;
  private final Label explanation = new Label();

  /** Cleans what the model cleans. */
  public CleaningPane(CleaningViewModel model, FaceImages images) {
    this.model = model;
    this.chooser = new DuplicateChooser(model, images);
    getStyleClass().add("keys-pane");
    setId("cleaning");
    setMaxSize(WIDTH, HEIGHT);
    setTop(head());
    rules.setPrefWidth(RULES_WIDTH);
    rules.setMinWidth(RULES_WIDTH);
    setLeft(rules);
    explanation.setWrapText(true);
    explanation.getStyleClass().add(Styles.TEXT_MUTED);
    setBottom(foot());
    model.lines().addListener((ListChangeListener<RuleLine>) _ -> refresh());
    model.outcomeProperty().subscribe(this::refresh);
    refresh();
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.shownProperty().set(false);
            event.consume();
          }
        });
  }

  private VBox head() {
    Label title = new Label("Clean by rules");
    title.getStyleClass().add(Styles.TITLE_3);
    Label promise =
        new Label(
            "Excluded faces stay in the data set with the tag \"excluded\", and are not learned"
                + " from. All of it is one step that can be undone.");
    promise.getStyleClass().add(Styles.TEXT_MUTED);
    promise.setWrapText(true);
    VBox head = new VBox(4, title, promise);
    head.setPadding(new Insets(0, 0, 16, 0));
    return head;
  }

  private void refresh() {
    rules.getChildren().setAll(model.lines().stream().map(this::ruleNode).toList());
    Optional<CleaningViewModel.Outcome> outcome = model.outcomeProperty().get();
    boolean undecided =
        outcome
            .filter(it -> !it.applied())
            .filter(it -> !it.plan().undecided().isEmpty())
            .isPresent();
    if (undecided) {
      chooser.show(outcome.get());
    } else {
      explanation.setText(
          outcome
              .map(CleaningPane::explain)
              .orElse("Look first: it tells how many faces each rule finds, and changes nothing."));
    }
    Node middle = undecided ? chooser : explanation;
    BorderPane.setAlignment(middle, Pos.TOP_LEFT);
    BorderPane.setMargin(middle, new Insets(0, 0, 0, 24));
    setCenter(middle);
    if (outcome.isPresent() && getScene() != null) {
      // What was clicked may be gone or disabled by now; Esc is to reach this pane all the same.
      requestFocus();
    }
  }

  private static String explain(CleaningViewModel.Outcome outcome) {
    int faces = outcome.plan().after(outcome.before()).size();
    if (outcome.applied()) {
      return "Done: %,d %s changed. Edit > Undo takes it back; the report tells every row."
          .formatted(faces, faces == 1 ? "face" : "faces");
    }
    return faces == 0
        ? "Nothing to clean by these rules."
        : "%,d of %,d faces would change. Apply does it.".formatted(faces, outcome.before().size());
  }

  private Node ruleNode(RuleLine line) {
    CleaningRule rule = line.ruleProperty().get();
    CheckBox enabled = new CheckBox(subject(rule));
    enabled.setId("cleaning-rule-" + model.lines().indexOf(line));
    enabled.selectedProperty().bindBidirectional(line.enabledProperty());
    Label found = new Label(model.count(line).map(CleaningPane::describe).orElse(""));
    found.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    HBox settings = new HBox(8, settings(line).toArray(Node[]::new));
    settings.setAlignment(Pos.CENTER_LEFT);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    found.setMinWidth(USE_PREF_SIZE);
    HBox first = new HBox(8, enabled, spring, found);
    first.setAlignment(Pos.CENTER_LEFT);
    settings.setPadding(new Insets(0, 0, 0, 26));
    return new VBox(4, first, settings);
  }

  private static String subject(CleaningRule rule) {
    String text = rule.describe();
    String subject = text.substring(0, text.indexOf(':'));
    return Character.toUpperCase(subject.charAt(0)) + subject.substring(1);
  }

  private static String describe(CleaningPlan.Count count) {
    List<String> parts =
        Stream.of(
                part(count.excluded(), "excluded"),
                part(count.repaired(), "repaired"),
                part(count.undecided(), "to decide"))
            .flatMap(Optional::stream)
            .toList();
    return parts.isEmpty() ? "nothing found" : String.join(", ", parts);
  }

  private static Optional<String> part(int count, String what) {
    return count == 0 ? Optional.empty() : Optional.of("%,d %s".formatted(count, what));
  }

  private static List<Node> settings(RuleLine line) {
    return switch (line.ruleProperty().get()) {
      case CleaningRule.UnreadableImage _, CleaningRule.FewPoints _ -> List.of(muted("exclude"));
      case CleaningRule.IdenticalRows _ -> List.of(muted("keep the first, exclude the others"));
      case CleaningRule.PointsOutside rule ->
          List.of(
              choice(
                  line,
                  CleaningRule.Repair.values(),
                  rule.repair(),
                  CleaningRule.Repair::text,
                  chosen -> new CleaningRule.PointsOutside(outside(line).margin(), chosen)),
              pixels(
                  line,
                  rule.margin(),
                  "Points may lie so many pixels beyond the edge",
                  chosen -> new CleaningRule.PointsOutside(chosen, outside(line).repair())));
      case CleaningRule.DifferingDuplicates rule ->
          List.of(
              choice(
                  line,
                  CleaningRule.Resolution.values(),
                  rule.resolution(),
                  CleaningRule.Resolution::text,
                  chosen ->
                      new CleaningRule.DifferingDuplicates(differing(line).tolerance(), chosen)),
              pixels(
                  line,
                  rule.tolerance(),
                  "Points that are no farther apart do not differ",
                  chosen ->
                      new CleaningRule.DifferingDuplicates(chosen, differing(line).resolution())));
    };
  }

  /** The rule as it is now, of which another setting may have changed. */
  private static CleaningRule.PointsOutside outside(RuleLine line) {
    return (CleaningRule.PointsOutside) line.ruleProperty().get();
  }

  private static CleaningRule.DifferingDuplicates differing(RuleLine line) {
    return (CleaningRule.DifferingDuplicates) line.ruleProperty().get();
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    return label;
  }

  private static <T> ComboBox<T> choice(
      RuleLine line,
      T[] values,
      T present,
      Function<T, String> text,
      Function<T, CleaningRule> toRule) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setValue(present);
    box.setPrefWidth(CHOICE_WIDTH);
    box.setId("cleaning-do-" + subject(line.ruleProperty().get()).replaceAll("[^A-Za-z]+", "-"));
    box.setAccessibleText("What is done about: " + subject(line.ruleProperty().get()));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : text.apply(value);
          }

          @Override
          public T fromString(String typed) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    box.valueProperty().subscribe((_, chosen) -> line.ruleProperty().set(toRule.apply(chosen)));
    return box;
  }

  private static HBox pixels(
      RuleLine line, double present, String explanation, DoubleFunction<CleaningRule> toRule) {
    Spinner<Double> spinner = new Spinner<>(0, MOST_PIXELS, present, 0.5);
    spinner.setPrefWidth(NUMBER_WIDTH);
    spinner.setTooltip(new Tooltip(explanation));
    spinner.setAccessibleText(explanation);
    spinner.valueProperty().subscribe((_, chosen) -> line.ruleProperty().set(toRule.apply(chosen)));
    HBox box = new HBox(8, spinner, new Label("px"));
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private HBox foot() {
    Button load = button("cleaning-load", "Open rules…", model::load);
    load.setTooltip(new Tooltip("Reads rules, or a report, which can then be applied again"));
    Button save = button("cleaning-save", "Save rules…", model::saveRules);
    Button report = button("cleaning-report", "Save report…", model::saveReport);
    Button close = button("cleaning-close", "Close", () -> model.shownProperty().set(false));
    Button look = button("cleaning-look", "Look", model::look);
    Button apply = button("cleaning-apply", "Apply", model::apply);
    apply.getStyleClass().add(Styles.ACCENT);
    BooleanBinding nothing =
        Bindings.createBooleanBinding(
            () -> model.outcomeProperty().get().isEmpty(), model.outcomeProperty());
    BooleanBinding nothingToDo =
        Bindings.createBooleanBinding(
            () ->
                model
                    .outcomeProperty()
                    .get()
                    .filter(it -> !it.applied() && !it.plan().isEmpty())
                    .isEmpty(),
            model.outcomeProperty());
    report.disableProperty().bind(nothing);
    apply.disableProperty().bind(nothingToDo);
    look.disableProperty().bind(model.lookingProperty());
    look.textProperty()
        .bind(Bindings.when(model.lookingProperty()).then("Looking…").otherwise("Look"));
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox foot = new HBox(12, load, save, spring, report, close, look, apply);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.setPadding(new Insets(16, 0, 0, 0));
    return foot;
  }

  private static Button button(String id, String text, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
