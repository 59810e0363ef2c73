package org.keypointstudio.ui.edit;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keypointstudio.ghost.Ghost;
import org.keypointstudio.ghost.GhostSurvey;
import org.keypointstudio.ui.action.ActionControls;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.ghost.GhostChoice;
import org.keypointstudio.ui.ghost.GhostsAcrossViewModel;
import org.keypointstudio.ui.ghost.GhostsViewModel;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Who proposes the missing keypoints, what is proposed for this face, and, when asked for, how many
 * proposals across the filter would be accepted above a confidence.
 */
final class GhostBar extends VBox {
  private final GhostsViewModel ghosts;
  private final GhostsAcrossViewModel across;

  GhostBar(GhostsViewModel ghosts, GhostsAcrossViewModel across, ActionControls controls) {
    this.ghosts = ghosts;
    this.across = across;
    getChildren().addAll(ofThisFace(controls), acrossTheFilter());
  }

  private HBox ofThisFace(ActionControls controls) {
    Label title = new Label("Ghosts from");
    title.setMinWidth(Region.USE_PREF_SIZE);
    ComboBox<GhostChoice> sources = new ComboBox<>(ghosts.choices());
    sources.setId("ghost-source");
    sources.getStyleClass().add(Styles.SMALL);
    sources.setMinWidth(132);
    sources.setMaxWidth(200);
    sources.setFocusTraversable(false);
    sources.setAccessibleText("Ghosts from");
    sources.setTooltip(
        new Tooltip(
            "Who proposes where missing points are. A ghost is neither saved nor learned from "
                + "until you accept it."));
    sources.valueProperty().bindBidirectional(ghosts.choiceProperty());
    Label summary = new Label();
    summary.getStyleClass().add(Styles.TEXT_MUTED);
    summary.setMinWidth(0);
    summary
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::summary, ghosts.ghostsProperty(), ghosts.sourceProperty()));
    return row(
        controls.iconToggle(StudioAction.SHOW_GHOSTS),
        title,
        sources,
        summary,
        spring(),
        controls.textButton(StudioAction.ACCEPT_FACE_GHOSTS, "Accept face"),
        controls.textToggle(StudioAction.ACCEPT_ACROSS, "Accept all…"));
  }

  private String summary() {
    List<Ghost> shown = ghosts.ghostsProperty().get();
    if (shown.isEmpty()) {
      return ghosts.sourceProperty().get().isEmpty() ? "nobody can tell yet" : "none on this face";
    }
    long least = percent(shown.stream().mapToDouble(Ghost::confidence).min().orElse(0));
    long most = percent(shown.stream().mapToDouble(Ghost::confidence).max().orElse(0));
    return least == most
        ? "%d, %d %% sure".formatted(shown.size(), least)
        : "%d, %d–%d %% sure".formatted(shown.size(), least, most);
  }

  /** Nothing that is not a label is wholly sure. */
  private static long percent(double confidence) {
    return Math.min(99, Math.round(100 * confidence));
  }

  private HBox acrossTheFilter() {
    Slider threshold = new Slider(0, 1, 0.8);
    threshold.setId("ghost-threshold");
    threshold.setPrefWidth(120);
    threshold.setBlockIncrement(0.01);
    threshold.setAccessibleText("Least confidence");
    threshold.setTooltip(
        new Tooltip(
            "How probable it must be that a ghost lies within 8 % of the distance between the eyes "
                + "of the true place"));
    threshold.valueProperty().bindBidirectional(across.thresholdProperty());
    Label least = new Label();
    least.getStyleClass().add("tabular");
    least.setMinWidth(112);
    least
        .textProperty()
        .bind(
            across
                .thresholdProperty()
                .map(value -> "At least %.0f %% sure".formatted(100 * value.doubleValue())));
    Label count = new Label();
    count.setId("ghost-count");
    count.setMinWidth(0);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::count, across.surveyProperty(), across.thresholdProperty()));
    Button accept = new Button("Accept them", new FontIcon("mdi2c-check-all"));
    accept.setId("accept-across");
    accept.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
    accept.setFocusTraversable(false);
    accept.setMinWidth(Region.USE_PREF_SIZE);
    accept.setOnAction(_ -> across.accept());
    accept
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> counted() == 0, across.surveyProperty(), across.thresholdProperty()));
    Button close = new Button(null, new FontIcon("mdi2c-close"));
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    close.setAccessibleText("Close");
    close.setFocusTraversable(false);
    close.setOnAction(_ -> across.shownProperty().set(false));
    HBox row = row(threshold, least, count, spring(), accept, close);
    row.visibleProperty().bind(across.shownProperty());
    row.managedProperty().bind(across.shownProperty());
    return row;
  }

  private int counted() {
    double threshold = across.thresholdProperty().get();
    return across.surveyProperty().get().map(survey -> survey.ghosts(threshold)).orElse(0);
  }

  private String count() {
    Optional<GhostSurvey> survey = across.surveyProperty().get();
    double threshold = across.thresholdProperty().get();
    return survey
        .map(
            counted ->
                "%,d of %,d ghosts, on %,d faces"
                    .formatted(
                        counted.ghosts(threshold), counted.ghosts(0), counted.faces(threshold)))
        .orElse(
            ghosts.sourceProperty().get().isEmpty()
                ? "Nobody can tell yet where points are."
                : "Counting…");
  }

  private static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(8, nodes);
    row.getStyleClass().add("canvas-tool-bar");
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    return row;
  }
}
