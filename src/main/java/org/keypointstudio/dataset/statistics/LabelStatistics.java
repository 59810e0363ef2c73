package org.keypointstudio.dataset.statistics;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;

/**
 * What the labels of a data set add up to.
 *
 * @param faces number of faces
 * @param completeFaces faces of which every keypoint is placed
 * @param keypoints one entry per keypoint, in the schema's order
 */
public record LabelStatistics(int faces, int completeFaces, List<KeypointCount> keypoints) {

  /**
   * How often one keypoint is labelled.
   *
   * @param name of the keypoint
   * @param labelled faces in which it has a place
   * @param missing the other faces
   */
  public record KeypointCount(String name, int labelled, int missing) {}

  /** Copies the list. */
  public LabelStatistics {
    keypoints = List.copyOf(keypoints);
  }

  /** Counts the labels of these annotations. */
  public static LabelStatistics of(KeypointSchema schema, List<Annotation> annotations) {
    int[] labelled = new int[schema.size()];
    int complete = 0;
    for (Annotation annotation : annotations) {
      for (int keypoint = 0; keypoint < labelled.length; keypoint++) {
        labelled[keypoint] += annotation.isPlaced(keypoint) ? 1 : 0;
      }
      complete += annotation.isComplete() ? 1 : 0;
    }
    List<KeypointCount> counts = new ArrayList<>(labelled.length);
    for (int keypoint = 0; keypoint < labelled.length; keypoint++) {
      counts.add(
          new KeypointCount(
              schema.keypointNames().get(keypoint),
              labelled[keypoint],
              annotations.size() - labelled[keypoint]));
    }
    return new LabelStatistics(annotations.size(), complete, counts);
  }

  /** The share of all keypoints of all faces that have a place, 0 to 1; 0 for no faces. */
  public double labelledShare() {
    long labelled = keypoints.stream().mapToLong(KeypointCount::labelled).sum();
    long all = (long) faces * keypoints.size();
    return all == 0 ? 0 : (double) labelled / all;
  }
}
