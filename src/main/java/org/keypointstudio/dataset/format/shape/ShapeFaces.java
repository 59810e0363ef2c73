package org.keypointstudio.dataset.format.shape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.KeypointOrder;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

/** The faces of a file of shapes, and which shapes each of them has. */
public final class ShapeFaces {
  /** Each face has a place for each name: as many as 250,000 faces of 200 keypoints have. */
  private static final long MOST_PLACES = 50_000_000;

  private final AnnotatedImages images;
  private final List<List<ShapeFace>> facesByImage;
  private final List<Integer> firstFaceOfImage;

  private ShapeFaces(
      AnnotatedImages images, List<List<ShapeFace>> facesByImage, List<Integer> firstFaceOfImage) {
    this.images = images;
    this.facesByImage = facesByImage;
    this.firstFaceOfImage = firstFaceOfImage;
  }

  /**
   * Puts the shapes of images together.
   *
   * @param fileName for the sentence if there is no keypoint at all
   * @param files one an image
   * @param remarks sentences about the file for the person
   * @throws DataSetException if no point is named
   */
  public static ShapeFaces of(String fileName, List<ImageShapes> files, List<String> remarks)
      throws DataSetException {
    Set<String> names = new LinkedHashSet<>();
    files.forEach(image -> image.points().forEach(point -> names.add(point.name())));
    KeypointSchema schema = KeypointOrder.of(fileName, new ArrayList<>(names), List.of()).schema();
    List<AnnotatedFace> faces = new ArrayList<>();
    List<List<ShapeFace>> facesByImage = new ArrayList<>();
    List<Integer> firstFaceOfImage = new ArrayList<>();
    for (ImageShapes image : files) {
      List<ShapeFace> ofImage = FaceAssembler.faces(image);
      facesByImage.add(ofImage);
      firstFaceOfImage.add(faces.size());
      if (ofImage.isEmpty()) {
        ofImage = List.of(new ShapeFace("", Map.of(), Optional.empty()));
      }
      for (ShapeFace face : ofImage) {
        faces.add(annotated(image, face, schema));
      }
      if ((long) faces.size() * names.size() > MOST_PLACES) {
        throw new DataSetException(
            "%s has %,d different names of keypoints on more than %,d faces: give the same keypoint the same name on every face."
                .formatted(fileName, names.size(), MOST_PLACES / names.size()));
      }
    }
    return new ShapeFaces(
        new AnnotatedImages(schema, faces, remarks),
        List.copyOf(facesByImage),
        List.copyOf(firstFaceOfImage));
  }

  private static AnnotatedFace annotated(ImageShapes image, ShapeFace face, KeypointSchema schema) {
    List<Keypoint> keypoints = new ArrayList<>();
    for (String name : schema.keypointNames()) {
      ImageShapes.Point point = face.points().get(name);
      keypoints.add(point == null ? Keypoint.unlabelled() : point.keypoint());
    }
    return new AnnotatedFace(
        image.name(),
        image.size(),
        face.box().map(ImageShapes.Box::box).filter(box -> !isWhole(box, image.size())),
        Annotation.of(keypoints),
        face.box().map(ImageShapes.Box::label).orElse(""));
  }

  /** A rectangle around everything says no more than none, but that there is a face. */
  private static boolean isWhole(FaceBox box, Optional<ImageSize> size) {
    return size.isPresent()
        && box.equals(new FaceBox(0, 0, size.get().width(), size.get().height()));
  }

  /** The faces as all formats give them. */
  public AnnotatedImages images() {
    return images;
  }

  /** The shapes of an image's faces; none if it has no shapes. */
  List<ShapeFace> ofImage(int image) {
    return facesByImage.get(image);
  }

  /** The position of an image's first face among all faces. */
  public int firstFace(int image) {
    return firstFaceOfImage.get(image);
  }

  /**
   * Whether the faces of an image are others now.
   *
   * @param after the faces as they are to be, as many and in the same order
   */
  public boolean isChanged(int image, AnnotatedImages after) {
    int from = firstFaceOfImage.get(image);
    int to = from + Math.max(1, facesByImage.get(image).size());
    for (int face = from; face < to; face++) {
      if (!images.faces().get(face).annotation().equals(after.faces().get(face).annotation())) {
        return true;
      }
    }
    return false;
  }
}
