package org.keypointstudio.ui.shell;

import java.io.File;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuBar;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.keypointstudio.ui.file.DataSetFilesViewModel;
import org.keypointstudio.ui.notification.NotificationsView;
import org.keypointstudio.ui.session.StudioSession;

/** The window's content: menus and bar on top, rail at the left, the workspace, the status bar. */
final class MainView extends BorderPane {
  private final StackPane stage = new StackPane();

  /** The parts of the frame. */
  record Parts(
      MenuBar menus,
      TopBar topBar,
      WorkspaceRail rail,
      StatusBar statusBar,
      WelcomePane welcome,
      NotificationsView notifications,
      Map<Workspace, Node> workspaces) {}

  MainView(
      Parts parts,
      StudioSession session,
      ObjectProperty<Workspace> workspace,
      BooleanProperty keysShown,
      DataSetFilesViewModel files) {
    getStyleClass().add("studio");
    setTop(new VBox(parts.menus(), parts.topBar()));
    setLeft(parts.rail());
    setBottom(parts.statusBar());
    setCenter(stage);
    StackPane place = new StackPane();
    stage.getChildren().addAll(place, parts.notifications());
    StackPane.setAlignment(parts.notifications(), Pos.BOTTOM_CENTER);
    Runnable choose =
        () ->
            place
                .getChildren()
                .setAll(
                    session.openDataSet().isEmpty()
                        ? parts.welcome()
                        : parts.workspaces().getOrDefault(workspace.get(), parts.welcome()));
    workspace.subscribe(choose);
    session.openDataSetProperty().subscribe(choose);
    choose.run();
    KeysPane keys = new KeysPane(() -> keysShown.set(false));
    keysShown.subscribe(
        shown -> {
          stage.getChildren().remove(keys);
          if (shown) {
            stage.getChildren().add(keys);
          }
        });
    setOnDragOver(MainView::acceptFiles);
    setOnDragDropped(event -> drop(event, files));
  }

  private static void acceptFiles(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private static void drop(DragEvent event, DataSetFilesViewModel files) {
    List<File> dropped = event.getDragboard().getFiles();
    if (!dropped.isEmpty()) {
      files.open(dropped.getFirst().toPath());
    }
    event.setDropCompleted(!dropped.isEmpty());
    event.consume();
  }
}
