package org.keypointstudio.ui.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.statistics.ImageSurvey;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.ImageSize;

/**
 * Where keypoints lie in their images, such that all images lie over each other: in pixels if all
 * have the same size, else in percent of each image's width and height.
 *
 * @param frame the size of all images; 100 × 100 for percent
 * @param percent whether the unit is percent
 * @param faces one annotation a face; nothing is labelled where the image's size is not known
 */
record PlacedKeypoints(ImageSize frame, boolean percent, List<Annotation> faces) {
  private static final ImageSize PERCENT = new ImageSize(100, 100);

  /** Lays the images of a data set over each other; empty if the size of none is known. */
  static Optional<PlacedKeypoints> of(List<FaceLabels> labels, ImageSurvey survey) {
    List<ImageSize> sizes =
        survey.sizes().stream().flatMap(Optional::stream).distinct().limit(2).toList();
    if (sizes.isEmpty() || survey.sizes().size() != labels.size()) {
      return Optional.empty();
    }
    if (sizes.size() == 1) {
      return Optional.of(
          new PlacedKeypoints(
              sizes.getFirst(), false, labels.stream().map(FaceLabels::annotation).toList()));
    }
    List<Annotation> scaled = new ArrayList<>(labels.size());
    for (int face = 0; face < labels.size(); face++) {
      Annotation annotation = labels.get(face).annotation();
      scaled.add(
          survey
              .sizes()
              .get(face)
              .map(size -> inPercent(annotation, size))
              .orElseGet(() -> Annotation.unlabelled(annotation.size())));
    }
    return Optional.of(new PlacedKeypoints(PERCENT, true, scaled));
  }

  /** Edges stay edges: half a pixel beyond the outermost pixel is half a percent beyond 0 or 99. */
  private static Annotation inPercent(Annotation annotation, ImageSize size) {
    double[] coordinates = new double[2 * annotation.size()];
    for (int index = 0; index < annotation.size(); index++) {
      coordinates[2 * index] = (annotation.x(index) + 0.5) * PERCENT.width() / size.width() - 0.5;
      coordinates[2 * index + 1] =
          (annotation.y(index) + 0.5) * PERCENT.height() / size.height() - 0.5;
    }
    return Annotation.ofCoordinates(coordinates);
  }

  /** How many faces have a keypoint, or any if it is less than 0, outside their image. */
  long facesOutside(int keypoint) {
    return faces.stream()
        .filter(
            face ->
                IntStream.range(Math.max(0, keypoint), keypoint < 0 ? face.size() : keypoint + 1)
                    .anyMatch(index -> isOutside(face, index)))
        .count();
  }

  private boolean isOutside(Annotation face, int index) {
    return face.isPlaced(index)
        && (face.x(index) < -0.5
            || face.y(index) < -0.5
            || face.x(index) > frame.width() - 0.5
            || face.y(index) > frame.height() - 0.5);
  }
}
