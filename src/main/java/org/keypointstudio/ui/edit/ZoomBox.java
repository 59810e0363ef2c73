package org.keypointstudio.ui.edit;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.ViewTransform;

/** The zoom in percent, to be read, chosen and typed. */
final class ZoomBox extends ComboBox<String> {
  private static final String FIT = "Fit";
  private static final List<String> CHOICES =
      List.of(
          FIT, "25 %", "50 %", "100 %", "200 %", "400 %", "800 %", "1600 %", "3200 %", "6400 %");
  private static final double WIDTH = 92;

  private final CanvasViewModel view;
  private boolean following;

  ZoomBox(CanvasViewModel view) {
    super();
    this.view = view;
    setId("zoom");
    getStyleClass().add("tabular");
    getItems().setAll(CHOICES);
    setEditable(true);
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    setVisibleRowCount(CHOICES.size());
    setAccessibleText("Zoom in percent");
    setTooltip(
        new Tooltip(
            "Zoom: choose one or type any from 25 to 6400 %; the wheel zooms at the mouse"));
    view.transformProperty().subscribe(this::follow);
    setOnAction(_ -> onChosen());
    getEditor()
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                follow();
              }
            });
  }

  private void follow() {
    following = true;
    setValue("%.0f %%".formatted(100 * view.transformProperty().get().scale()));
    getEditor().setText(getValue());
    following = false;
  }

  private void onChosen() {
    if (following || getValue() == null) {
      return;
    }
    if (getValue().strip().equalsIgnoreCase(FIT)) {
      view.fit();
    } else {
      scaleOf(getValue()).ifPresent(view::zoomTo);
    }
    follow();
  }

  /** What a person types: "250", "250%", "250 %"; empty if it is no zoom. */
  static OptionalDouble scaleOf(String text) {
    String number = text.replace("%", "").replace(',', '.').strip().toLowerCase(Locale.ROOT);
    if (!number.matches("\\d{1,5}(\\.\\d+)?")) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        Math.clamp(
            Double.parseDouble(number) / 100,
            ViewTransform.LEAST_SCALE,
            ViewTransform.GREATEST_SCALE));
  }
}
