package org.keypointstudio.dataset.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keypointstudio.model.KeypointSchema;

/**
 * What an annotation file holds, whatever its format: an immutable value.
 *
 * @param schema which keypoints the faces have
 * @param faces in the file's order; the faces of one image need not be neighbours
 * @param remarks sentences for the person: what in the file was not understood and left aside
 */
public record AnnotatedImages(
    KeypointSchema schema, List<AnnotatedFace> faces, List<String> remarks) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a face has another number of keypoints than the schema
   */
  public AnnotatedImages {
    faces = List.copyOf(faces);
    remarks = List.copyOf(remarks);
    for (AnnotatedFace face : faces) {
      if (face.annotation().size() != schema.size()) {
        throw new IllegalArgumentException(
            "%s: %d keypoints instead of the %d of %s"
                .formatted(
                    face.imageName(), face.annotation().size(), schema.size(), schema.name()));
      }
    }
  }

  /** Faces of a file in which everything was understood. */
  public AnnotatedImages(KeypointSchema schema, List<AnnotatedFace> faces) {
    this(schema, faces, List.of());
  }

  /** The faces of each image, in the order in which the images come first. */
  public Map<String, List<AnnotatedFace>> byImage() {
    Map<String, List<AnnotatedFace>> images = new LinkedHashMap<>();
    for (AnnotatedFace face : faces) {
      images.computeIfAbsent(face.imageName(), _ -> new ArrayList<>()).add(face);
    }
    return images;
  }

  /** These images with other faces of the same schema. */
  public AnnotatedImages withFaces(List<AnnotatedFace> newFaces) {
    return new AnnotatedImages(schema, newFaces, remarks);
  }
}
