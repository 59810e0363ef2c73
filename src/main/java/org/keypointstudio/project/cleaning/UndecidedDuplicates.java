package org.keypointstudio.project.cleaning;

import java.util.List;

/**
 * Rows of one image with differing labels, of which a person has to say which are right.
 *
 * @param rule position of the rule that found them
 * @param faces their positions in the data set, in order, at least two
 */
public record UndecidedDuplicates(int rule, List<Integer> faces) {
  /** Copies the list. */
  public UndecidedDuplicates {
    faces = List.copyOf(faces);
  }

  /**
   * What it means that one of them is right: the others are excluded.
   *
   * @param kept the face that is right, one of {@link #faces}
   * @param name what the person sees of it
   */
  public List<FaceRepair> keeping(int kept, String name) {
    return faces.stream()
        .filter(face -> face != kept)
        .map(face -> FaceRepair.exclude(rule, face, "same image as " + name + ", which was chosen"))
        .toList();
  }
}
