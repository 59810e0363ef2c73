package org.keypointstudio.project.labels;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.DataSetStore;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.StoredDataSet;
import org.keypointstudio.dataset.schema.SchemaFile;
import org.keypointstudio.dataset.version.FileVersion;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.OwnSchema;
import org.keypointstudio.project.ProjectFolder;
import org.keypointstudio.project.backup.Backups;
import org.keypointstudio.task.TaskContext;

/**
 * Opens and saves data sets with everything that people said of their faces. What the data file
 * cannot carry lies in the project folder.
 *
 * <p>A save keeps the earlier version, then writes the marks, for the labels that the data file has
 * and for those that it gets, then the data file. Whenever the program breaks off, the marks fit
 * the labels; what is not in either file yet is in the journal, which is to be begun anew after the
 * save.
 */
public final class LabelStore {
  private final DataSetStore store;
  private final Function<Path, ProjectFolder> projects;

  /**
   * A store.
   *
   * @param store opens and saves the data files
   * @param projects where the program keeps what belongs to a data set, by the data set's path
   */
  public LabelStore(DataSetStore store, Function<Path, ProjectFolder> projects) {
    this.store = store;
    this.projects = projects;
  }

  /**
   * Looks whether the file of a data set is still the one that was opened.
   *
   * @throws org.keypointstudio.dataset.ChangedOutsideException if another program changed it
   * @throws DataSetException if it cannot be read any more
   */
  public void requireUnchanged(FaceDataSet opened) throws DataSetException {
    store.requireUnchanged(ArrangedDataSet.stored(opened));
  }

  /** Where the program keeps what belongs to a data set. */
  public ProjectFolder project(Path dataSet) {
    return projects.apply(dataSet);
  }

  /**
   * A file of a data set's project that a later version of this program wrote, so that this one
   * must not replace it; empty if there is none.
   */
  public Optional<Path> fileOfLaterVersion(Path dataSet) {
    ProjectFolder project = projects.apply(dataSet);
    if (marks(dataSet).isOfLaterVersion()) {
      return Optional.of(project.labels());
    }
    return schemaFile(project).isOfLaterVersion()
        ? Optional.of(project.schema())
        : Optional.empty();
  }

  /** Refuses to replace what a later version wrote. */
  private void requireKnownVersion(Path target) throws DataSetException {
    Optional<Path> later = fileOfLaterVersion(target);
    if (later.isPresent()) {
      throw new DataSetException(FileVersion.refusal(later.get()));
    }
  }

  /**
   * Opens a data set with its marks.
   *
   * @throws DataSetException with one sentence for the person if it is not whole and well-formed
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public LabelledDataSet open(Path path, TaskContext context) throws DataSetException {
    return open(path, context, _ -> {});
  }

  /**
   * Opens a data set with its marks, and gives its first faces to look at while the others are
   * still being read.
   *
   * @param onFirstFaces takes them as they are in the data file, without their marks; see {@link
   *     DataSetStore#open(Path, TaskContext, Consumer)}
   * @throws DataSetException with one sentence for the person if it is not whole and well-formed
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public LabelledDataSet open(Path path, TaskContext context, Consumer<FaceDataSet> onFirstFaces)
      throws DataSetException {
    FaceDataSet dataSet = store.open(path, context, onFirstFaces);
    return arranged(dataSet, marks(dataSet.path()), schemaFile(projects.apply(dataSet.path())));
  }

  /**
   * Opens an earlier version of a data set.
   *
   * @throws DataSetException with one sentence for the person if it is not whole and well-formed
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public LabelledDataSet open(Backups.Version version, TaskContext context)
      throws DataSetException {
    return arranged(
        store.open(version.data(), context),
        new MarksFile(version.marks()),
        schemaFile(version.project()));
  }

  private static SchemaFile schemaFile(ProjectFolder project) {
    return new SchemaFile(project.schema());
  }

  /**
   * The data set with its marks, in the schema that a person gave it. One that cannot be used is
   * told, and the data set keeps that of its file.
   */
  private static LabelledDataSet arranged(FaceDataSet dataSet, MarksFile marks, SchemaFile file) {
    if (!file.exists() || !(dataSet instanceof StoredDataSet stored)) {
      return marked(dataSet, List.of(), marks);
    }
    List<String> problems = new ArrayList<>();
    try {
      OwnSchema own = file.read();
      if (own.order(stored.schema()).isPresent()) {
        LabelledDataSet opened = marked(stored, own.addedSources(), marks);
        ArrangedDataSet arranged =
            new ArrangedDataSet((StoredDataSet) opened.dataSet(), own, opened.labels());
        return new LabelledDataSet(arranged, arranged.labels(), opened.messages());
      }
      problems.add(
          "The schema in %s is not used, since %s has other keypoints than it names: correct its sources or delete it."
              .formatted(file, stored.path().getFileName()));
    } catch (DataSetException problem) {
      problems.add(String.valueOf(problem.getMessage()));
    }
    LabelledDataSet plain = marked(dataSet, List.of(), marks);
    problems.addAll(0, plain.messages());
    return new LabelledDataSet(plain.dataSet(), plain.labels(), problems);
  }

  /**
   * Gives a data set another schema, in which it opens from then on. Its files stay as they are.
   *
   * @param opened as {@link #open} gave it
   * @param schema as it is to be
   * @param sources for each keypoint of the schema its name in {@link #sources}; nothing for one
   *     that is added
   * @throws DataSetException with one sentence for the person if it could not be written
   */
  public void giveSchema(FaceDataSet opened, KeypointSchema schema, List<Optional<String>> sources)
      throws DataSetException {
    requireKnownVersion(opened.path());
    OwnSchema before = ArrangedDataSet.own(opened);
    List<String> inFile = ArrangedDataSet.stored(opened).schema().keypointNames();
    List<String> names = new ArrayList<>();
    Set<String> added = new TreeSet<>();
    for (int keypoint = 0; keypoint < sources.size(); keypoint++) {
      String wish = schema.keypointNames().get(keypoint);
      String name = sources.get(keypoint).orElseGet(() -> freeName(wish, inFile, before));
      names.add(name);
      if (!inFile.contains(name)) {
        added.add(name);
      }
    }
    Set<String> leftOut = new TreeSet<>(inFile);
    names.forEach(leftOut::remove);
    schemaFile(projects.apply(opened.path())).write(new OwnSchema(schema, names, added, leftOut));
  }

  /** A name under which an added keypoint can be kept, apart from all others. */
  private static String freeName(String wish, List<String> inFile, OwnSchema before) {
    String name = wish;
    while (inFile.contains(name) || before.sources().contains(name)) {
      name += "_added";
    }
    return name;
  }

  /** For each keypoint of a data set its name in its files, or beside them. */
  public static List<String> sources(FaceDataSet dataSet) {
    return ArrangedDataSet.own(dataSet).sources();
  }

  /** The keypoints of a data set's files that its schema leaves out, in the order of the files. */
  public static List<String> leftOut(FaceDataSet dataSet) {
    Set<String> leftOut = ArrangedDataSet.own(dataSet).leftOut();
    return ArrangedDataSet.stored(dataSet).schema().keypointNames().stream()
        .filter(leftOut::contains)
        .toList();
  }

  /** Whether a keypoint of a data set is in its files, and not kept beside them. */
  public static boolean isInFile(FaceDataSet dataSet, int keypoint) {
    OwnSchema own = ArrangedDataSet.own(dataSet);
    return !own.added().contains(own.sources().get(keypoint));
  }

  /** A copy of a data set has its schema too. */
  private void keepSchema(FaceDataSet opened, Path target) throws DataSetException {
    SchemaFile copy = schemaFile(projects.apply(target));
    if (opened instanceof ArrangedDataSet && !copy.exists()) {
      copy.write(ArrangedDataSet.own(opened));
    }
  }

  /** The data set of the files, and its labels with the added keypoints behind the files' own. */
  private static LabelledDataSet marked(FaceDataSet dataSet, List<String> added, MarksFile file) {
    List<Annotation> loaded =
        IntStream.range(0, dataSet.size()).mapToObj(dataSet::annotation).toList();
    MarksFile.Marked marked = file.read(dataSet.schema(), added, loaded);
    if (!(dataSet instanceof StoredDataSet stored)) {
      return new LabelledDataSet(dataSet, marked.faces(), marked.problems());
    }
    List<String> messages = new ArrayList<>(stored.remarks());
    messages.addAll(marked.problems());
    return new LabelledDataSet(
        stored.withAnnotations(inFile(dataSet, marked.faces())), marked.faces(), messages);
  }

  /** What the files of a data set hold of labels. */
  private static List<Annotation> inFile(FaceDataSet stored, List<FaceLabels> labels) {
    int size = stored.schema().size();
    return labels.stream().map(face -> face.cutTo(size).annotation()).toList();
  }

  private MarksFile marks(Path dataSet) {
    return new MarksFile(projects.apply(dataSet).labels());
  }

  /**
   * Writes a data set with its marks.
   *
   * @param opened the data set and the labels as {@link #open} or the last save gave them
   * @param labels one a face, in the data set's order
   * @param target where to write; the path that was opened, or another one
   * @param backups how many earlier versions of the target are kept; 0 for none
   * @return the data set as it now stands at the target, for the next save
   * @throws org.keypointstudio.dataset.ChangedOutsideException if the file on disk is no longer the
   *     one that was opened
   * @throws DataSetException with one sentence for the person if it could not be written
   * @throws java.util.concurrent.CancellationException if cancelled; the target is as it was
   */
  public LabelledDataSet save(
      LabelledDataSet opened,
      List<FaceLabels> labels,
      Path target,
      int backups,
      TaskContext context)
      throws DataSetException {
    List<String> messages = new ArrayList<>();
    ProjectFolder project = projects.apply(target);
    FaceDataSet stored = ArrangedDataSet.stored(opened.dataSet());
    List<FaceLabels> whole = ArrangedDataSet.toStored(opened.dataSet(), labels);
    requireKnownVersion(target);
    store.requireUnchanged(stored);
    keepSchema(opened.dataSet(), target);
    new Backups(project).keep(target, backups).ifPresent(messages::add);
    writeMarks(
        opened.dataSet(),
        ArrangedDataSet.toStored(opened.dataSet(), opened.labels()),
        whole,
        target,
        messages);
    FaceDataSet written = store.save(stored, inFile(stored, whole), target, context);
    return new LabelledDataSet(
        ArrangedDataSet.like(opened.dataSet(), written, whole), labels, messages);
  }

  /**
   * Writes a copy of a data set in which some faces are missing, with the marks of the others.
   *
   * @param opened the data set as {@link #open} or the last save gave it
   * @param labels one a face, in the data set's order, of the missing ones too
   * @param dropped which faces the copy does not have, by their positions
   * @param target another path than the one that was opened
   * @return sentences for the person: where marks went that the copy cannot carry
   * @throws org.keypointstudio.dataset.ChangedOutsideException if the file on disk is no longer the
   *     one that was opened
   * @throws DataSetException with one sentence for the person if it could not be written
   * @throws java.util.concurrent.CancellationException if cancelled; the target is as it was
   */
  public List<String> saveWithout(
      LabelledDataSet opened,
      List<FaceLabels> labels,
      IntPredicate dropped,
      Path target,
      TaskContext context)
      throws DataSetException {
    FaceDataSet stored = ArrangedDataSet.stored(opened.dataSet());
    List<FaceLabels> whole = ArrangedDataSet.toStored(opened.dataSet(), labels);
    requireKnownVersion(target);
    keepSchema(opened.dataSet(), target);
    store.saveWithout(stored, inFile(stored, whole), dropped, target, context);
    List<FaceLabels> kept =
        IntStream.range(0, labels.size()).filter(dropped.negate()).mapToObj(whole::get).toList();
    List<String> messages = new ArrayList<>();
    writeMarks(opened.dataSet(), kept, kept, target, messages);
    return List.copyOf(messages);
  }

  /** Where the marks lie, as short as it can be said. */
  private Path brief(Path target) {
    Path file = projects.apply(target).labels();
    Path folder = target.toAbsolutePath().normalize().getParent();
    return folder != null && file.startsWith(folder) ? folder.relativize(file) : file;
  }

  private void writeMarks(
      FaceDataSet dataSet,
      List<FaceLabels> before,
      List<FaceLabels> labels,
      Path target,
      List<String> messages)
      throws DataSetException {
    MarksFile file = marks(target);
    FaceDataSet stored = ArrangedDataSet.stored(dataSet);
    List<String> added = ArrangedDataSet.own(dataSet).addedSources();
    List<FaceLabels> kept = UncarriedMarks.of(stored, labels);
    MarkCounts counts = MarkCounts.of(kept, stored.schema().size());
    boolean first = !file.exists();
    if (first && counts.isEmpty()) {
      return;
    }
    try {
      file.write(stored.schema(), added, UncarriedMarks.of(stored, before), kept);
    } catch (IOException problem) {
      throw new DataSetException(
          "Nothing was saved, since what the data file cannot carry could not be written to %s (%s): make room there, or check who may write."
              .formatted(projects.apply(target).path(), problem.getMessage()),
          problem);
    }
    if (first) {
      messages.add(
          "%s cannot hold %s: they are kept beside it in %s."
              .formatted(target.getFileName(), counts.describe(), brief(target)));
    }
  }
}
