package org.keypointstudio.dataset.format.shape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

/** Changes the shapes of an image so that they say what its faces say now. */
public final class ShapeEdits {
  private static final String DEFAULT_LABEL = "face";

  private final ShapeCodec codec;

  /** Edits by a format's own shapes. */
  public ShapeEdits(ShapeCodec codec) {
    this.codec = codec;
  }

  /**
   * Changes the points that changed. Shapes that did not change, and those of other kinds, stay as
   * they are, in their order; new points come last.
   *
   * @param shapes of the image, as they were when it was read
   * @param image its position in the file
   * @param before what was read
   * @param after the faces as they are to be, as many and in the same order
   */
  public void apply(ArrayNode shapes, int image, ShapeFaces before, AnnotatedImages after) {
    int face = before.firstFace(image);
    List<ShapeFace> ofImage = before.ofImage(image);
    if (ofImage.isEmpty()) {
      add(shapes, after.faces().get(face), Optional.empty(), after.schema());
      return;
    }
    NavigableSet<Integer> removed = new TreeSet<>();
    for (ShapeFace shapeFace : ofImage) {
      change(
          shapes,
          shapeFace,
          before.images().faces().get(face),
          after.faces().get(face),
          after.schema(),
          removed);
      face++;
    }
    removed.descendingIterator().forEachRemaining(shapes::remove);
  }

  private void change(
      ArrayNode shapes,
      ShapeFace shapeFace,
      AnnotatedFace before,
      AnnotatedFace after,
      KeypointSchema schema,
      NavigableSet<Integer> removed) {
    for (int i = 0; i < schema.size(); i++) {
      Keypoint keypoint = after.annotation().keypoint(i);
      ImageShapes.Point point = shapeFace.points().get(schema.keypointNames().get(i));
      if (keypoint.equals(before.annotation().keypoint(i))) {
        continue;
      }
      if (point == null && keypoint.isPlaced()) {
        shapes.add(
            codec.point(
                schema.keypointNames().get(i), keypoint, shapeFace.group(), after.imageSize()));
      } else if (point != null && !keypoint.isPlaced()) {
        removed.add(point.index());
      } else if (point != null && shapes.get(point.index()) instanceof ObjectNode node) {
        codec.move(node, keypoint, after.imageSize());
      }
    }
  }

  /** The shapes of all faces of an image, for a new file. */
  public void addAll(ArrayNode shapes, List<AnnotatedFace> faces, KeypointSchema schema) {
    List<AnnotatedFace> drawn =
        new ArrayList<>(faces.stream().filter(face -> !face.isEmptyImage()).toList());
    for (int i = 0; i < drawn.size(); i++) {
      AnnotatedFace face = drawn.get(i);
      boolean inGroup = drawn.size() > 1 || face.box().isPresent();
      add(shapes, face, inGroup ? Optional.of(String.valueOf(i + 1)) : Optional.empty(), schema);
    }
  }

  private void add(
      ArrayNode shapes, AnnotatedFace face, Optional<String> group, KeypointSchema schema) {
    Optional<FaceBox> box =
        face.box()
            .or(
                () ->
                    group.flatMap(
                        _ ->
                            face.imageSize()
                                .map(size -> new FaceBox(0, 0, size.width(), size.height()))));
    box.ifPresent(
        of ->
            shapes.add(
                codec.box(
                    face.label().isEmpty() ? DEFAULT_LABEL : face.label(),
                    of,
                    group.orElse(""),
                    face.imageSize())));
    for (int i = 0; i < schema.size(); i++) {
      Keypoint keypoint = face.annotation().keypoint(i);
      if (keypoint.isPlaced()) {
        shapes.add(
            codec.point(
                schema.keypointNames().get(i), keypoint, group.orElse(""), face.imageSize()));
      }
    }
  }
}
