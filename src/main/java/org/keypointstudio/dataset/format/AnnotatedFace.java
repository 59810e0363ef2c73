package org.keypointstudio.dataset.format;

import java.util.Optional;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;

/**
 * One face as an annotation file describes it: an immutable value.
 *
 * <p>Coordinates are pixel indices of the whole image, whatever the box: the origin is the centre
 * of the top-left pixel, x runs right, y down. A format that counts otherwise (from 1, in percent,
 * normalised to 0–1) converts when it reads and when it writes.
 *
 * <p>An image on which no face is annotated yet is a face without a box whose keypoints are all
 * unlabelled, so that people can label it; see {@link #isEmptyImage()}.
 *
 * @param imageName path of the image relative to the folder of the annotation file (or to the
 *     folder itself where a data set is a folder of annotation files), with {@code /} between its
 *     parts, exactly as the file gives it apart from the separators; not empty
 * @param imageSize width and height of the whole image if the file says so
 * @param box where the face lies, in pixels of the whole image, if the file says so
 * @param annotation one keypoint for each of the schema
 * @param label what the file calls the object or its group (category, class, subset); empty if
 *     nothing
 */
public record AnnotatedFace(
    String imageName,
    Optional<ImageSize> imageSize,
    Optional<FaceBox> box,
    Annotation annotation,
    String label) {

  /**
   * @throws IllegalArgumentException if the image has no name
   */
  public AnnotatedFace {
    if (imageName.isEmpty()) {
      throw new IllegalArgumentException("An annotated face needs an image");
    }
  }

  /** A face of which nothing but its keypoints is known. */
  public static AnnotatedFace of(String imageName, Annotation annotation) {
    return new AnnotatedFace(imageName, Optional.empty(), Optional.empty(), annotation, "");
  }

  /** Whether this only says that there is an image: no box, and no keypoint is labelled. */
  public boolean isEmptyImage() {
    return box.isEmpty() && annotation.unlabelledCount() == annotation.size();
  }

  /**
   * A box for formats that must have one: the face's own, else the whole image where its size is
   * known, else the smallest box around the keypoints; empty if nothing is placed either.
   */
  public Optional<FaceBox> anyBox() {
    return box.or(() -> imageSize.map(size -> new FaceBox(0, 0, size.width(), size.height())))
        .or(() -> FaceBox.around(annotation));
  }

  /** This face with another annotation, of as many keypoints. */
  public AnnotatedFace withAnnotation(Annotation newAnnotation) {
    return new AnnotatedFace(imageName, imageSize, box, newAnnotation, label);
  }

  /** This face with another name of its image. */
  public AnnotatedFace withImageName(String newName) {
    return new AnnotatedFace(newName, imageSize, box, annotation, label);
  }

  /** This face with the size of its image. */
  public AnnotatedFace withImageSize(ImageSize newSize) {
    return new AnnotatedFace(imageName, Optional.of(newSize), box, annotation, label);
  }
}
