package org.keypointstudio.ui.firststeps;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A card in the corner that says what the workspace is for; what it speaks of has a glowing edge.
 * The workspace stays usable beside it.
 */
public final class FirstStepsPane extends VBox {
  private static final double WIDTH = 380;
  private static final double MARGIN = 24;
  private static final String MEANT = "first-step-target";

  private final FirstStepsViewModel model;
  private final Label count = new Label();
  private final Label title = new Label();
  private final Label text = new Label();
  private final Button back = new Button("Back");
  private final Button next = new Button("Next");
  private Optional<Node> meant = Optional.empty();

  /** The card of a window. */
  public FirstStepsPane(FirstStepsViewModel model) {
    super(8);
    this.model = model;
    setId("first-steps");
    getStyleClass().add("first-steps");
    setMaxSize(WIDTH, USE_PREF_SIZE);
    setPrefWidth(WIDTH);
    StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(this, new Insets(MARGIN));
    count.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    title.getStyleClass().add(Styles.TITLE_4);
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(count, title, text, buttons());
    model.stepProperty().subscribe(this::refresh);
    model.shownProperty().subscribe(this::refresh);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.shownProperty().set(false);
            event.consume();
          }
        });
  }

  private HBox buttons() {
    Button end = new Button("Skip the rest");
    end.setId("first-steps-skip");
    end.getStyleClass().add(Styles.FLAT);
    end.setOnAction(_ -> model.shownProperty().set(false));
    end.visibleProperty().bind(next.textProperty().isEqualTo("Next"));
    back.setId("first-steps-back");
    back.setOnAction(_ -> model.back());
    next.setId("first-steps-next");
    next.getStyleClass().add(Styles.ACCENT);
    next.setOnAction(_ -> model.next());
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox buttons = new HBox(8, end, spring, back, next);
    buttons.setAlignment(Pos.CENTER_LEFT);
    buttons.setPadding(new Insets(8, 0, 0, 0));
    return buttons;
  }

  private void refresh() {
    FirstStep step = model.stepProperty().get();
    count.setText("Step %d of %d".formatted(model.number(), model.count()));
    title.setText(step.title());
    text.setText(model.text());
    back.setDisable(step == FirstStep.LOOK);
    next.setText(model.isLast() ? "Done" : "Next");
    meant.ifPresent(node -> node.getStyleClass().remove(MEANT));
    meant = Optional.empty();
    if (model.shownProperty().get()) {
      // The workspace of the step is put into the window first.
      Platform.runLater(() -> point(step));
    }
  }

  private void point(FirstStep step) {
    Optional<Scene> scene = Optional.ofNullable(getScene());
    if (model.stepProperty().get() == step && model.shownProperty().get() && meant.isEmpty()) {
      meant = scene.map(window -> window.lookup(step.target()));
      meant.ifPresent(node -> node.getStyleClass().add(MEANT));
    }
  }
}
