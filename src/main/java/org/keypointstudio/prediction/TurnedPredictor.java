package org.keypointstudio.prediction;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

/**
 * Shows a model each face turned and scaled about the image's middle, and brings its answers back
 * onto the face as it is. Where they differ from the answers for the face itself, the model is not
 * sure.
 */
public final class TurnedPredictor implements KeypointPredictor {
  private static final int FACES_AT_ONCE = 512;

  private final KeypointPredictor model;
  private final double cosine;
  private final double sine;
  private final double scale;

  /**
   * Turns what a model sees, which it closes with itself.
   *
   * @param degrees clockwise, as the picture is seen
   * @param scale of the face in the turned image; more than 1 enlarges it
   * @throws IllegalArgumentException if the scale is not more than 0
   */
  public TurnedPredictor(KeypointPredictor model, double degrees, double scale) {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("A face cannot be scaled by " + scale);
    }
    this.model = model;
    this.cosine = Math.cos(Math.toRadians(degrees));
    this.sine = Math.sin(Math.toRadians(degrees));
    this.scale = scale;
  }

  @Override
  public KeypointSchema schema() {
    return model.schema();
  }

  @Override
  public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
    List<Annotation> back = new ArrayList<>(images.size());
    TaskContext silent = new TaskContext(context.cancelToken(), _ -> {});
    for (int start = 0; start < images.size(); start += FACES_AT_ONCE) {
      List<GrayImage> some = images.subList(start, Math.min(images.size(), start + FACES_AT_ONCE));
      List<Annotation> turned =
          model.predict(some.parallelStream().map(this::turned).toList(), silent);
      for (int i = 0; i < some.size(); i++) {
        back.add(backOnto(some.get(i), turned.get(i)));
      }
      context.report(back.size(), images.size(), "Predicting keypoints");
    }
    return List.copyOf(back);
  }

  /** Bilinear between pixel centres; outside the image its border goes on. */
  private GrayImage turned(GrayImage image) {
    byte[] pixels = new byte[image.size().pixelCount()];
    double middleX = (image.width() - 1) / 2.0;
    double middleY = (image.height() - 1) / 2.0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        double dx = (x - middleX) / scale;
        double dy = (y - middleY) / scale;
        pixels[y * image.width() + x] =
            (byte)
                Math.round(
                    grey(
                        image,
                        middleX + cosine * dx + sine * dy,
                        middleY - sine * dx + cosine * dy));
      }
    }
    return new GrayImage(image.size(), pixels);
  }

  private static double grey(GrayImage image, double x, double y) {
    double column = Math.clamp(x, 0, image.width() - 1);
    double row = Math.clamp(y, 0, image.height() - 1);
    int left = (int) column;
    int top = (int) row;
    int right = Math.min(left + 1, image.width() - 1);
    int bottom = Math.min(top + 1, image.height() - 1);
    double across = column - left;
    double down = row - top;
    return (1 - down) * ((1 - across) * image.at(left, top) + across * image.at(right, top))
        + down * ((1 - across) * image.at(left, bottom) + across * image.at(right, bottom));
  }

  private Annotation backOnto(GrayImage image, Annotation turned) {
    double middleX = (image.width() - 1) / 2.0;
    double middleY = (image.height() - 1) / 2.0;
    List<Keypoint> keypoints = new ArrayList<>(turned.size());
    for (Keypoint keypoint : turned.keypoints()) {
      double dx = (keypoint.x() - middleX) / scale;
      double dy = (keypoint.y() - middleY) / scale;
      keypoints.add(
          keypoint.isPlaced()
              ? new Keypoint(
                  middleX + cosine * dx + sine * dy,
                  middleY - sine * dx + cosine * dy,
                  keypoint.visibility())
              : keypoint);
    }
    return Annotation.of(keypoints);
  }

  @Override
  public void close() {
    model.close();
  }
}
