package org.keypointstudio.training.loop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.network.Architectures;
import org.keypointstudio.training.network.InputFrame;
import org.keypointstudio.training.network.TargetScaling;

/** Shows what training does to a face: the very batches that a network learns from. */
public final class AugmentationPreview {
  private static final InputFrame FRAME = Architectures.FRAME;

  private AugmentationPreview() {}

  /**
   * A face as a network sees it.
   *
   * @param image of the network's input size, its greys brought back from standardised values
   * @param annotation in pixels of that image
   */
  public record VariedFace(GrayImage image, Annotation annotation) {}

  /** The face without any variation, in the network's input size. */
  public static VariedFace original(KeypointSchema schema, GrayImage image, Annotation annotation) {
    return varied(schema, image, annotation, Augmentation.none(), 1, 0).getFirst();
  }

  /**
   * Copies of one face, each varied anew.
   *
   * @param annotation in pixels of the image
   * @param copies how many, at least 1
   * @param seed what the variations depend on
   */
  public static List<VariedFace> varied(
      KeypointSchema schema,
      GrayImage image,
      Annotation annotation,
      Augmentation augmentation,
      int copies,
      long seed) {
    TrainingFaces face =
        new TrainingFaces(
            schema, Collections.nCopies(copies, image), Collections.nCopies(copies, annotation));
    int[] rows = new int[copies];
    for (int i = 0; i < copies; i++) {
      rows[i] = i;
    }
    EncodedFaces encoded = new EncodedFaces(face, rows, FRAME);
    Batch batch = new Batch(copies, schema, FRAME, inPixels(schema));
    new BatchFeed(encoded, copies, augmentation, seed).fill(batch, 0);
    Greys greys = Greys.of(encoded.pixels(0));
    List<VariedFace> faces = new ArrayList<>(copies);
    for (int place = 0; place < copies; place++) {
      faces.add(new VariedFace(greys.image(batch, place), annotation(batch, place, schema.size())));
    }
    return faces;
  }

  /** Targets that are coordinates. */
  private static TargetScaling inPixels(KeypointSchema schema) {
    return new TargetScaling(Collections.nCopies(2 * schema.size(), 0.0), 1);
  }

  private static Annotation annotation(Batch batch, int place, int keypoints) {
    List<Keypoint> points = new ArrayList<>(keypoints);
    for (int k = 0; k < keypoints; k++) {
      int at = 2 * (place * keypoints + k);
      points.add(
          batch.mask()[at] > 0
              ? Keypoint.visible(batch.targets()[at], batch.targets()[at + 1])
              : Keypoint.unlabelled());
    }
    return Annotation.of(points);
  }

  /** Mean and standard deviation of the face's greys, by which standardised values are shown. */
  private record Greys(double mean, double deviation) {
    static Greys of(byte[] pixels) {
      double sum = 0;
      double squares = 0;
      for (byte pixel : pixels) {
        int grey = pixel & 0xff;
        sum += grey;
        squares += (double) grey * grey;
      }
      double mean = sum / pixels.length;
      double variance = squares / pixels.length - mean * mean;
      return new Greys(mean, Math.sqrt(Math.max(1, variance)));
    }

    GrayImage image(Batch batch, int place) {
      byte[] pixels = new byte[FRAME.pixelCount()];
      for (int i = 0; i < pixels.length; i++) {
        double value = batch.images()[place * pixels.length + i];
        pixels[i] = (byte) Math.clamp(Math.round(mean + deviation * value), 0, 255);
      }
      return new GrayImage(new ImageSize(FRAME.width(), FRAME.height()), pixels);
    }
  }
}
