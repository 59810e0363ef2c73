package org.keypointstudio.ui.train;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A number with its name above it. */
final class StatTile extends VBox {
  private final Label value = new Label("–");
  private final Tooltip explanation = new Tooltip();

  StatTile(String name) {
    super(2);
    getStyleClass().add("stat-tile");
    Label caption = new Label(name);
    caption.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    value.getStyleClass().add("stat-value");
    getChildren().setAll(caption, value);
  }

  void show(String text) {
    value.setText(text);
  }

  /** Says more where the mouse points at it. */
  void explain(String text) {
    explanation.setText(text);
    Tooltip.install(this, explanation);
  }
}
