package org.keypointstudio.dataset.format.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.model.Keypoint;

/**
 * Finds which points and rectangles of an image make a face. Those with the same group do. Without
 * groups everything is one face, unless a name occurs twice or there are several rectangles: then a
 * point belongs to the smallest rectangle around it, and what lies in none is shared out in turn.
 */
final class FaceAssembler {
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  private FaceAssembler() {}

  /** A face that is being put together. */
  private static final class Draft {
    private final String group;
    private final Map<String, ImageShapes.Point> points = new HashMap<>();
    private Optional<ImageShapes.Box> box = Optional.empty();

    private Draft(String group) {
      this.group = group;
    }
  }

  /** The faces of an image in the order of their first shapes; none if it has no shapes. */
  static List<ShapeFace> faces(ImageShapes image) {
    FaceAssembler assembler = new FaceAssembler();
    assembler.addBoxes(image.boxes());
    boolean several = image.boxes().size() > 1 || hasRepeatedName(image.points());
    for (ImageShapes.Point point : image.points()) {
      assembler.add(point, several);
    }
    List<ShapeFace> faces = new ArrayList<>();
    for (Draft draft : assembler.drafts.values()) {
      faces.add(new ShapeFace(draft.group, draft.points, draft.box));
    }
    return faces;
  }

  private void addBoxes(List<ImageShapes.Box> boxes) {
    for (ImageShapes.Box box : boxes) {
      String key = box.group().isEmpty() ? "box " + box.index() : "group " + box.group();
      Draft draft = drafts.computeIfAbsent(key, _ -> new Draft(box.group()));
      if (draft.box.isEmpty()) {
        draft.box = Optional.of(box);
      }
    }
  }

  private static boolean hasRepeatedName(List<ImageShapes.Point> points) {
    Set<String> names = new HashSet<>();
    return points.stream()
        .filter(point -> point.group().isEmpty())
        .anyMatch(point -> !names.add(point.name()));
  }

  private void add(ImageShapes.Point point, boolean several) {
    Draft draft;
    if (!point.group().isEmpty()) {
      draft = drafts.computeIfAbsent("group " + point.group(), _ -> new Draft(point.group()));
    } else if (several) {
      draft = smallestAround(point).orElseGet(() -> firstWithout(point.name()));
    } else {
      draft = drafts.isEmpty() ? firstWithout(point.name()) : drafts.values().iterator().next();
    }
    draft.points.putIfAbsent(point.name(), point);
  }

  private Optional<Draft> smallestAround(ImageShapes.Point point) {
    Optional<Draft> smallest = Optional.empty();
    double smallestArea = Double.POSITIVE_INFINITY;
    for (Draft draft : drafts.values()) {
      if (draft.box.isPresent()
          && contains(draft.box.get().box(), point.keypoint())
          && !draft.points.containsKey(point.name())) {
        FaceBox box = draft.box.get().box();
        if (box.width() * box.height() < smallestArea) {
          smallest = Optional.of(draft);
          smallestArea = box.width() * box.height();
        }
      }
    }
    return smallest;
  }

  private static boolean contains(FaceBox box, Keypoint keypoint) {
    return keypoint.x() >= box.left()
        && keypoint.x() <= box.right()
        && keypoint.y() >= box.top()
        && keypoint.y() <= box.bottom();
  }

  /** The first face without a rectangle that has no such keypoint yet, or a new one. */
  private Draft firstWithout(String name) {
    for (Draft draft : drafts.values()) {
      if (draft.box.isEmpty() && draft.group.isEmpty() && !draft.points.containsKey(name)) {
        return draft;
      }
    }
    Draft draft = new Draft("");
    drafts.put("loose " + drafts.size(), draft);
    return draft;
  }
}
