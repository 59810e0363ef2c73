package org.keypointstudio.ui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.ui.canvas.CanvasTool;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class GuidedToolTest {
  private final StudioSession session = new StudioSession();
  private final GuidedPlacingViewModel guide =
      new GuidedPlacingViewModel(session, new Notifications());
  private final List<String> otherTool = new ArrayList<>();
  private final GuidedTool tool = new GuidedTool(guide, new Recorder());

  private final class Recorder implements CanvasTool {
    @Override
    public void onPressed(MouseEvent event, double imageX, double imageY) {
      otherTool.add("pressed");
    }

    @Override
    public void onDragged(MouseEvent event, double imageX, double imageY) {
      otherTool.add("dragged");
    }

    @Override
    public void onReleased(MouseEvent event, double imageX, double imageY) {
      otherTool.add("released");
    }

    @Override
    public void onMoved(double imageX, double imageY) {}

    @Override
    public void onExited() {}

    @Override
    public Cursor cursor() {
      return Cursor.HAND;
    }
  }

  @BeforeEach
  void open_an_unlabelled_face() {
    session.open(OpenDataSet.of(FakeDataSet.of(Annotation.unlabelled(15))));
  }

  private void click(MouseButton button, int count, boolean shift) {
    MouseEvent event =
        new MouseEvent(
            MouseEvent.MOUSE_PRESSED,
            0,
            0,
            0,
            0,
            button,
            count,
            shift,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null);
    tool.onPressed(event, 30, 40);
    tool.onReleased(event, 30, 40);
  }

  private Keypoint keypoint(int index) {
    return session.selectedAnnotation().orElseThrow().keypoint(index);
  }

  @Test
  void a_click_places_and_with_shift_as_occluded() {
    guide.activeProperty().set(true);

    click(MouseButton.PRIMARY, 1, false);
    click(MouseButton.PRIMARY, 1, true);

    assertThat(keypoint(0)).isEqualTo(Keypoint.visible(30, 40));
    assertThat(keypoint(1)).isEqualTo(new Keypoint(30, 40, Visibility.OCCLUDED));
    assertThat(otherTool).isEmpty();
    assertThat(tool.cursor()).isEqualTo(Cursor.CROSSHAIR);
  }

  @Test
  void the_second_press_of_a_double_click_places_nothing() {
    guide.activeProperty().set(true);

    click(MouseButton.PRIMARY, 1, false);
    click(MouseButton.PRIMARY, 2, false);

    assertThat(keypoint(1).isPlaced()).isFalse();
  }

  @Test
  void the_other_tool_works_for_the_other_buttons_and_while_nobody_is_guided() {
    click(MouseButton.PRIMARY, 1, false);
    assertThat(otherTool).containsExactly("pressed", "released");
    assertThat(tool.cursor()).isEqualTo(Cursor.HAND);

    guide.activeProperty().set(true);
    click(MouseButton.SECONDARY, 1, false);
    assertThat(otherTool).hasSize(4);
    assertThat(keypoint(0).isPlaced()).isFalse();
  }
}
