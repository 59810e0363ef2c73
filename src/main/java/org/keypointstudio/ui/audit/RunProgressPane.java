package org.keypointstudio.ui.audit;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keypointstudio.task.Progress;

/** How the audit that goes on comes along, and a way to end it. */
final class RunProgressPane extends VBox {
  private final Label message = new Label();
  private final ProgressBar bar = new ProgressBar();

  RunProgressPane(AuditRunViewModel run) {
    super(6);
    getStyleClass().add("audit-run");
    message.setMinWidth(0);
    Label remaining = new Label();
    remaining.textProperty().bind(run.remainingProperty());
    remaining.getStyleClass().add(Styles.TEXT_MUTED);
    remaining.setMinWidth(Region.USE_PREF_SIZE);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button cancel = new Button("Cancel");
    cancel.setId("audit-cancel");
    cancel.getStyleClass().add(Styles.SMALL);
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setFocusTraversable(false);
    cancel.setOnAction(_ -> run.cancel());
    HBox line = new HBox(12, bar, cancel);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(new HBox(8, message, spring, remaining), line);
    run.progressProperty().subscribe(this::show);
    managedProperty().bind(visibleProperty());
  }

  private void show(Optional<Progress> progress) {
    setVisible(progress.isPresent());
    progress.ifPresent(
        made -> {
          message.setText(made.message());
          bar.setProgress(made.fraction());
        });
  }
}
