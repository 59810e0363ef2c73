package org.keypointstudio.ui.canvas.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class PointToolTest {
  private static final Keypoint POINT = Keypoint.visible(20, 30);

  private final StudioSession session = new StudioSession();
  private final KeypointEditingViewModel editing = new KeypointEditingViewModel(session, List::of);
  private final PointTool tool = new PointTool(editing, new CanvasViewModel(), _ -> {});

  @BeforeEach
  void open_a_face_with_one_point() {
    session.open(OpenDataSet.of(FakeDataSet.of(Annotation.unlabelled(15).with(0, POINT))));
  }

  private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y) {
    boolean held = type != MouseEvent.MOUSE_RELEASED;
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        held,
        false,
        false,
        true,
        false,
        false,
        null);
  }

  private Keypoint point() {
    return session.selectedAnnotation().orElseThrow().keypoint(0);
  }

  @Test
  void a_point_ends_where_the_mouse_was_released_though_movements_were_left_out() {
    tool.onPressed(mouse(MouseEvent.MOUSE_PRESSED, 200, 300), 20, 30);
    tool.onDragged(mouse(MouseEvent.MOUSE_DRAGGED, 240, 300), 24, 30);
    tool.onReleased(mouse(MouseEvent.MOUSE_RELEASED, 290, 320), 29, 32);

    assertThat(point().x()).isEqualTo(29);
    assertThat(point().y()).isEqualTo(32);
  }

  @Test
  void a_click_leaves_the_point_where_it_is() {
    tool.onPressed(mouse(MouseEvent.MOUSE_PRESSED, 200, 300), 20, 30);
    tool.onReleased(mouse(MouseEvent.MOUSE_RELEASED, 200, 300), 20, 30);

    assertThat(point()).isEqualTo(POINT);
  }
}
