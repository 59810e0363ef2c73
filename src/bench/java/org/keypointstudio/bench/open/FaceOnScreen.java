package org.keypointstudio.bench.open;

import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.PixelReader;
import javafx.scene.robot.Robot;

/** Looks at the screen's own pixels for a face. To be used on the window's thread. */
public final class FaceOnScreen {
  /** More greys than an empty picture and its frame have. */
  private static final int GREYS_OF_A_FACE = 12;

  private final Robot robot = new Robot();

  /** Whether the first picture of a face in a window is on the screen. */
  public boolean isSeen(Parent window) {
    Node picture = window.lookup(".face-picture");
    if (picture == null) {
      return false;
    }
    Bounds place = picture.localToScreen(picture.getBoundsInLocal());
    if (place == null || place.getWidth() < 1 || place.getHeight() < 1) {
      return false;
    }
    PixelReader pixels =
        robot
            .getScreenCapture(
                null, place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight())
            .getPixelReader();
    int middle = (int) place.getHeight() / 2;
    return IntStream.range(0, (int) place.getWidth())
            .map(x -> pixels.getArgb(x, middle))
            .distinct()
            .count()
        >= GREYS_OF_A_FACE;
  }
}
