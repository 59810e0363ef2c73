package org.keypointstudio.model.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;

/**
 * How the keypoints of one schema are made of those of another: each is one of them, or the mean of
 * several, or unlabelled.
 *
 * @param name what people call it
 * @param source the schema of what is mapped
 * @param target the schema of what it becomes
 * @param sources for each keypoint of the target the indices of its source keypoints; an empty list
 *     leaves it unlabelled
 */
public record SchemaMapping(
    String name, KeypointSchema source, KeypointSchema target, List<List<Integer>> sources) {

  /**
   * @throws IllegalArgumentException if there is not one list a target keypoint, or an index is
   *     none of the source's
   */
  public SchemaMapping {
    sources = sources.stream().map(List::copyOf).toList();
    if (sources.size() != target.size()) {
      throw new IllegalArgumentException(
          "%d lists of sources for %d keypoints".formatted(sources.size(), target.size()));
    }
    for (List<Integer> indices : sources) {
      for (int index : indices) {
        if (index < 0 || index >= source.size()) {
          throw new IllegalArgumentException(
              "%s has no keypoint %d".formatted(source.name(), index));
        }
      }
    }
  }

  /**
   * The keypoints of the target. A mean of which any source is unlabelled would be somewhere else,
   * so it is unlabelled; one of which any source is absent is absent, and else one of which any is
   * occluded is occluded.
   *
   * @param annotation of the source schema
   * @throws IllegalArgumentException if it has another number of keypoints
   */
  public Annotation apply(Annotation annotation) {
    if (annotation.size() != source.size()) {
      throw new IllegalArgumentException(
          "%d keypoints instead of the %d of %s"
              .formatted(annotation.size(), source.size(), source.name()));
    }
    List<Keypoint> keypoints = new ArrayList<>(target.size());
    for (List<Integer> indices : sources) {
      keypoints.add(mean(annotation, indices));
    }
    return Annotation.of(keypoints);
  }

  private static Keypoint mean(Annotation annotation, List<Integer> indices) {
    if (indices.isEmpty() || any(indices, i -> is(annotation, i, Visibility.UNLABELLED))) {
      return Keypoint.unlabelled();
    }
    if (any(indices, i -> is(annotation, i, Visibility.ABSENT))) {
      return Keypoint.absent();
    }
    if (indices.size() == 1) {
      return annotation.keypoint(indices.getFirst());
    }
    double x = indices.stream().mapToDouble(annotation::x).sum() / indices.size();
    double y = indices.stream().mapToDouble(annotation::y).sum() / indices.size();
    boolean occluded = any(indices, i -> is(annotation, i, Visibility.OCCLUDED));
    return new Keypoint(x, y, occluded ? Visibility.OCCLUDED : Visibility.VISIBLE);
  }

  private static boolean any(List<Integer> indices, IntPredicate predicate) {
    return indices.stream().anyMatch(predicate::test);
  }

  private static boolean is(Annotation annotation, int index, Visibility visibility) {
    return annotation.visibility(index) == visibility;
  }

  /** The keypoints of the source that no keypoint of the target is made of, in order. */
  public List<String> unused() {
    List<String> unused = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      int index = i;
      if (sources.stream().noneMatch(indices -> indices.contains(index))) {
        unused.add(source.keypointNames().get(i));
      }
    }
    return unused;
  }
}
