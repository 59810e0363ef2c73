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
    images = new float[capacity * frame.pixelCount()];
    int values = capacity * 2 * schema.size();
    targets = new float[values];
    mask = new float[values];
    imagePixelsPerUnit = new float[values];
  }

  /** Begins a batch of so many faces; each place is then set once, in any order. */
  void begin(int faces) {
    size = faces;
  }

  /** Sets a face as it is. */
  void set(int place, EncodedFaces faces, int face) {
    frame.standardize(faces.pixels(face), 0, images, place * frame.pixelCount());
    for (int k = 0; k < flipPartners.length; k++) {
      put(place, faces, face, k, faces.coordinate(face, 2 * k), faces.coordinate(face, 2 * k + 1));
    }
  }

  /**
   * Sets a face mirrored: columns in reverse order, x becomes (width − 1) − x, and left and right
   * keypoints change places.
   */
  void setFlipped(int place, EncodedFaces faces, int face) {
    int offset = place * frame.pixelCount();
    int width = frame.width();
    frame.standardize(faces.pixels(face), 0, images, offset);
    for (int row = offset; row < offset + frame.pixelCount(); row += width) {
      for (int left = row, right = row + width - 1; left < right; left++, right--) {
        float swapped = images[left];
        images[left] = images[right];
        images[right] = swapped;
      }
    }
    for (int k = 0; k < flipPartners.length; k++) {
      int source = flipPartners[k];
      float x = width - 1 - faces.coordinate(face, 2 * source);
      put(place, faces, face, k, x, faces.coordinate(face, 2 * source + 1));
    }
  }

  /** Sets a face varied. */
  void set(int place, EncodedFaces faces, int face, Distortion distortion) {
    int offset = place * frame.pixelCount();
    Warp.apply(faces.pixels(face), frame, distortion.map(), distortion.warp(), images, offset);
    distortion.changeGreys(images, offset, frame);
    double[] moved = new double[2];
    for (int k = 0; k < flipPartners.length; k++) {
      int source = distortion.mirrored() ? flipPartners[k] : k;
      float x = faces.coordinate(face, 2 * source);
      float y = faces.coordinate(face, 2 * source + 1);
      distortion.warp().place(distortion.map(), x, y, moved);
      put(place, faces, face, k, (float) moved[0], (float) moved[1]);
    }
  }

  private void put(int place, EncodedFaces faces, int face, int keypoint, float x, float y) {
    int at = place * faces.coordinateCount() + 2 * keypoint;
    boolean labelled = !Float.isNaN(x) && !Float.isNaN(y);
    targets[at] = labelled ? scaling.encode(2 * keypoint, x) : 0;
    targets[at + 1] = labelled ? scaling.encode(2 * keypoint + 1, y) : 0;
    for (int axis = 0; axis < 2; axis++) {
      mask[at + axis] = labelled ? 1 : 0;
      imagePixelsPerUnit[at + axis] =
          (float) (scaling.scale() * faces.imagePixelsPerInputPixel(face, axis));
    }
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
