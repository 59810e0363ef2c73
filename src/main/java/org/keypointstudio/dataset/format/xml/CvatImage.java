package org.keypointstudio.dataset.format.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.NamedFaces;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;

/**
 * An image of CVAT with all that was drawn on it.
 *
 * @param name of the image
 * @param size of the image
 * @param shapes in the file's order
 */
record CvatImage(String name, Optional<ImageSize> size, List<CvatShape> shapes) {

  /**
   * Adds the faces of this image: skeletons if there are any; else shapes of several points; else
   * single points, whose labels are the names of the keypoints, each group a face; else boxes; else
   * nothing but the image.
   */
  void addTo(NamedFaces faces) {
    List<CvatShape.Box> boxes = boxes();
    List<CvatShape.Skeleton> skeletons =
        shapes.stream()
            .filter(CvatShape.Skeleton.class::isInstance)
            .map(CvatShape.Skeleton.class::cast)
            .toList();
    if (skeletons.isEmpty()) {
      skeletons = fromPoints();
    }
    for (CvatShape.Skeleton face : skeletons) {
      Optional<FaceBox> box = CvatShape.boxOf(face, boxes, skeletons.size() == 1);
      faces.add(face(box, face.label(), face.keypoints()), face.names());
    }
    if (skeletons.isEmpty()) {
      boxes.forEach(box -> faces.add(face(Optional.of(box.box()), box.label()), List.of()));
      if (boxes.isEmpty()) {
        faces.add(face(Optional.empty(), ""), List.of());
      }
    }
  }

  private List<CvatShape.Box> boxes() {
    return shapes.stream()
        .filter(CvatShape.Box.class::isInstance)
        .map(CvatShape.Box.class::cast)
        .toList();
  }

  private AnnotatedFace face(Optional<FaceBox> box, String label) {
    return face(box, label, List.of());
  }

  private AnnotatedFace face(Optional<FaceBox> box, String label, List<Keypoint> keypoints) {
    return new AnnotatedFace(name, size, box, Annotation.of(keypoints), label);
  }

  private List<CvatShape.Skeleton> fromPoints() {
    List<CvatShape.Points> points =
        shapes.stream()
            .filter(CvatShape.Points.class::isInstance)
            .map(CvatShape.Points.class::cast)
            .toList();
    List<CvatShape.Skeleton> whole =
        points.stream()
            .filter(shape -> !shape.isSingle())
            .map(
                shape ->
                    new CvatShape.Skeleton(
                        shape.label(),
                        shape.group(),
                        IntStream.range(0, shape.keypoints().size())
                            .mapToObj(i -> "point_" + i)
                            .toList(),
                        shape.keypoints()))
            .toList();
    return whole.isEmpty() ? fromSinglePoints(points) : whole;
  }

  /** A second point of the same name begins another face. */
  private static List<CvatShape.Skeleton> fromSinglePoints(List<CvatShape.Points> points) {
    Map<String, List<Map<String, Keypoint>>> groups = new LinkedHashMap<>();
    for (CvatShape.Points point : points) {
      List<Map<String, Keypoint>> faces =
          groups.computeIfAbsent(point.group(), _ -> new ArrayList<>());
      Optional<Map<String, Keypoint>> free =
          faces.stream().filter(face -> !face.containsKey(point.label())).findFirst();
      Map<String, Keypoint> face =
          free.orElseGet(
              () -> {
                faces.add(new LinkedHashMap<>());
                return faces.getLast();
              });
      face.put(point.label(), point.keypoints().getFirst());
    }
    List<CvatShape.Skeleton> faces = new ArrayList<>();
    groups.forEach(
        (group, members) ->
            members.forEach(
                face ->
                    faces.add(
                        new CvatShape.Skeleton(
                            "", group, List.copyOf(face.keySet()), List.copyOf(face.values())))));
    return faces;
  }
}
