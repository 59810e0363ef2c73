package org.keypointstudio.project.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.edit.BatchChange;
import org.keypointstudio.edit.FaceChange;
import org.keypointstudio.edit.LabelsChange;
import org.keypointstudio.edit.merge.LabelsMerge;
import org.keypointstudio.edit.merge.Side;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.labels.LabelsHash;

/**
 * Changes that a program which broke off left in its journal, and that no file holds.
 *
 * @param faces the labels that the changed faces had in the end, by their positions; only faces
 *     that are otherwise on disk
 * @param changedElsewhere the faces among them that something else changed on disk since, so that
 *     both changes are merged, and these win where both moved the same keypoint
 * @param last when the last change was made; empty if there is none
 * @param lost records that are damaged, so that what they said is not known
 * @param files the journals
 * @param problems a sentence about each journal that cannot be used; it is left as it is
 */
public record UnsavedWork(
    SortedMap<Integer, FaceLabels> faces,
    Set<Integer> changedElsewhere,
    Optional<Instant> last,
    int lost,
    List<Path> files,
    List<String> problems) {

  /** Copies the collections. */
  public UnsavedWork {
    faces = Collections.unmodifiableSortedMap(new TreeMap<>(faces));
    changedElsewhere = Set.copyOf(changedElsewhere);
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** Nothing was left. */
  public static UnsavedWork none() {
    return new UnsavedWork(new TreeMap<>(), Set.of(), Optional.empty(), 0, List.of(), List.of());
  }

  /**
   * Looks for journals of a data set that was just opened.
   *
   * @param onDisk the labels that the data file and the project folder hold
   */
  public static UnsavedWork find(JournalSubject subject, List<FaceLabels> onDisk) {
    return find(subject, onDisk, List.of());
  }

  /**
   * Looks for journals of a data set that was just opened.
   *
   * @param onDisk the labels that the data file and the project folder hold
   * @param except journals that are still being written
   */
  public static UnsavedWork find(
      JournalSubject subject, List<FaceLabels> onDisk, List<Path> except) {
    JournalFiles.Found found = JournalFiles.read(subject.folders(), except);
    Search search = new Search(onDisk, found);
    found.journals().forEach(journal -> search.add(journal, subject));
    return search.result();
  }

  /**
   * A journal that a later version of this program left; empty if there is none.
   *
   * @param folders for journals of a data set
   */
  public static Optional<Path> fileOfLaterVersion(List<Path> folders) {
    return JournalFiles.ofLaterVersion(folders);
  }

  /**
   * The change that gives the labels back, as one step that can be undone.
   *
   * @param document of the data set; what was changed in it since it was opened stays
   */
  public BatchChange change(AnnotationDocument document) {
    List<FaceChange> steps = new ArrayList<>();
    faces.forEach(
        (face, left) -> {
          FaceLabels present = document.labels(face);
          FaceLabels restored = merged(document.loadedLabels(face), present, left);
          steps.add(new LabelsChange(face, present, restored, "Restore the face"));
        });
    return new BatchChange(
        steps,
        "Restore %,d unsaved %s".formatted(faces.size(), faces.size() == 1 ? "face" : "faces"));
  }

  private static FaceLabels merged(FaceLabels base, FaceLabels ours, FaceLabels theirs) {
    return LabelsMerge.of(List.of(base), List.of(ours), List.of(theirs), Side.OURS)
        .faces()
        .getFirst();
  }

  /** Whether there is nothing to give back. */
  public boolean isEmpty() {
    return faces.isEmpty();
  }

  /**
   * Deletes the journals, once their changes are kept elsewhere or given up.
   *
   * @throws IOException if one cannot be deleted
   */
  public void delete() throws IOException {
    JournalDisk disk = new FileJournalDisk();
    for (Path file : files) {
      disk.delete(file);
    }
  }

  /** Puts the journals together. */
  private static final class Search {
    private final List<FaceLabels> onDisk;
    private final List<Path> files = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<Integer, FaceLabels> first = new HashMap<>();
    private final SortedMap<Integer, FaceLabels> latest = new TreeMap<>();

    /** All labels that a face had in between, of which any may be on disk by now. */
    private final Map<Integer, Set<String>> known = new HashMap<>();

    private Optional<Instant> last = Optional.empty();
    private int lost;

    Search(List<FaceLabels> onDisk, JournalFiles.Found found) {
      this.onDisk = onDisk;
      files.addAll(found.overtaken());
      problems.addAll(found.problems());
    }

    void add(JournalFiles.Content journal, JournalSubject subject) {
      JournalHeader header = journal.header();
      boolean fits =
          header.faces() == onDisk.size()
              && header.keypoints().equals(subject.schema().keypointNames());
      if (!fits) {
        problems.add(
            "%s holds unsaved changes to %d faces with %d keypoints each, but the data set has %d with %d now: open the version it belongs to, or delete it."
                .formatted(
                    journal.file(),
                    header.faces(),
                    header.keypoints().size(),
                    onDisk.size(),
                    subject.schema().size()));
        return;
      }
      files.add(journal.file());
      lost += journal.damaged();
      for (JournalRecord entry : journal.records()) {
        entry.before().forEach(first::putIfAbsent);
        entry.before().forEach(this::know);
        entry.after().forEach(this::know);
        latest.putAll(entry.after());
        last = Optional.of(entry.time());
      }
    }

    private void know(int face, FaceLabels labels) {
      known.computeIfAbsent(face, _ -> new HashSet<>()).add(LabelsHash.of(labels.annotation()));
    }

    UnsavedWork result() {
      SortedMap<Integer, FaceLabels> faces = new TreeMap<>();
      Set<Integer> changedElsewhere = new HashSet<>();
      latest.forEach(
          (face, wanted) -> {
            FaceLabels present = onDisk.get(face);
            boolean ours =
                known.getOrDefault(face, Set.of()).contains(LabelsHash.of(present.annotation()));
            FaceLabels restored =
                ours ? wanted : merged(first.getOrDefault(face, present), wanted, present);
            if (!restored.equals(present)) {
              faces.put(face, restored);
              if (!ours) {
                changedElsewhere.add(face);
              }
            }
          });
      return new UnsavedWork(faces, changedElsewhere, last, lost, files, problems);
    }
  }
}
