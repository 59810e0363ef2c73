package org.keypointstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javafx.event.EventType;
import javafx.geometry.Point3D;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Files that a person drags from elsewhere and drops on the window. */
@ExtendWith(ApplicationExtension.class)
class FileDropTest {
  private static final Path FILE = Path.of("dropped.csv").toAbsolutePath();

  private static final long PATIENCE_MILLIS = 10_000;

  private final FakeStore store = new FakeStore();
  private @TempDir Path home;
  private Studio studio;

  @Start
  void show_the_window(Stage stage) {
    store.put(FILE, new FakeDataSet(FILE, List.of(Annotation.unlabelled(15))));
    studio = new Studio(FakePorts.of(store, new FakeDialogs(), home), stage::hide);
    new StudioWindow(stage, studio).show();
  }

  private static Dragboard holding(DataFormat format, Object value) {
    return WaitForAsyncUtils.waitForAsyncFx(
        PATIENCE_MILLIS,
        () -> {
          TKClipboard content = Toolkit.getToolkit().createLocalClipboard();
          Dragboard board = DragboardHelper.createDragboard(fromElsewhere(content));
          board.setContent(Map.of(format, value));
          return board;
        });
  }

  /** A clipboard as the system hands it over in a drag that may copy. */
  private static TKClipboard fromElsewhere(TKClipboard content) {
    return (TKClipboard)
        Proxy.newProxyInstance(
            FileDropTest.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (_, method, arguments) ->
                method.getName().equals("getTransferModes")
                    ? EnumSet.of(TransferMode.COPY)
                    : method.invoke(content, arguments));
  }

  /** What the system sends to whatever lies under the mouse. */
  private static DragEvent send(
      FxRobot robot, EventType<DragEvent> type, Dragboard board, Node under) {
    DragEvent event =
        new DragEvent(
            under,
            under,
            type,
            board,
            20,
            20,
            20,
            20,
            TransferMode.COPY,
            null,
            under,
            new PickResult(under, Point3D.ZERO, 0));
    robot.interact(() -> under.fireEvent(event));
    return event;
  }

  private static Node welcome(FxRobot robot) {
    return robot.lookup(".welcome").query();
  }

  @Test
  void a_dragged_file_is_accepted_and_opened_where_it_is_dropped(FxRobot robot) {
    Dragboard board = holding(DataFormat.FILES, List.of(FILE.toFile(), new File("second.csv")));
    Node under = welcome(robot);

    assertThat(send(robot, DragEvent.DRAG_OVER, board, under).isAccepted()).isTrue();
    assertThat(send(robot, DragEvent.DRAG_DROPPED, board, under).isDropCompleted()).isTrue();

    assertThat(studio.session().openDataSet().orElseThrow().dataSet().path()).isEqualTo(FILE);
  }

  @Test
  void dragged_text_is_not_accepted(FxRobot robot) {
    Dragboard board = holding(DataFormat.PLAIN_TEXT, "a text");
    Node under = welcome(robot);

    assertThat(send(robot, DragEvent.DRAG_OVER, board, under).isAccepted()).isFalse();

    assertThat(studio.session().openDataSet()).isEmpty();
  }
}
