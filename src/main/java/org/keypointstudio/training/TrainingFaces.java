package org.keypointstudio.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.KeypointSchema;

/**
 * An immutable snapshot of faces and their annotations at one moment.
 *
 * @param schema which keypoints the annotations have
 * @param images one image a face
 * @param annotations one annotation a face, in the images' order; unlabelled keypoints never enter
 *     a loss or a metric
 * @param groups the name of each face's group (its person, its video), in the images' order, or
 *     empty if nothing is known; faces of one group are never both learned from and judged by
 * @param origin where the faces come from
 */
public record TrainingFaces(
    KeypointSchema schema,
    List<GrayImage> images,
    List<Annotation> annotations,
    List<String> groups,
    Origin origin) {
  /** The note on faces without the keypoints that a person only accepted. */
  public static final String WITHOUT_ACCEPTED =
      "Points that were accepted from a model or the mean shape were not learned from.";

  /**
   * Where the faces come from.
   *
   * @param dataSet what was opened, if that is known
   * @param notes sentences that the person who reads a run's result should know: images that could
   *     not be read, where the groups come from
   */
  public record Origin(Optional<Path> dataSet, List<String> notes) {
    /** Copies the list. */
    public Origin {
      notes = List.copyOf(notes);
    }

    /** Nothing is known. */
    public static Origin unknown() {
      return new Origin(Optional.empty(), List.of());
    }
  }

  /** Faces of which the origin is not known. */
  public TrainingFaces(
      KeypointSchema schema,
      List<GrayImage> images,
      List<Annotation> annotations,
      List<String> groups) {
    this(schema, images, annotations, groups, Origin.unknown());
  }

  /** Faces of which no groups are known. */
  public TrainingFaces(
      KeypointSchema schema, List<GrayImage> images, List<Annotation> annotations) {
    this(schema, images, annotations, List.of());
  }

  /**
   * @throws IllegalArgumentException if the lists differ in length
   */
  public TrainingFaces {
    images = List.copyOf(images);
    annotations = List.copyOf(annotations);
    groups = List.copyOf(groups);
    if (images.size() != annotations.size()) {
      throw new IllegalArgumentException(
          images.size() + " images do not match " + annotations.size() + " annotations");
    }
    if (!groups.isEmpty() && groups.size() != images.size()) {
      throw new IllegalArgumentException(
          images.size() + " images do not match " + groups.size() + " groups");
    }
  }

  /**
   * The same faces, with one more sentence that the person who reads a run's result should know.
   */
  public TrainingFaces withNote(String sentence) {
    List<String> notes = new ArrayList<>(origin.notes);
    notes.add(sentence);
    return new TrainingFaces(
        schema, images, annotations, groups, new Origin(origin.dataSet, notes));
  }

  /** The number of faces. */
  public int size() {
    return images.size();
  }

  /** The faces at these positions, in their order. */
  public TrainingFaces subset(int[] indices) {
    List<GrayImage> chosenImages = new ArrayList<>(indices.length);
    List<Annotation> chosenAnnotations = new ArrayList<>(indices.length);
    List<String> chosenGroups = new ArrayList<>(indices.length);
    for (int index : indices) {
      chosenImages.add(images.get(index));
      chosenAnnotations.add(annotations.get(index));
      if (!groups.isEmpty()) {
        chosenGroups.add(groups.get(index));
      }
    }
    return new TrainingFaces(schema, chosenImages, chosenAnnotations, chosenGroups, origin);
  }
}
