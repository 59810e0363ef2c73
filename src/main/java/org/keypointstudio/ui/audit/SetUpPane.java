package org.keypointstudio.ui.audit;

import atlantafx.base.theme.Styles;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.keypointstudio.project.audit.AuditSettings;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what an audit does, and starts one. */
final class SetUpPane extends VBox {
  private static final double WIDTH = 480;
  private static final int MOST_MINUTES = 600;

  private final AuditRunViewModel run;
  private final Button back = new Button("Back to the review");

  /**
   * The choices for the next audit.
   *
   * @param start starts it
   * @param leave goes back to the review of the audit before
   */
  SetUpPane(AuditRunViewModel run, Runnable start, Runnable leave) {
    super(16);
    this.run = run;
    getStyleClass().addAll("empty-state", "audit-set-up");
    setAlignment(Pos.CENTER);
    setMaxWidth(WIDTH);
    Label title = new Label("Find wrong labels");
    title.getStyleClass().add(Styles.TITLE_3);
    Label what =
        new Label(
            "Every labelled point is ranked by how likely it is wrong. Small networks learn from"
                + " the labels and judge the faces that they have not seen; swapped sides, copied"
                + " labels and impossible shapes are looked for too. Nothing is changed until you"
                + " accept it.");
    what.getStyleClass().add(Styles.TEXT_MUTED);
    what.setWrapText(true);
    Button begin = new Button("Start audit", new FontIcon("mdi2p-play"));
    begin.setId("audit-start");
    begin.getStyleClass().add(Styles.ACCENT);
    begin.setDefaultButton(false);
    begin.setOnAction(_ -> start.run());
    back.setId("audit-back");
    back.setOnAction(_ -> leave.run());
    back.managedProperty().bind(back.visibleProperty());
    HBox buttons = new HBox(8, begin, back);
    buttons.setAlignment(Pos.CENTER);
    GridPane settings = settings();
    RunProgressPane progress = new RunProgressPane(run);
    getChildren()
        .addAll(new FontIcon("mdi2s-shield-search"), title, what, settings, buttons, progress);
    run.progressProperty()
        .subscribe(
            present -> {
              begin.setDisable(present.isPresent());
              settings.setDisable(present.isPresent());
            });
  }

  /** Whether there is a review to go back to. */
  void allowBack(boolean allowed) {
    back.setVisible(allowed);
  }

  private GridPane settings() {
    GridPane grid = new GridPane(12, 8);
    grid.setAlignment(Pos.CENTER);
    grid.addRow(
        0,
        label("Models"),
        spinner(
            "audit-folds",
            "How many networks share the faces; each judges those that the others learned from",
            2,
            AuditSettings.MOST_FOLDS,
            run.foldsProperty()),
        hint("each judges faces it has not seen"));
    grid.addRow(
        1,
        label("Minutes"),
        spinner(
            "audit-minutes",
            "How long all networks learn together; longer finds smaller errors",
            1,
            MOST_MINUTES,
            run.minutesProperty()),
        hint("of training for all models together"));
    grid.addRow(
        2,
        label("Seed"),
        spinner(
            "audit-seed",
            "The same seed gives the same folds again",
            0,
            Integer.MAX_VALUE,
            run.seedProperty()),
        hint("another one judges with other models"));
    return grid;
  }

  private static Label label(String text) {
    return new Label(text);
  }

  private static Label hint(String text) {
    Label hint = new Label(text);
    hint.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    return hint;
  }

  private static Spinner<Integer> spinner(
      String id, String explanation, int least, int most, IntegerProperty value) {
    Spinner<Integer> spinner = new Spinner<>(least, most, value.get());
    spinner.setId(id);
    spinner.setEditable(true);
    spinner.setPrefWidth(104);
    spinner.setTooltip(new Tooltip(explanation));
    spinner.setAccessibleText(explanation);
    spinner
        .valueProperty()
        .subscribe(
            now -> {
              if (now != null) {
                value.set(now);
              }
            });
    return spinner;
  }
}
