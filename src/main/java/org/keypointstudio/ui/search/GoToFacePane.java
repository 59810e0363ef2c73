package org.keypointstudio.ui.search;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The field for a row or a name: Enter goes there, Esc and a click elsewhere close. */
public final class GoToFacePane extends VBox {
  private static final double WIDTH = 420;

  private final GoToFaceViewModel viewModel;
  private final TextField field = new TextField();

  /** A field. */
  public GoToFacePane(GoToFaceViewModel viewModel) {
    super(8);
    this.viewModel = viewModel;
    getStyleClass().add("command-palette");
    setMaxSize(WIDTH, USE_PREF_SIZE);
    setPrefWidth(WIDTH);
    field.setId("go-to-face");
    field.setPromptText("Go to row or name");
    field.setAccessibleText("Row or name of the face to go to");
    field.textProperty().bindBidirectional(viewModel.textProperty());
    field.setOnAction(_ -> viewModel.go());
    Label answer = new Label();
    answer.setId("go-to-face-answer");
    answer.setWrapText(true);
    answer.getStyleClass().add(Styles.TEXT_MUTED);
    answer.textProperty().bind(viewModel.answerProperty());
    getChildren().addAll(field, answer);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    focusWithinProperty()
        .subscribe(
            (_, within) -> {
              if (!within) {
                viewModel.shownProperty().set(false);
              }
            });
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      viewModel.shownProperty().set(false);
      event.consume();
    }
  }

  /** Begins anew, with the focus in the field. */
  public void begin() {
    viewModel.begin();
    field.requestFocus();
  }
}
