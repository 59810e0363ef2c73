package org.keypointstudio.project.convert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.project.labels.ArrangedDataSet;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.project.labels.MarkCounts;
import org.keypointstudio.task.TaskContext;

/**
 * Keeps what a format cannot carry beside the file that a conversion wrote, where this program
 * finds it when it opens the file: states of keypoints, tags, notes, locks and origins.
 */
final class MarksBeside {
  private final LabelStore store;

  MarksBeside(LabelStore store) {
    this.store = store;
  }

  /**
   * Writes what the format does not carry.
   *
   * @param path the file or folder that was written
   * @param written its faces
   * @param carries what its format can say
   * @return sentences for the person; none if nothing is lost
   */
  List<String> keep(Path path, WrittenFaces written, Set<Feature> carries, TaskContext context) {
    if (!isNeeded(MarkCounts.of(written.labels()), carries)) {
      return List.of();
    }
    try {
      LabelledDataSet opened = store.open(path, context);
      return store.save(opened, merged(opened, written), path, 0, context).messages();
    } catch (DataSetException problem) {
      return List.of(
          "What %s cannot carry could not be kept beside it: %s"
              .formatted(path.getFileName(), problem.getMessage()));
    }
  }

  private static boolean isNeeded(MarkCounts marks, Set<Feature> carries) {
    return !new MarkCounts(
            carries.contains(Feature.OCCLUDED) ? 0 : marks.occluded(),
            carries.contains(Feature.ABSENT) ? 0 : marks.absent(),
            marks.origins(),
            marks.locked(),
            marks.notes(),
            marks.tagged(),
            marks.reviewed(),
            0)
        .isEmpty();
  }

  private static List<FaceLabels> merged(LabelledDataSet opened, WrittenFaces written) {
    List<Integer> indices = written.indicesOf(opened.dataSet().schema());
    List<Optional<FaceLabels>> found = written.in(ArrangedDataSet.stored(opened.dataSet()));
    List<FaceLabels> merged = new ArrayList<>();
    for (int face = 0; face < opened.labels().size(); face++) {
      Annotation read = opened.labels().get(face).annotation();
      merged.add(
          found
              .get(face)
              .map(source -> merged(read, source, indices))
              .orElseGet(() -> FaceLabels.of(read)));
    }
    return merged;
  }

  private static FaceLabels merged(Annotation read, FaceLabels source, List<Integer> indices) {
    List<Keypoint> keypoints = new ArrayList<>();
    List<Origin> origins = new ArrayList<>();
    Set<Integer> locked = new HashSet<>();
    for (int i = 0; i < read.size(); i++) {
      int from = indices.get(i);
      keypoints.add(
          from < 0
              ? read.keypoint(i)
              : merged(read.keypoint(i), source.annotation().visibility(from)));
      origins.add(from < 0 ? Origin.FILE : source.origin(from));
      if (from >= 0 && source.isLocked(from)) {
        locked.add(i);
      }
    }
    return new FaceLabels(Annotation.of(keypoints), origins, locked, source.notes());
  }

  /** The place is what the file says; it may be rounded, or that of another crop. */
  private static Keypoint merged(Keypoint read, Visibility state) {
    return switch (state) {
      case OCCLUDED ->
          read.isPlaced() ? new Keypoint(read.x(), read.y(), Visibility.OCCLUDED) : read;
      case ABSENT -> read.isPlaced() ? read : Keypoint.absent();
      case VISIBLE, UNLABELLED -> read;
    };
  }
}
