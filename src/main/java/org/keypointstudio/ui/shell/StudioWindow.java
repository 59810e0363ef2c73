package org.keypointstudio.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.stage.Stage;
import org.keypointstudio.ui.session.StudioSession;

/** Puts a studio into a window: its title, its size, and what closing it asks. */
public final class StudioWindow {
  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 640;

  private final Stage stage;
  private final Studio studio;

  /** A window that is not shown yet. */
  public StudioWindow(Stage stage, Studio studio) {
    this.stage = stage;
    this.studio = studio;
    StudioSession session = studio.session();
    stage.setScene(studio.scene());
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage
        .titleProperty()
        .bind(
            Bindings.createStringBinding(
                () -> title(session), session.openDataSetProperty(), session.dirtyProperty()));
    stage
        .focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                studio.comeBack();
              }
            });
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          studio.files().whenNothingIsLost(stage::hide);
        });
  }

  private static String title(StudioSession session) {
    String mark = session.dirtyProperty().get() ? "• " : "";
    return session
        .openDataSet()
        .map(open -> "%s%s – Keypoint Studio".formatted(mark, open.dataSet().path().getFileName()))
        .orElse("Keypoint Studio");
  }

  /** Shows the window. */
  public void show() {
    stage.show();
  }

  /** The window's content. */
  public Studio studio() {
    return studio;
  }
}
