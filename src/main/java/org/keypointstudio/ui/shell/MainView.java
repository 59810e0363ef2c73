package org.keypointstudio.ui.shell;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuBar;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.ui.action.CommandPalette;
import org.keypointstudio.ui.action.CommandPaletteViewModel;
import org.keypointstudio.ui.action.KeysModel;
import org.keypointstudio.ui.banner.BannersView;
import org.keypointstudio.ui.file.DataSetFilesViewModel;
import org.keypointstudio.ui.notification.NotificationsView;
import org.keypointstudio.ui.search.GoToFacePane;
import org.keypointstudio.ui.search.GoToFaceViewModel;
import org.keypointstudio.ui.session.StudioSession;

/** The window's content: menus and bar on top, rail at the left, the workspace, the status bar. */
final class MainView extends BorderPane {
  private static final double PALETTE_TOP = 48;

  private final StackPane stage = new StackPane();

  /**
   * Something that lies over the workspace at times.
   *
   * @param shown whether it does
   */
  record Overlay(BooleanProperty shown, Node node) {}

  /**
   * The parts of the frame.
   *
   * @param overlays what lies over the workspace at times
   */
  record Parts(
      MenuBar menus,
      TopBar topBar,
      WorkspaceRail rail,
      StatusBar statusBar,
      WelcomePane welcome,
      Node firstFaces,
      NotificationsView notifications,
      BannersView banners,
      List<Overlay> overlays,
      Map<Workspace, Node> workspaces) {}

  MainView(
      Parts parts,
      StudioSession session,
      ObjectProperty<Workspace> workspace,
      KeysModel keys,
      CommandPaletteViewModel commands,
      GoToFaceViewModel goTo,
      DataSetFilesViewModel files) {
    getStyleClass().add("studio");
    setTop(new VBox(parts.menus(), parts.topBar(), parts.banners()));
    setLeft(parts.rail());
    setBottom(parts.statusBar());
    setCenter(stage);
    StackPane place = new StackPane();
    stage.getChildren().addAll(place, parts.notifications());
    StackPane.setAlignment(parts.notifications(), Pos.BOTTOM_CENTER);
    ReadOnlyObjectProperty<Optional<FaceDataSet>> firstFaces = files.firstFaces().shownProperty();
    Runnable choose =
        () -> {
          Node wanted =
              firstFaces.get().isPresent()
                  ? parts.firstFaces()
                  : session.openDataSet().isEmpty()
                      ? parts.welcome()
                      : parts.workspaces().getOrDefault(workspace.get(), parts.welcome());
          if (!place.getChildren().equals(List.of(wanted))) {
            place.getChildren().setAll(wanted);
          }
        };
    workspace.subscribe(choose);
    firstFaces.subscribe(choose);
    session.openDataSetProperty().subscribe(choose);
    choose.run();
    KeysPane keysPane = new KeysPane(keys);
    showWhile(keys.shownProperty(), keysPane, keysPane::requestFocus);
    parts
        .overlays()
        .forEach(over -> showWhile(over.shown(), over.node(), over.node()::requestFocus));
    CommandPalette palette = new CommandPalette(commands);
    showOnTop(commands.shownProperty(), palette, palette::begin);
    GoToFacePane goToPane = new GoToFacePane(goTo);
    showOnTop(goTo.shownProperty(), goToPane, goToPane::begin);
    setOnDragOver(MainView::acceptFiles);
    setOnDragDropped(event -> drop(event, files));
  }

  /** Puts something under the bar; a click beside it closes it. */
  private void showOnTop(BooleanProperty shown, Node overlay, Runnable begin) {
    StackPane.setAlignment(overlay, Pos.TOP_CENTER);
    StackPane.setMargin(overlay, new Insets(PALETTE_TOP, 0, 0, 0));
    showWhile(shown, overlay, begin);
    addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          boolean within =
              overlay
                  .localToScene(overlay.getLayoutBounds())
                  .contains(event.getSceneX(), event.getSceneY());
          if (shown.get() && !within) {
            shown.set(false);
          }
        });
  }

  /** Puts something over the workspace; the focus goes back to where it was when it closes. */
  private void showWhile(BooleanProperty shown, Node overlay, Runnable begin) {
    ObjectProperty<Optional<Node>> focusBefore = new SimpleObjectProperty<>(Optional.empty());
    shown.subscribe(
        (_, now) -> {
          if (now) {
            focusBefore.set(Optional.ofNullable(getScene().getFocusOwner()));
            stage.getChildren().add(overlay);
            begin.run();
          } else {
            boolean focused = overlay.isFocusWithin();
            stage.getChildren().remove(overlay);
            focusBefore.get().filter(_ -> focused).ifPresent(Node::requestFocus);
          }
        });
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
