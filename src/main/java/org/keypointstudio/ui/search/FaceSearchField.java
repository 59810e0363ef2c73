package org.keypointstudio.ui.search;

import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.controlsfx.control.textfield.CustomTextField;
import org.keypointstudio.ui.completion.CompletionPopup;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where a person types which faces to show; completes what is typed. */
public final class FaceSearchField extends CustomTextField {
  private static final String HELP =
      """
      Shows the faces that fit all words (Ctrl+F). For instance:
        missing:nose_tip reviewed:no
        labelled<15 or error(cnn 1)>3
        tag:blurred -complete:yes
        duplicate:yes brightness<40
      A word alone is looked for in names, tags and notes.\
      """;

  /**
   * The field.
   *
   * @param closed whether there is nothing to search
   */
  public FaceSearchField(FaceSearch search, ObservableBooleanValue closed) {
    setId("face-search");
    setPromptText("Find faces, as missing:nose_tip");
    setAccessibleText("Find faces");
    setPrefWidth(280);
    setMinWidth(120);
    setFocusTraversable(false); // else it would take the keys at the start
    setLeft(new FontIcon("mdi2m-magnify"));
    setRight(clearButton(search));
    disableProperty().bind(closed);
    textProperty().bindBidirectional(search.textProperty());
    Tooltip tooltip = new Tooltip();
    tooltip
        .textProperty()
        .bind(
            Bindings.when(search.problemProperty().isEmpty())
                .then(HELP)
                .otherwise(search.problemProperty()));
    setTooltip(tooltip);
    search
        .problemProperty()
        .subscribe(problem -> pseudoClassStateChanged(Styles.STATE_DANGER, !problem.isEmpty()));
    search.callsProperty().subscribe((_, _) -> requestFocus());
    CompletionPopup.install(
        this,
        search::completions,
        text -> {
          setText(text);
          search.apply();
        });
    // A word is not looked for while it is being typed.
    PauseTransition pause = new PauseTransition(Duration.millis(300));
    pause.setOnFinished(_ -> search.apply());
    textProperty().subscribe((_, _) -> pause.playFromStart());
    setOnAction(_ -> search.apply());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            search.showAll();
            event.consume();
          }
        });
  }

  private static Button clearButton(FaceSearch search) {
    Button clear = new Button("", new FontIcon("mdi2c-close"));
    clear.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    clear.setAccessibleText("Show all faces again");
    clear.setTooltip(new Tooltip("Show all faces again (Esc)"));
    clear.setFocusTraversable(false);
    clear.setOnAction(_ -> search.showAll());
    clear.visibleProperty().bind(search.textProperty().isNotEmpty());
    return clear;
  }
}
