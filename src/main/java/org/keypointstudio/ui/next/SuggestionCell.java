package org.keypointstudio.ui.next;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keypointstudio.audit.next.FaceSuggestion;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.canvas.FaceSketch;
import org.keypointstudio.ui.canvas.Tone;
import org.keypointstudio.ui.session.OpenDataSet;

/** A suggested face as a row: its number, the face, and why it is suggested. */
final class SuggestionCell extends ListCell<FaceSuggestion> {
  /** The height of a row, in pixels of the screen. */
  static final double HEIGHT = 64;

  private static final double THUMBNAIL = 52;
  private static final double MARK_RADIUS = 1.2;
  private static final double NUMBER_WIDTH = 22;

  private final NextFacesViewModel viewModel;
  private final FaceImages images;
  private final FaceSketch sketch = new FaceSketch(MARK_RADIUS);
  private final Canvas canvas = new Canvas(THUMBNAIL, THUMBNAIL);
  private final Label number = new Label();
  private final Label face = new Label();
  private final Label gain = new Label();
  private final Label reasons = new Label();
  private final Tooltip tooltip = new Tooltip();
  private final HBox row;
  private volatile Optional<FaceSuggestion> shown = Optional.empty();

  SuggestionCell(NextFacesViewModel viewModel, FaceImages images) {
    this.viewModel = viewModel;
    this.images = images;
    setPadding(new Insets(4, 12, 4, 12));
    number.getStyleClass().addAll(Styles.TEXT_BOLD, "tabular");
    number.setMinWidth(NUMBER_WIDTH);
    number.setAlignment(Pos.CENTER_RIGHT);
    face.getStyleClass().add(Styles.TEXT_BOLD);
    gain.getStyleClass().add(Styles.TEXT_SMALL);
    reasons.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    VBox words = new VBox(face, gain, reasons);
    words.getChildren().forEach(label -> ((Region) label).setMinWidth(0));
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(8, number, canvas, words);
    row.setAlignment(Pos.CENTER_LEFT);
    // The text is cut off, not the row made wider than the list.
    row.setPrefWidth(0);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    setOnMousePressed(
        _ -> {
          if (!isEmpty()) {
            viewModel.select(getItem());
          }
        });
  }

  @Override
  protected void updateItem(FaceSuggestion suggestion, boolean empty) {
    super.updateItem(suggestion, empty);
    shown = empty ? Optional.empty() : Optional.ofNullable(suggestion);
    setGraphic(shown.isPresent() ? row : null);
    setTooltip(shown.isPresent() ? tooltip : null);
    shown.ifPresent(
        item -> viewModel.session().openDataSet().ifPresent(open -> describe(item, open)));
  }

  private void describe(FaceSuggestion suggestion, OpenDataSet open) {
    number.setText(String.valueOf(getIndex() + 1));
    face.setText(
        open.dataSet().face(suggestion.face()).name()
            + (viewModel.isLabelled(suggestion) ? " · labelled" : ""));
    gain.setText(SuggestionWords.gain(suggestion));
    reasons.setText(SuggestionWords.reasons(suggestion));
    tooltip.setText(SuggestionWords.explanation(suggestion));
    setAccessibleText(
        "%s, %s, %s, %s"
            .formatted(number.getText(), face.getText(), gain.getText(), reasons.getText()));
    canvas.getGraphicsContext2D().clearRect(0, 0, THUMBNAIL, THUMBNAIL);
    images.request(
        open.dataSet(),
        suggestion.face(),
        Tone.NEUTRAL,
        () -> shown.filter(suggestion::equals).isPresent(),
        picture -> {
          if (shown.filter(suggestion::equals).isPresent()) {
            sketch.paint(canvas, picture, open.document().annotation(suggestion.face()));
          }
        });
  }
}
