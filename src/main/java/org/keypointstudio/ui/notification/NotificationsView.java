package org.keypointstudio.ui.notification;

import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Messages at the window's foot. They go by themselves, except for problems. */
public final class NotificationsView extends VBox {
  private static final Duration SHOWN = Duration.seconds(5);
  private static final double WIDTH = 440;

  private final Notifications notifications;
  private final Map<Notification, Node> nodes = new HashMap<>();

  /** The messages of a model. */
  public NotificationsView(Notifications notifications) {
    super(8);
    this.notifications = notifications;
    getStyleClass().add("notifications");
    setAlignment(Pos.BOTTOM_CENTER);
    setPickOnBounds(false);
    setMaxSize(WIDTH, USE_PREF_SIZE);
    notifications.shown().addListener(this::onChanged);
  }

  private void onChanged(ListChangeListener.Change<? extends Notification> change) {
    while (change.next()) {
      change.getRemoved().forEach(gone -> getChildren().remove(nodes.remove(gone)));
      change.getAddedSubList().forEach(this::show);
    }
  }

  private void show(Notification notification) {
    atlantafx.base.controls.Notification node =
        new atlantafx.base.controls.Notification(
            notification.message(), new FontIcon(icon(notification.kind())));
    node.getStyleClass().addAll(style(notification.kind()), Styles.ELEVATED_2);
    node.setPrefWidth(WIDTH);
    node.setOnClose(_ -> notifications.dismiss(notification));
    nodes.put(notification, node);
    getChildren().add(node);
    if (notification.kind() != Notification.Kind.PROBLEM) {
      dismissOnceSeen(notification);
    }
  }

  /** A message that came while the person looked elsewhere is still there when they come back. */
  private void dismissOnceSeen(Notification notification) {
    PauseTransition pause = new PauseTransition(SHOWN);
    pause.setOnFinished(
        _ -> {
          if (notifications.isUnseen(notification)) {
            pause.playFromStart();
          } else {
            notifications.dismiss(notification);
          }
        });
    pause.play();
  }

  private static String icon(Notification.Kind kind) {
    return switch (kind) {
      case SUCCESS -> "mdi2c-check-circle-outline";
      case INFORMATION -> "mdi2i-information-outline";
      case PROBLEM -> "mdi2a-alert-circle-outline";
    };
  }

  private static String style(Notification.Kind kind) {
    return switch (kind) {
      case SUCCESS -> Styles.SUCCESS;
      case INFORMATION -> Styles.ACCENT;
      case PROBLEM -> Styles.DANGER;
    };
  }
}
