package org.keypointstudio.ui.browse;

import java.util.Optional;
import javafx.scene.canvas.Canvas;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.canvas.FaceSketch;
import org.keypointstudio.ui.canvas.SmallFaces.SmallFace;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/** A face, with its keypoints or without, painted once its image is there. */
final class FacePicture extends Canvas {
  private final StudioSession session;
  private final FaceImages images;
  private final FaceSketch sketch;
  private final boolean marked;

  /** Looked at by the threads that read images, too. */
  private volatile int face = StudioSession.NONE;

  private FacePicture(
      StudioSession session, FaceImages images, double side, double markRadius, boolean marked) {
    super(side, side);
    this.marked = marked;
    this.session = session;
    this.images = images;
    this.sketch = new FaceSketch(markRadius);
  }

  /**
   * No face yet; faces will have their keypoints.
   *
   * @param side in pixels of the screen
   * @param markRadius of a keypoint, in pixels of the screen
   */
  static FacePicture marked(
      StudioSession session, FaceImages images, double side, double markRadius) {
    return new FacePicture(session, images, side, markRadius, true);
  }

  /**
   * No face yet; faces will be too small for keypoints.
   *
   * @param side in pixels of the screen
   */
  static FacePicture plain(StudioSession session, FaceImages images, double side) {
    return new FacePicture(session, images, side, 1, false);
  }

  /** Shows a face of the open data set as it is now, or nothing. */
  void show(int wanted) {
    face = wanted;
    session
        .openDataSet()
        .filter(open -> wanted >= 0 && wanted < open.document().size())
        .ifPresentOrElse(open -> paint(open, wanted), this::clear);
  }

  private void paint(OpenDataSet open, int wanted) {
    Optional<SmallFace> image = images.small().cached(open.dataSet(), wanted);
    if (image.isPresent()) {
      sketch.paint(
          this,
          image.get(),
          marked ? open.document().annotation(wanted) : Annotation.unlabelled(0));
      return;
    }
    clear();
    images
        .small()
        .request(
            open.dataSet(),
            wanted,
            () -> face == wanted,
            _ -> {
              if (face == wanted) {
                show(wanted);
              }
            });
  }

  private void clear() {
    getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
  }
}
