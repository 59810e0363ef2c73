package org.keypointstudio.project.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.image.ImageFiles;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.KeypointSchema;

/**
 * The faces that a conversion wrote, to be found again in the file.
 *
 * @param schema of the labels
 * @param labels of the faces, in the order in which they were written
 * @param imageNames one a face, as the file gives them; none if the file holds its images and keeps
 *     the order of the faces
 */
record WrittenFaces(KeypointSchema schema, List<FaceLabels> labels, List<String> imageNames) {

  /** Copies the lists. */
  WrittenFaces {
    labels = List.copyOf(labels);
    imageNames = List.copyOf(imageNames);
  }

  /**
   * The labels that were written of each face of a file: of faces of the same image the first is
   * the first, whatever became of the order of images.
   *
   * @param read the file, opened
   */
  List<Optional<FaceLabels>> in(FaceDataSet read) {
    Map<String, List<FaceLabels>> byImage = new HashMap<>();
    for (int i = 0; i < imageNames.size(); i++) {
      byImage.computeIfAbsent(imageNames.get(i), _ -> new ArrayList<>()).add(labels.get(i));
    }
    Map<String, Integer> taken = new HashMap<>();
    List<Optional<FaceLabels>> found = new ArrayList<>();
    for (int face = 0; face < read.size(); face++) {
      if (imageNames.isEmpty() || !(read instanceof ImageFiles files)) {
        found.add(at(labels, face));
      } else {
        String name = files.imageName(face);
        int number = taken.merge(name, 1, Integer::sum) - 1;
        found.add(at(byImage.getOrDefault(name, List.of()), number));
      }
    }
    return found;
  }

  private static Optional<FaceLabels> at(List<FaceLabels> faces, int index) {
    return index < faces.size() ? Optional.of(faces.get(index)) : Optional.empty();
  }

  /** For each keypoint of another schema its index in this one; below 0 if there is none. */
  List<Integer> indicesOf(KeypointSchema other) {
    boolean named = other.keypointNames().stream().anyMatch(schema.keypointNames()::contains);
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < other.size(); i++) {
      indices.add(
          named || other.size() != schema.size()
              ? schema.indexOf(other.keypointNames().get(i))
              : i); // a format without names keeps the order
    }
    return indices;
  }
}
