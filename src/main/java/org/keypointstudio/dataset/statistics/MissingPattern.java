package org.keypointstudio.dataset.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keypointstudio.model.Annotation;

/**
 * Faces that lack the same keypoints.
 *
 * @param missing indices of the keypoints without a place, in order; empty for complete faces
 * @param faces their positions in the data set, in order
 */
public record MissingPattern(List<Integer> missing, List<Integer> faces) {
  /** Copies the lists. */
  public MissingPattern {
    missing = List.copyOf(missing);
    faces = List.copyOf(faces);
  }

  /** The patterns of these annotations: the one with the most faces first. */
  public static List<MissingPattern> of(List<Annotation> annotations) {
    Map<BitSet, List<Integer>> faces = new LinkedHashMap<>();
    for (int face = 0; face < annotations.size(); face++) {
      faces.computeIfAbsent(missing(annotations.get(face)), _ -> new ArrayList<>()).add(face);
    }
    return faces.entrySet().stream()
        .map(
            entry -> new MissingPattern(entry.getKey().stream().boxed().toList(), entry.getValue()))
        .sorted(Comparator.comparingInt((MissingPattern it) -> it.faces().size()).reversed())
        .toList();
  }

  private static BitSet missing(Annotation annotation) {
    BitSet missing = new BitSet();
    for (int keypoint = 0; keypoint < annotation.size(); keypoint++) {
      missing.set(keypoint, !annotation.isPlaced(keypoint));
    }
    return missing;
  }
}
