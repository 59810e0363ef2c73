package org.keypointstudio.edit.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;

/**
 * The three-way merge of labels, cell by cell. A cell is a keypoint with its state and its origin,
 * a lock, a note, a tag, or the reviewed mark. What only one side changed is as that side has it;
 * what both changed to the same is so; only keypoints and notes that both changed to something else
 * are conflicts, for the other cells are either set or not.
 *
 * @param faces the merged labels; conflicts are as the rule has them
 * @param conflicts in the order of the faces
 */
public record LabelsMerge(List<FaceLabels> faces, List<Conflict> conflicts) {

  /** Copies the lists. */
  public LabelsMerge {
    faces = List.copyOf(faces);
    conflicts = List.copyOf(conflicts);
  }

  /**
   * Merges two versions of all faces.
   *
   * @param base what both began with
   * @param rule which side a conflict goes to, by the face's position
   * @throws IllegalArgumentException if the versions differ in the number of faces or keypoints
   */
  public static LabelsMerge of(
      List<FaceLabels> base,
      List<FaceLabels> ours,
      List<FaceLabels> theirs,
      IntFunction<Side> rule) {
    if (base.size() != ours.size() || base.size() != theirs.size()) {
      throw new IllegalArgumentException(
          "%d, %d and %d faces cannot be merged"
              .formatted(base.size(), ours.size(), theirs.size()));
    }
    List<FaceLabels> merged = new ArrayList<>(base.size());
    List<Conflict> conflicts = new ArrayList<>();
    for (int face = 0; face < base.size(); face++) {
      Versions versions = new Versions(face, base.get(face), ours.get(face), theirs.get(face));
      merged.add(versions.merged(rule.apply(face)));
      versions.addConflicts(conflicts);
    }
    return new LabelsMerge(merged, conflicts);
  }

  /** Merges two versions of all faces; all conflicts go to one side. */
  public static LabelsMerge of(
      List<FaceLabels> base, List<FaceLabels> ours, List<FaceLabels> theirs, Side rule) {
    return of(base, ours, theirs, _ -> rule);
  }

  /** The faces that have conflicts. */
  public SortedSet<Integer> conflictingFaces() {
    return conflicts.stream()
        .map(Conflict::faceIndex)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** One face in its three versions. */
  private record Versions(int face, FaceLabels base, FaceLabels ours, FaceLabels theirs) {

    Versions {
      int size = base.annotation().size();
      if (ours.annotation().size() != size || theirs.annotation().size() != size) {
        throw new IllegalArgumentException("Faces of different keypoints cannot be merged");
      }
    }

    FaceLabels merged(Side rule) {
      if (ours.equals(theirs) || theirs.equals(base)) {
        return ours;
      }
      if (ours.equals(base)) {
        return theirs;
      }
      List<Keypoint> keypoints = new ArrayList<>();
      List<Origin> origins = new ArrayList<>();
      for (int i = 0; i < base.annotation().size(); i++) {
        Side side = sideOf(i, rule);
        keypoints.add(side.of(ours, theirs).annotation().keypoint(i));
        origins.add(origin(i, side, rule));
      }
      return new FaceLabels(
          Annotation.of(keypoints),
          origins,
          members(base.locked(), ours.locked(), theirs.locked()),
          notes(rule));
    }

    private Side sideOf(int keypoint, Side rule) {
      Keypoint common = base.annotation().keypoint(keypoint);
      if (theirs.annotation().keypoint(keypoint).equals(common)) {
        return Side.OURS;
      }
      return ours.annotation().keypoint(keypoint).equals(common) ? Side.THEIRS : rule;
    }

    /** The origin goes with the keypoint; where both sides have the same one, it is a cell too. */
    private Origin origin(int keypoint, Side side, Side rule) {
      boolean same =
          ours.annotation().keypoint(keypoint).equals(theirs.annotation().keypoint(keypoint));
      return same
          ? cell(base.origin(keypoint), ours.origin(keypoint), theirs.origin(keypoint), rule)
          : side.of(ours, theirs).origin(keypoint);
    }

    private FaceNotes notes(Side rule) {
      return new FaceNotes(
          cell(base.notes().note(), ours.notes().note(), theirs.notes().note(), rule),
          new TreeSet<>(members(base.notes().tags(), ours.notes().tags(), theirs.notes().tags())),
          cell(base.notes().reviewed(), ours.notes().reviewed(), theirs.notes().reviewed(), rule));
    }

    private static <T> T cell(T base, T ours, T theirs, Side rule) {
      if (theirs.equals(base)) {
        return ours;
      }
      return ours.equals(base) ? theirs : rule.of(ours, theirs);
    }

    /** What both have, and what either has put in. */
    private static <T> Set<T> members(Set<T> base, Set<T> ours, Set<T> theirs) {
      return java.util.stream.Stream.of(base, ours, theirs)
          .flatMap(Set::stream)
          .filter(
              member -> {
                boolean inBase = base.contains(member);
                boolean inOurs = ours.contains(member);
                boolean inTheirs = theirs.contains(member);
                return inBase ? inOurs && inTheirs : inOurs || inTheirs;
              })
          .collect(Collectors.toSet());
    }

    void addConflicts(List<Conflict> conflicts) {
      for (int i = 0; i < base.annotation().size(); i++) {
        Keypoint common = base.annotation().keypoint(i);
        Keypoint mine = ours.annotation().keypoint(i);
        Keypoint other = theirs.annotation().keypoint(i);
        if (isConflict(common, mine, other)) {
          conflicts.add(new Conflict.OfKeypoint(face, i, common, mine, other));
        }
      }
      String common = base.notes().note();
      String mine = ours.notes().note();
      String other = theirs.notes().note();
      if (isConflict(common, mine, other)) {
        conflicts.add(new Conflict.OfNote(face, common, mine, other));
      }
    }

    private static <T> boolean isConflict(T base, T ours, T theirs) {
      return !ours.equals(theirs) && !ours.equals(base) && !theirs.equals(base);
    }
  }
}
