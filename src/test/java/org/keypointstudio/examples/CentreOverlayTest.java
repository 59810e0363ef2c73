package org.keypointstudio.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.CanvasLook;
import org.keypointstudio.ui.canvas.KeypointsInHand;
import org.keypointstudio.ui.canvas.ViewTransform;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CentreOverlayTest {

  private static Color colourAt(Annotation points, int x, int y) {
    CanvasFrame frame =
        new CanvasFrame(
            new CanvasLook(new ViewTransform(1, 0, 0), 100, 100, 4, 1),
            KeypointSchema.kaggle15(),
            0,
            points,
            List.of(),
            KeypointsInHand.of(-1, -1),
            CanvasFrame.Part.ALL);
    WritableImage picture =
        WaitForAsyncUtils.waitForAsyncFx(
            10_000,
            () -> {
              Canvas canvas = new Canvas(100, 100);
              new CentreOverlay().paint(canvas.getGraphicsContext2D(), frame);
              SnapshotParameters look = new SnapshotParameters();
              look.setFill(Color.BLACK);
              return canvas.snapshot(look, null);
            });
    return picture.getPixelReader().getColor(x, y);
  }

  @Test
  void the_cross_stands_at_the_mean_of_the_placed_points() {
    Annotation points =
        Annotation.of(
            List.of(Keypoint.visible(20, 40), Keypoint.visible(60, 60), Keypoint.unlabelled()));

    assertThat(colourAt(points, 44, 50).getBrightness()).isGreaterThan(0.9);
    assertThat(colourAt(points, 20, 40).getBrightness()).isLessThan(0.1);
  }

  @Test
  void a_face_without_points_has_no_cross() {
    assertThat(colourAt(Annotation.unlabelled(3), 50, 50).getBrightness()).isLessThan(0.1);
  }
}
