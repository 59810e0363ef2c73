package org.keypointstudio.model;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a person says of a face besides its keypoints.
 *
 * @param note free text; empty if there is none
 * @param tags words to find the face by
 * @param reviewed whether a person looked at the face and found it right
 */
public record FaceNotes(String note, SortedSet<String> tags, boolean reviewed) {
  /**
   * The tag of a face that stays in its file, but is not learned from and is left out of cleaned
   * copies.
   */
  public static final String EXCLUDED = "excluded";

  /** Nothing was said. */
  public static final FaceNotes NONE = new FaceNotes("", Collections.emptySortedSet(), false);

  /** Takes a copy of the tags. */
  public FaceNotes {
    tags =
        tags.isEmpty()
            ? Collections.emptySortedSet()
            : Collections.unmodifiableSortedSet(new TreeSet<>(tags));
  }

  /** These notes with another text. */
  public FaceNotes withNote(String newNote) {
    return new FaceNotes(newNote, tags, reviewed);
  }

  /** These notes with other tags. */
  public FaceNotes withTags(SortedSet<String> newTags) {
    return new FaceNotes(note, newTags, reviewed);
  }

  /** These notes, reviewed or not. */
  public FaceNotes withReviewed(boolean newReviewed) {
    return new FaceNotes(note, tags, newReviewed);
  }
}
