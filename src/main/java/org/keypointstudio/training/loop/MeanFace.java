package org.keypointstudio.training.loop;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.training.network.InputFrame;
import org.keypointstudio.training.network.TargetScaling;

/** The mean face of the training faces. */
final class MeanFace {
  private MeanFace() {}

  /**
   * The scaling that centres the targets on the mean face. A keypoint that nobody labelled has its
   * mean in the middle of the image. One unit is half the input's width.
   */
  static TargetScaling scalingOf(EncodedFaces faces) {
    InputFrame frame = faces.frame();
    List<Double> means = new ArrayList<>();
    for (int c = 0; c < faces.coordinateCount(); c++) {
      double sum = 0;
      int count = 0;
      for (int face = 0; face < faces.size(); face++) {
        float value = faces.coordinate(face, c);
        if (!Float.isNaN(value)) {
          sum += value;
          count++;
        }
      }
      double middle = ((c % 2 == 0 ? frame.width() : frame.height()) - 1) / 2.0;
      means.add(count == 0 ? middle : sum / count);
    }
    return new TargetScaling(means, frame.width() / 2.0);
  }
}
