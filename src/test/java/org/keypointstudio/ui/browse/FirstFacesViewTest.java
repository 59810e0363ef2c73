package org.keypointstudio.ui.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.thread.UiThread;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FirstFacesViewTest {
  private static final int FACES = 30;

  private final ObjectProperty<Optional<FaceDataSet>> faces =
      new SimpleObjectProperty<>(Optional.empty());
  private FirstFacesView view;

  @Start
  void show_the_view(Stage stage) {
    view = new FirstFacesView(faces, new FaceImages(Runnable::run, UiThread.direct()));
    view.setPrefSize(976, 480);
    // Of a size of its own, whatever size the stage has from other tests.
    stage.setScene(new Scene(new Pane(view)));
    stage.show();
  }

  private void read(int count, FxRobot robot) {
    FakeDataSet first =
        new FakeDataSet(Path.of("long.csv"), Collections.nCopies(count, Annotation.unlabelled(15)));
    robot.interact(() -> faces.set(Optional.of(first)));
  }

  @Test
  void as_many_faces_are_painted_as_there_is_room_for(FxRobot robot) {
    read(FACES, robot);

    assertThat(robot.lookup(".face-picture").queryAllAs(Canvas.class))
        .hasSize(12) // four beside each other, three rows, of which the last is cut off
        .allSatisfy(picture -> assertThat(middle(picture, robot)).isEqualTo(Color.BLACK));
    assertThat(robot.lookup("The first faces of long.csv; the others are on their way").tryQuery())
        .isPresent();
  }

  private static Color middle(Canvas picture, FxRobot robot) {
    Color[] color = new Color[1];
    robot.interact(() -> color[0] = picture.snapshot(null, null).getPixelReader().getColor(56, 56));
    return color[0];
  }

  @Test
  void a_larger_window_shows_more_of_them(FxRobot robot) {
    read(FACES, robot);

    robot.interact(() -> view.setPrefWidth(1336));

    assertThat(robot.lookup(".face-picture").queryAll()).hasSize(21);
  }

  @Test
  void fewer_faces_than_there_is_room_for_are_all_shown(FxRobot robot) {
    read(2, robot);

    assertThat(robot.lookup(".face-picture").queryAll()).hasSize(2);
  }

  @Test
  void nothing_is_shown_once_they_are_gone(FxRobot robot) {
    read(2, robot);

    robot.interact(() -> faces.set(Optional.empty()));

    assertThat(robot.lookup(".face-picture").queryAll()).isEmpty();
  }
}
