package org.keypointstudio.project.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.evaluation.comparison.FaceChoice;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.training.RunRecord;

/**
 * A run, and which faces of a data set it has learned from.
 *
 * @param name its folder's name, with the folders above where that is not its own
 * @param folder where it is
 * @param record how it went
 * @param learned positions of the faces that it has learned from; none where the data set is not
 *     the one that it was trained on
 */
record KnownRun(String name, Path folder, RunRecord record, BitSet learned) {

  /**
   * Reads the records of runs and holds them against a data set.
   *
   * @throws IOException with a sentence for the person if a folder is no whole run, its model
   *     places other keypoints, or nobody can tell which faces it has learned from and that matters
   */
  static List<KnownRun> read(List<Path> folders, FaceDataSet faces, FaceChoice choice)
      throws IOException {
    List<KnownRun> runs = new ArrayList<>();
    List<String> names = names(folders);
    for (int i = 0; i < folders.size(); i++) {
      RunRecord record = new RunFolder(folders.get(i)).readRecord();
      requireSameKeypoints(names.get(i), record, faces);
      runs.add(
          new KnownRun(
              names.get(i), folders.get(i), record, learned(names.get(i), record, faces, choice)));
    }
    return runs;
  }

  private static void requireSameKeypoints(String name, RunRecord record, FaceDataSet faces)
      throws DataSetException {
    if (!record.keypointNames().equals(faces.schema().keypointNames())) {
      throw new DataSetException(
          "%s places %d keypoints, the first of them %s, but %s has the %d of \"%s\": compare models on data with their own keypoints."
              .formatted(
                  name,
                  record.keypointNames().size(),
                  record.keypointNames().getFirst(),
                  faces.path(),
                  faces.schema().size(),
                  faces.schema().name()));
    }
  }

  private static BitSet learned(String name, RunRecord record, FaceDataSet faces, FaceChoice choice)
      throws DataSetException {
    BitSet learned = new BitSet();
    if (record.faces() == faces.size()) {
      learned.set(0, faces.size());
      record.validationRows().forEach(learned::clear);
    } else if (choice != FaceChoice.ALL) {
      throw new DataSetException(
          "%s was trained on %,d faces, but %s has %,d, so nobody can tell which of them it has learned from: name the data that it was trained on, or, if these faces are new to it, score all of them (--faces all)."
              .formatted(name, record.faces(), faces.path(), faces.size()));
    }
    return learned;
  }

  /** Whether the data set has other faces than it was trained on. */
  boolean isStrangerTo(FaceDataSet faces) {
    return record.faces() != faces.size();
  }

  /** The shortest ends of the paths that tell them apart. */
  private static List<String> names(List<Path> folders) {
    List<Path> paths = folders.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
    List<String> names = new ArrayList<>();
    for (Path path : paths) {
      int parts = 1;
      while (parts < path.getNameCount() && !isUnique(end(path, parts), parts, paths)) {
        parts++;
      }
      names.add(end(path, parts));
    }
    return names;
  }

  private static boolean isUnique(String name, int parts, List<Path> paths) {
    return paths.stream().filter(path -> end(path, parts).equals(name)).count() == 1;
  }

  private static String end(Path path, int parts) {
    int count = path.getNameCount();
    return count == 0
        ? path.toString()
        : path.subpath(Math.max(0, count - parts), count).toString();
  }
}
