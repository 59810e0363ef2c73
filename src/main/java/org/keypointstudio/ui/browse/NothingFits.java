package org.keypointstudio.ui.browse;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.keypointstudio.ui.session.StudioSession;

/** In place of faces when the filter lets none through. */
final class NothingFits extends VBox {

  /**
   * The message.
   *
   * @param showAll drops the filter
   */
  NothingFits(StudioSession session, Runnable showAll) {
    super(12);
    Label text = new Label("No face fits the filter.");
    text.getStyleClass().add(Styles.TITLE_4);
    Button all = new Button("Show all faces");
    all.setId("show-all-faces");
    all.setOnAction(_ -> showAll.run());
    getChildren().addAll(text, all);
    setAlignment(Pos.CENTER);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    visibleProperty()
        .bind(
            Bindings.isEmpty(session.shownFaces())
                .and(
                    Bindings.createBooleanBinding(
                        () -> session.openDataSet().isPresent(), session.openDataSetProperty())));
  }
}
