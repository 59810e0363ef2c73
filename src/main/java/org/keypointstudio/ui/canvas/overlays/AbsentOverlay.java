package org.keypointstudio.ui.canvas.overlays;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.Overlay;

/** Names the keypoints that are not in the image, in its corner, since they have no place in it. */
public final class AbsentOverlay implements Overlay {
  private static final double LEFT = 12;
  private static final double ABOVE_BOTTOM = 18;
  private static final int NAMED = 4;

  @Override
  public void paint(GraphicsContext graphics, CanvasFrame frame) {
    int[] absent = absent(frame);
    if (absent.length > 0 && frame.part() != CanvasFrame.Part.MOVING) {
      String names =
          IntStream.of(absent)
              .limit(NAMED)
              .mapToObj(frame.schema()::displayName)
              .collect(Collectors.joining(", "));
      String more = absent.length > NAMED ? " and %d more".formatted(absent.length - NAMED) : "";
      NameOverlay.paintName(
          graphics, "✕ absent: " + names + more, LEFT, frame.look().height() - ABOVE_BOTTOM);
    }
  }

  @Override
  public boolean goesWithFace(CanvasFrame frame) {
    return absent(frame).length == 0;
  }

  private static int[] absent(CanvasFrame frame) {
    return IntStream.range(0, frame.annotation().size())
        .filter(keypoint -> frame.annotation().visibility(keypoint) == Visibility.ABSENT)
        .toArray();
  }

  @Override
  public boolean paintsParts() {
    return true;
  }
}
