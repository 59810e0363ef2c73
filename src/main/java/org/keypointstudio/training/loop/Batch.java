package org.keypointstudio.training.loop;

import java.util.Arrays;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.training.network.InputFrame;
import org.keypointstudio.training.network.TargetScaling;

/**
 * Arrays that hold one batch after the other: standardised images, targets in the network's units,
 * and a mask that is 1 where a coordinate is labelled. Where it is 0 the target is 0 and means
 * nothing.
 */
final class Batch {
  private final TargetScaling scaling;
  private final int[] flipPartners;
  private final InputFrame frame;
  private final byte[] mirrored;
  private final float[] images;
  private final float[] targets;
  private final float[] mask;
  private final float[] imagePixelsPerUnit;
  private int size;

  Batch(int capacity, KeypointSchema schema, InputFrame frame, TargetScaling scaling) {
    this.scaling = scaling;
    this.frame = frame;
    flipPartners = new int[schema.size()];
    Arrays.setAll(flipPartners, schema::flipPartner);
    mirrored = new byte[frame.pixelCount()];
    images = new float[capacity * frame.pixelCount()];
    int values = capacity * 2 * schema.size();
    targets = new float[values];
    mask = new float[values];
    imagePixelsPerUnit = new float[values];
  }

  /** Begins a new batch. */
  void clear() {
    size = 0;
  }

  /** Adds a face as it is. */
  void add(EncodedFaces faces, int face) {
    frame.standardize(faces.pixels(face), 0, images, size * frame.pixelCount());
    for (int k = 0; k < flipPartners.length; k++) {
      put(faces, face, 2 * k, faces.coordinate(face, 2 * k));
      put(faces, face, 2 * k + 1, faces.coordinate(face, 2 * k + 1));
    }
    size++;
  }

  /**
   * Adds a face mirrored: columns in reverse order, x becomes (width − 1) − x, and left and right
   * keypoints change places.
   */
  void addFlipped(EncodedFaces faces, int face) {
    byte[] pixels = faces.pixels(face);
    int width = frame.width();
    for (int row = 0; row < pixels.length; row += width) {
      for (int x = 0; x < width; x++) {
        mirrored[row + x] = pixels[row + width - 1 - x];
      }
    }
    frame.standardize(mirrored, 0, images, size * frame.pixelCount());
    for (int k = 0; k < flipPartners.length; k++) {
      int partner = flipPartners[k];
      put(faces, face, 2 * k, width - 1 - faces.coordinate(face, 2 * partner));
      put(faces, face, 2 * k + 1, faces.coordinate(face, 2 * partner + 1));
    }
    size++;
  }

  private void put(EncodedFaces faces, int face, int coordinate, float value) {
    int at = size * faces.coordinateCount() + coordinate;
    boolean labelled = !Float.isNaN(value);
    targets[at] = labelled ? scaling.encode(coordinate, value) : 0;
    mask[at] = labelled ? 1 : 0;
    imagePixelsPerUnit[at] =
        (float) (scaling.scale() * faces.imagePixelsPerInputPixel(face, coordinate));
  }

  /** The number of faces in it. */
  int size() {
    return size;
  }

  /** The number of coordinates in it, labelled or not. */
  int valueCount() {
    return size * 2 * flipPartners.length;
  }

  /** Standardised pixels, image after image. */
  float[] images() {
    return images;
  }

  /** Targets in the network's units. */
  float[] targets() {
    return targets;
  }

  /** 1 where a coordinate is labelled, else 0. */
  float[] mask() {
    return mask;
  }

  /** Adds the errors of the labelled coordinates to a sum, in pixels of the faces' own images. */
  void addErrorsTo(SquaredErrors errors, float[] outputs) {
    for (int i = 0; i < valueCount(); i++) {
      if (mask[i] > 0) {
        errors.add((outputs[i] - targets[i]) * (double) imagePixelsPerUnit[i]);
      }
    }
  }
}
