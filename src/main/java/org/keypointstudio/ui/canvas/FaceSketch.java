package org.keypointstudio.ui.canvas;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import org.keypointstudio.model.Annotation;

/** Paints a whole face with its labelled keypoints, as large as a canvas is. */
public final class FaceSketch {
  private final double markRadius;

  /**
   * A painter.
   *
   * @param markRadius of a keypoint, in canvas pixels
   */
  public FaceSketch(double markRadius) {
    this.markRadius = markRadius;
  }

  /**
   * Paints a face over what was there.
   *
   * @param annotation in pixels of the picture
   */
  public void paint(Canvas canvas, Image picture, Annotation annotation) {
    paint(canvas, new SmallFaces.SmallFace(picture, 1), annotation);
  }

  /**
   * Paints a small picture of a face over what was there.
   *
   * @param annotation in pixels of the image of which the picture was made
   */
  public void paint(Canvas canvas, SmallFaces.SmallFace small, Annotation annotation) {
    Image picture = small.picture();
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    ViewTransform transform =
        filling(canvas, small.step() * picture.getWidth(), small.step() * picture.getHeight());
    graphics.setImageSmoothing(true);
    graphics.drawImage(
        picture,
        transform.left(),
        transform.top(),
        transform.scale() * small.step() * picture.getWidth(),
        transform.scale() * small.step() * picture.getHeight());
    Marks marks = new Marks(graphics, markRadius);
    for (int keypoint = 0; keypoint < annotation.size(); keypoint++) {
      if (annotation.isPlaced(keypoint)) {
        marks.groundTruth(
            transform.toCanvasX(annotation.x(keypoint)),
            transform.toCanvasY(annotation.y(keypoint)),
            annotation.visibility(keypoint));
      }
    }
  }

  /** Where the pixels of a picture lie that fills a canvas. */
  public static ViewTransform filling(Canvas canvas, Image picture) {
    return filling(canvas, picture.getWidth(), picture.getHeight());
  }

  private static ViewTransform filling(Canvas canvas, double width, double height) {
    double scale = Math.min(canvas.getWidth() / width, canvas.getHeight() / height);
    return new ViewTransform(
        scale, (canvas.getWidth() - scale * width) / 2, (canvas.getHeight() - scale * height) / 2);
  }
}
