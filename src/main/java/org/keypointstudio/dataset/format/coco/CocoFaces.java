package org.keypointstudio.dataset.format.coco;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.KeypointOrder;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;

/**
 * The faces of a COCO file, and where in it each of them is.
 *
 * @param category whose keypoints the faces have; others with the same keypoints are faces, too
 * @param order of its keypoints
 * @param images what the file says
 * @param places one a face
 */
record CocoFaces(
    CocoContent.Category category,
    KeypointOrder order,
    AnnotatedImages images,
    List<Place> places) {

  /**
   * Where a face is in the file.
   *
   * @param image its position among the images
   * @param annotation its position among the annotations; −1 for an image without any
   */
  record Place(int image, int annotation) {}

  /** The faces of a file's content. */
  static CocoFaces of(String fileName, CocoContent content) throws DataSetException {
    CocoContent.Category category = mostUsed(fileName, content);
    KeypointOrder order = KeypointOrder.of(fileName, category.keypoints(), category.skeleton());
    Map<Long, String> labels = new HashMap<>();
    labels.put(category.id(), category.name());
    for (CocoContent.Category other : content.categories()) {
      if (other.keypoints().equals(category.keypoints())) {
        labels.put(other.id(), other.name());
      }
    }
    return collect(fileName, content, category, order, labels);
  }

  private static CocoFaces collect(
      String fileName,
      CocoContent content,
      CocoContent.Category category,
      KeypointOrder order,
      Map<Long, String> labels)
      throws DataSetException {
    Map<Long, List<Integer>> byImage = new HashMap<>();
    int others = 0;
    for (int i = 0; i < content.annotations().size(); i++) {
      CocoContent.Instance annotation = content.annotations().get(i);
      if (labels.containsKey(annotation.categoryId()) && !annotation.isCrowd()) {
        requireSize(fileName, i, annotation, category.keypoints().size());
        byImage.computeIfAbsent(annotation.imageId(), _ -> new ArrayList<>()).add(i);
      } else {
        others++;
      }
    }
    List<AnnotatedFace> faces = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    for (int image = 0; image < content.images().size(); image++) {
      CocoContent.Image of = content.images().get(image);
      List<Integer> annotations = byImage.remove(of.id());
      for (int position : annotations == null ? List.of(-1) : annotations) {
        faces.add(
            position < 0
                ? emptyImage(of, order)
                : face(of, content.annotations().get(position), order, labels));
        places.add(new Place(image, position));
      }
    }
    List<String> remarks = new ArrayList<>();
    if (others > 0) {
      remarks.add(
          "%,d annotations of %s are crowds, or of other categories than %s; they are not shown, and a save leaves them as they are."
              .formatted(others, fileName, category.name()));
    }
    if (!byImage.isEmpty()) {
      remarks.add(
          "%s has annotations of %,d images that it does not list; they are not shown."
              .formatted(fileName, byImage.size()));
    }
    return new CocoFaces(
        category, order, new AnnotatedImages(order.schema(), faces, remarks), places);
  }

  private static void requireSize(
      String fileName, int index, CocoContent.Instance annotation, int keypoints)
      throws DataSetException {
    int numbers = annotation.numbers();
    if (numbers != 0 && numbers != 3 * keypoints) {
      throw new DataSetException(
          "%s, annotations[%,d]: there are %,d numbers in keypoints; expected x, y and v for each of the %,d keypoints of its category."
              .formatted(fileName, index, numbers, keypoints));
    }
  }

  /** The category with keypoints that most annotations have. */
  private static CocoContent.Category mostUsed(String fileName, CocoContent content)
      throws DataSetException {
    Map<Long, Integer> uses = new HashMap<>();
    int numbers = 0;
    for (CocoContent.Instance annotation : content.annotations()) {
      if (annotation.numbers() > 0) {
        uses.merge(annotation.categoryId(), 1, Integer::sum);
        numbers = annotation.numbers();
      }
    }
    Optional<CocoContent.Category> named = Optional.empty();
    for (CocoContent.Category category : content.categories()) {
      int used = uses.getOrDefault(category.id(), 0);
      if (named.isEmpty() || used > uses.getOrDefault(named.get().id(), 0)) {
        named = Optional.of(category);
      }
    }
    if (named.isPresent()) {
      return named.get();
    }
    if (numbers == 0) {
      throw new DataSetException(
          fileName
              + " has no keypoints: expected a category with keypoints, as files for keypoint"
              + " detection have.");
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < numbers / 3; i++) {
      names.add("point_" + i);
    }
    long id = uses.keySet().iterator().next();
    return new CocoContent.Category(id, "", names, List.of());
  }

  private static AnnotatedFace emptyImage(CocoContent.Image image, KeypointOrder order) {
    return new AnnotatedFace(
        image.fileName(),
        image.size(),
        Optional.empty(),
        Annotation.unlabelled(order.schema().size()),
        "");
  }

  private static AnnotatedFace face(
      CocoContent.Image image,
      CocoContent.Instance annotation,
      KeypointOrder order,
      Map<Long, String> labels) {
    List<Keypoint> keypoints = new ArrayList<>();
    for (int i = 0; i < order.schema().size(); i++) {
      keypoints.add(keypoint(annotation, i));
    }
    return new AnnotatedFace(
        image.fileName(),
        image.size(),
        annotation.box().filter(box -> !isWhole(box, image.size())),
        Annotation.of(order.arranged(keypoints)),
        labels.getOrDefault(annotation.categoryId(), ""));
  }

  private static Keypoint keypoint(CocoContent.Instance annotation, int index) {
    if (annotation.numbers() == 0 || annotation.number(3 * index + 2) == 0) {
      return Keypoint.unlabelled();
    }
    Visibility visibility =
        annotation.number(3 * index + 2) == 1 ? Visibility.OCCLUDED : Visibility.VISIBLE;
    return new Keypoint(annotation.number(3 * index), annotation.number(3 * index + 1), visibility);
  }

  /** A box around everything says no more than none; {@link CocoWriter} writes it for none. */
  private static boolean isWhole(FaceBox box, Optional<ImageSize> size) {
    return size.isPresent()
        && box.equals(new FaceBox(0, 0, size.get().width(), size.get().height()));
  }
}
