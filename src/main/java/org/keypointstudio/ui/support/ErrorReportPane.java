package org.keypointstudio.ui.support;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tells what went wrong, shows what a report of it would hold, and saves one. */
public final class ErrorReportPane extends BorderPane {
  private static final double WIDTH = 760;
  private static final double HEIGHT = 520;
  private static final String HOLDS =
      "The report holds what is written here and nothing else: no images, no labels, no file names,"
          + " no paths.";

  private final ErrorReportViewModel model;

  /** The page of a model. */
  public ErrorReportPane(ErrorReportViewModel model) {
    this.model = model;
    getStyleClass().add("keys-pane");
    setId("error-report");
    setMaxSize(WIDTH, HEIGHT);
    setTop(head());
    setCenter(content());
    setBottom(foot());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  private VBox head() {
    Label title = new Label("", new FontIcon("mdi2b-bug-outline"));
    title.getStyleClass().add(Styles.TITLE_3);
    title.setGraphicTextGap(10);
    title.textProperty().bind(model.titleProperty());
    Label explanation = new Label();
    explanation.setId("error-report-explanation");
    explanation.setWrapText(true);
    explanation.setMinHeight(USE_PREF_SIZE);
    explanation.textProperty().bind(model.explanationProperty());
    Label holds = new Label(HOLDS);
    holds.getStyleClass().add(Styles.TEXT_MUTED);
    holds.setWrapText(true);
    holds.setMinHeight(USE_PREF_SIZE);
    VBox head = new VBox(8, title, explanation, holds);
    head.setPadding(new Insets(0, 0, 12, 0));
    return head;
  }

  private TextArea content() {
    TextArea content = new TextArea();
    content.setId("error-report-content");
    content.setAccessibleText("What the report holds");
    content.setEditable(false);
    content.textProperty().bind(model.contentProperty());
    return content;
  }

  private HBox foot() {
    Button save = new Button("Save the report…", new FontIcon("mdi2c-content-save-outline"));
    save.setId("error-report-save");
    save.getStyleClass().add(Styles.ACCENT);
    save.setOnAction(_ -> model.save());
    Button close = new Button("Go on");
    close.setId("error-report-close");
    close.setCancelButton(true);
    close.setOnAction(_ -> close());
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox foot = new HBox(8, spring, save, close);
    foot.setAlignment(Pos.CENTER_RIGHT);
    foot.setPadding(new Insets(12, 0, 0, 0));
    return foot;
  }

  private void close() {
    model.shownProperty().set(false);
  }
}
