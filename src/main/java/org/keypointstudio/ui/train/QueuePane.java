package org.keypointstudio.ui.train;

import atlantafx.base.theme.Styles;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The runs that wait for the present one to end. Nothing is shown while none does. */
final class QueuePane extends VBox {
  private final QueueViewModel queue;
  private final Label title = new Label();
  private final VBox rows = new VBox(4);

  QueuePane(QueueViewModel queue) {
    super(4);
    this.queue = queue;
    getStyleClass().add("queue-pane");
    title.getStyleClass().add("queue-title");
    getChildren().setAll(title, rows);
    queue.waiting().addListener((InvalidationListener) _ -> show());
    show();
  }

  private void show() {
    boolean anything = !queue.waiting().isEmpty();
    setVisible(anything);
    setManaged(anything);
    title.setText("Up next (%d)".formatted(queue.waiting().size()));
    rows.getChildren().setAll(queue.waiting().stream().map(this::row).toList());
  }

  private Node row(QueueViewModel.WaitingRun run) {
    int place = queue.waiting().indexOf(run);
    String what = ConfigurationText.summary(run.config());
    Label name = new Label(what);
    name.setTooltip(new Tooltip(what));
    name.setMaxWidth(Double.MAX_VALUE);
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button earlier = button("queue-earlier-" + place, "Start earlier", MaterialDesignA.ARROW_UP);
    earlier.setOnAction(_ -> queue.move(run, -1));
    earlier.setDisable(place == 0);
    Button later = button("queue-later-" + place, "Start later", MaterialDesignA.ARROW_DOWN);
    later.setOnAction(_ -> queue.move(run, 1));
    later.setDisable(place == queue.waiting().size() - 1);
    Button remove = button("queue-remove-" + place, "Take out of the queue", MaterialDesignC.CLOSE);
    remove.setOnAction(_ -> queue.remove(run));
    HBox row = new HBox(name, earlier, later, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("queue-row");
    return row;
  }

  private static Button button(String id, String text, Ikon icon) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.setTooltip(new Tooltip(text));
    button.setAccessibleText(text);
    return button;
  }
}
