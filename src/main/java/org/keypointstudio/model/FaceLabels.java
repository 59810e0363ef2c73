package org.keypointstudio.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Everything a person can say of one face: an immutable value. A face that is as it was loaded
 * shares its empty parts with all others, so that hundreds of thousands fit in memory.
 *
 * @param annotation where the keypoints are
 * @param origins who said so, one a keypoint; an empty list stands for the file in all of them. A
 *     keypoint that nobody has labelled has the file's origin
 * @param locked indices of the keypoints that must stay as they are
 * @param notes what was said besides
 */
public record FaceLabels(
    Annotation annotation, List<Origin> origins, Set<Integer> locked, FaceNotes notes) {

  /**
   * @throws IllegalArgumentException if there are origins, but not one a keypoint, or the face has
   *     no such keypoint to lock
   */
  public FaceLabels {
    if (!origins.isEmpty() && origins.size() != annotation.size()) {
      throw new IllegalArgumentException(
          "%d origins for %d keypoints".formatted(origins.size(), annotation.size()));
    }
    for (int keypoint : locked) {
      if (keypoint < 0 || keypoint >= annotation.size()) {
        throw new IllegalArgumentException(
            "Keypoint %d of %d cannot be locked".formatted(keypoint, annotation.size()));
      }
    }
    origins = normalized(annotation, origins);
    locked = locked.isEmpty() ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(locked));
  }

  private static List<Origin> normalized(Annotation annotation, List<Origin> origins) {
    List<Origin> kept = new ArrayList<>(origins);
    for (int keypoint = 0; keypoint < kept.size(); keypoint++) {
      if (annotation.visibility(keypoint) == Visibility.UNLABELLED) {
        kept.set(keypoint, Origin.FILE);
      }
    }
    return kept.stream().allMatch(Origin.FILE::equals) ? List.of() : List.copyOf(kept);
  }

  /** The labels of a face that was just loaded. */
  public static FaceLabels of(Annotation annotation) {
    return new FaceLabels(annotation, List.of(), Set.of(), FaceNotes.NONE);
  }

  /** Who said where a keypoint is. */
  public Origin origin(int keypoint) {
    return origins.isEmpty() ? Origin.FILE : origins.get(keypoint);
  }

  /** Whether a person accepted a keypoint as a model or the mean shape proposed it. */
  public boolean hasAccepted() {
    return origins.stream().anyMatch(Origin::isAccepted);
  }

  /**
   * The annotation to learn from: nothing is labelled in it if the face is excluded, so that it
   * enters no loss, no metric and no mean.
   */
  public Annotation learnable() {
    return isExcluded() ? Annotation.unlabelled(annotation.size()) : annotation;
  }

  /**
   * The annotation to learn from without the keypoints that a person only accepted: they are
   * unlabelled in it, so that a model need not learn what another one said.
   */
  public Annotation withoutAccepted() {
    Annotation kept = learnable();
    for (int keypoint = 0; keypoint < origins.size(); keypoint++) {
      if (origins.get(keypoint).isAccepted()) {
        kept = kept.with(keypoint, Keypoint.unlabelled());
      }
    }
    return kept;
  }

  /** Whether the face is not to be learned from: it has the tag {@link FaceNotes#EXCLUDED}. */
  public boolean isExcluded() {
    return notes.tags().contains(FaceNotes.EXCLUDED);
  }

  /** The positions of the faces that are not to be learned from. */
  public static BitSet excludedOf(List<FaceLabels> labels) {
    BitSet excluded = new BitSet();
    for (int face = 0; face < labels.size(); face++) {
      excluded.set(face, labels.get(face).isExcluded());
    }
    return excluded;
  }

  /** Whether a keypoint must stay as it is. */
  public boolean isLocked(int keypoint) {
    return locked.contains(keypoint);
  }

  /** These labels with one keypoint replaced, locked or not. */
  public FaceLabels with(int keypoint, Keypoint value, Origin origin) {
    List<Origin> newOrigins =
        origins.isEmpty()
            ? new ArrayList<>(Collections.nCopies(annotation.size(), Origin.FILE))
            : new ArrayList<>(origins);
    newOrigins.set(keypoint, origin);
    return new FaceLabels(annotation.with(keypoint, value), newOrigins, locked, notes);
  }

  /**
   * These labels with the keypoints of another annotation. Those that differ get the origin; locked
   * ones stay as they are.
   *
   * @param goal of as many keypoints
   */
  public FaceLabels changedTo(Annotation goal, Origin origin) {
    FaceLabels changed = this;
    for (int keypoint = 0; keypoint < goal.size(); keypoint++) {
      Keypoint value = goal.keypoint(keypoint);
      if (!isLocked(keypoint) && !value.equals(annotation.keypoint(keypoint))) {
        changed = changed.with(keypoint, value, origin);
      }
    }
    return changed;
  }

  /**
   * The same labels in another order of the keypoints.
   *
   * @param order for each keypoint of the result its index here, each once
   */
  public FaceLabels arranged(List<Integer> order) {
    List<Origin> newOrigins =
        origins.isEmpty() ? List.of() : order.stream().map(origins::get).toList();
    Set<Integer> newLocked = new TreeSet<>();
    for (int keypoint = 0; keypoint < order.size(); keypoint++) {
      if (isLocked(order.get(keypoint))) {
        newLocked.add(keypoint);
      }
    }
    return new FaceLabels(annotation.arranged(order), newOrigins, newLocked, notes);
  }

  /**
   * These labels with some keypoints and the notes of others.
   *
   * @param places for each keypoint of the others its index here
   */
  public FaceLabels withAll(List<Integer> places, FaceLabels others) {
    FaceLabels changed = this;
    Set<Integer> newLocked = new TreeSet<>(locked);
    for (int keypoint = 0; keypoint < places.size(); keypoint++) {
      int place = places.get(keypoint);
      changed = changed.with(place, others.annotation.keypoint(keypoint), others.origin(keypoint));
      if (others.isLocked(keypoint)) {
        newLocked.add(place);
      } else {
        newLocked.remove(place);
      }
    }
    return changed.withLocked(newLocked).withNotes(others.notes);
  }

  /** These labels with unlabelled keypoints behind the others, up to a number. */
  public FaceLabels grownTo(int size) {
    if (size == annotation.size()) {
      return this;
    }
    List<Keypoint> keypoints = new ArrayList<>(annotation.keypoints());
    List<Origin> newOrigins = new ArrayList<>(origins);
    while (keypoints.size() < size) {
      keypoints.add(Keypoint.unlabelled());
    }
    while (!origins.isEmpty() && newOrigins.size() < size) {
      newOrigins.add(Origin.FILE);
    }
    return new FaceLabels(Annotation.of(keypoints), newOrigins, locked, notes);
  }

  /** The first keypoints of these labels. */
  public FaceLabels cutTo(int size) {
    return size == annotation.size() ? this : arranged(IntStream.range(0, size).boxed().toList());
  }

  /** These labels with other locks. */
  public FaceLabels withLocked(Set<Integer> newLocked) {
    return new FaceLabels(annotation, origins, newLocked, notes);
  }

  /** These labels with other notes. */
  public FaceLabels withNotes(FaceNotes newNotes) {
    return new FaceLabels(annotation, origins, locked, newNotes);
  }

  /** The tags that any of these faces has, in order. */
  public static SortedSet<String> tagsOf(Iterable<FaceLabels> faces) {
    SortedSet<String> tags = new TreeSet<>();
    faces.forEach(face -> tags.addAll(face.notes().tags()));
    return tags;
  }
}
