package org.keypointstudio.ui.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.keypointstudio.project.settings.LayoutSettings;
import org.keypointstudio.ui.notification.Notification;
import org.keypointstudio.ui.session.StudioSession;

/** Puts a studio into a window: its title, its size, and what closing it asks. */
public final class StudioWindow {
  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 640;
  private static final double USUAL_WIDTH = 1280;
  private static final double USUAL_HEIGHT = 800;

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
    place(studio.layout().window());
    stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> studio.layout().keepWindow(bounds()));
    stage
        .titleProperty()
        .bind(
            Bindings.createStringBinding(
                () -> title(session, studio.notifications().unseen()),
                session.openDataSetProperty(),
                session.dirtyProperty(),
                studio.notifications().unseen()));
    stage
        .focusedProperty()
        .subscribe(
            focused -> {
              studio.notifications().setWatched(focused);
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

  /** As the window was left, if there is still a screen at that place. */
  private void place(LayoutSettings.Bounds bounds) {
    boolean onScreen =
        bounds.isKnown()
            && !Screen.getScreensForRectangle(
                    bounds.x(), bounds.y(), bounds.width(), bounds.height())
                .isEmpty();
    if (onScreen) {
      stage.setX(bounds.x());
      stage.setY(bounds.y());
      stage.setWidth(bounds.width());
      stage.setHeight(bounds.height());
      stage.setMaximized(bounds.maximized());
    } else {
      Rectangle2D room = Screen.getPrimary().getVisualBounds();
      stage.setWidth(Math.min(USUAL_WIDTH, room.getWidth()));
      stage.setHeight(Math.min(USUAL_HEIGHT, room.getHeight()));
    }
  }

  /** Where the window is; while it fills the screen, where it was before. */
  private LayoutSettings.Bounds bounds() {
    LayoutSettings.Bounds before = studio.layout().window();
    return stage.isMaximized()
        ? new LayoutSettings.Bounds(
            before.x(),
            before.y(),
            before.isKnown() ? before.width() : USUAL_WIDTH,
            before.isKnown() ? before.height() : USUAL_HEIGHT,
            true)
        : new LayoutSettings.Bounds(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
  }

  /** What ended while the person looked elsewhere comes first: a task bar shows the title. */
  private static String title(StudioSession session, List<Notification> unseen) {
    String news = unseen.isEmpty() ? "" : unseen.getLast().message() + " – ";
    String mark = news + (session.dirtyProperty().get() ? "• " : "");
    return session
        .openDataSet()
        .map(open -> "%s%s – Keypoint Studio".formatted(mark, open.dataSet().path().getFileName()))
        .orElse(news + "Keypoint Studio");
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
