package org.keypointstudio.project.convert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.project.labels.MarkCounts;

/** What a conversion cannot carry. */
final class Losses {
  private Losses() {}

  /**
   * What of these faces a format with these features does not carry: one part of a sentence each,
   * with its number, as "12 occluded keypoints (they become visible)".
   *
   * @param labels what people said besides, one a face
   */
  static List<String> of(AnnotatedImages images, List<FaceLabels> labels, Set<Feature> carries) {
    List<String> losses = new ArrayList<>();
    count(images)
        .forEach(
            (feature, count) -> {
              if (count > 0 && !carries.contains(feature)) {
                losses.add(
                    "%,d %s%s".formatted(count, feature.displayName(), consequence(feature)));
              }
            });
    MarkCounts marks = MarkCounts.of(labels);
    MarkCounts besides =
        new MarkCounts(
            0,
            0,
            marks.origins(),
            marks.locked(),
            marks.notes(),
            marks.tagged(),
            marks.reviewed(),
            0);
    if (!besides.isEmpty()) {
      losses.add(besides.describe());
    }
    return losses;
  }

  private static String consequence(Feature feature) {
    return switch (feature) {
      case OCCLUDED -> " (they become visible)";
      case ABSENT -> " (they become unlabelled)";
      case FRACTIONS -> " (coordinates are rounded)";
      case BOXES -> " (faces are no longer cropped)";
      case SEVERAL_FACES -> " (only the first face of each is written)";
      case PARTLY_LABELLED, EMPTY_IMAGES -> " (they are left out)";
      case KEYPOINT_NAMES -> " (keypoints are numbered in their order)";
      case FLIP_PAIRS, SKELETON, IMAGE_SIZE, LABELS -> "";
    };
  }

  private static Map<Feature, Integer> count(AnnotatedImages images) {
    Map<Feature, Integer> counts = new EnumMap<>(Feature.class);
    for (AnnotatedFace face : images.faces()) {
      for (Keypoint keypoint : face.annotation().keypoints()) {
        count(counts, Feature.OCCLUDED, keypoint.visibility() == Visibility.OCCLUDED);
        count(counts, Feature.ABSENT, keypoint.visibility() == Visibility.ABSENT);
        count(counts, Feature.FRACTIONS, hasFraction(keypoint));
      }
      count(counts, Feature.BOXES, face.box().isPresent());
      count(counts, Feature.EMPTY_IMAGES, face.isEmptyImage());
      count(
          counts, Feature.PARTLY_LABELLED, !face.isEmptyImage() && !face.annotation().isComplete());
      count(counts, Feature.LABELS, !face.label().isEmpty());
    }
    for (List<AnnotatedFace> faces : images.byImage().values()) {
      count(counts, Feature.SEVERAL_FACES, faces.size() > 1);
    }
    counts.put(Feature.KEYPOINT_NAMES, images.schema().size());
    counts.put(Feature.SKELETON, images.schema().skeleton().size());
    counts.put(Feature.FLIP_PAIRS, images.schema().flipPairs().size());
    return counts;
  }

  private static boolean hasFraction(Keypoint keypoint) {
    return keypoint.isPlaced()
        && (keypoint.x() != Math.rint(keypoint.x()) || keypoint.y() != Math.rint(keypoint.y()));
  }

  private static void count(Map<Feature, Integer> counts, Feature feature, boolean isThere) {
    if (isThere) {
      counts.merge(feature, 1, Integer::sum);
    }
  }
}
