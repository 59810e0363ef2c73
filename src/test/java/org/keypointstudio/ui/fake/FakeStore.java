package org.keypointstudio.ui.fake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.ChangedOutsideException;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.DataSetStore;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.task.TaskContext;

/** Opens the data sets that a test puts in, and takes what is saved. */
public final class FakeStore implements DataSetStore {
  private final Map<Path, FakeDataSet> files = new HashMap<>();
  private final Map<Path, Part> parts = new HashMap<>();
  private final List<List<Annotation>> saved = new ArrayList<>();
  private boolean diskFull;
  private boolean changedOutside;

  /** A file that can be opened. */
  public void put(Path path, FakeDataSet dataSet) {
    files.put(path, dataSet);
  }

  /** What is read first of a file, and what happens before the rest is. */
  private record Part(FakeDataSet first, Runnable meanwhile) {}

  /** Of a file these faces are read first. */
  public void readInParts(Path path, FakeDataSet first, Runnable meanwhile) {
    parts.put(path, new Part(first, meanwhile));
  }

  /** Saving fails from now on. */
  public void fillDisk() {
    diskFull = true;
  }

  /** Another program changes a file; what is opened from now on is this. */
  public void changeOutside(Path path, FakeDataSet dataSet) {
    put(path, dataSet);
    changedOutside = true;
  }

  /** What was saved, oldest first. */
  public List<List<Annotation>> saved() {
    return saved;
  }

  @Override
  public FaceDataSet open(Path path, TaskContext context) throws DataSetException {
    FakeDataSet dataSet = files.get(path);
    if (dataSet == null) {
      throw new DataSetException(path + " is not there.");
    }
    changedOutside = false;
    return dataSet;
  }

  @Override
  public FaceDataSet open(Path path, TaskContext context, Consumer<FaceDataSet> onFirstFaces)
      throws DataSetException {
    Optional.ofNullable(parts.get(path))
        .ifPresent(
            part -> {
              onFirstFaces.accept(part.first());
              part.meanwhile().run();
            });
    return open(path, context);
  }

  @Override
  public FaceDataSet save(
      FaceDataSet opened, List<Annotation> annotations, Path target, TaskContext context)
      throws DataSetException {
    if (diskFull) {
      throw new DataSetException("The disk is full.");
    }
    saved.add(List.copyOf(annotations));
    return new FakeDataSet(target, annotations);
  }

  @Override
  public void saveWithout(
      FaceDataSet opened,
      List<Annotation> annotations,
      IntPredicate dropped,
      Path target,
      TaskContext context)
      throws DataSetException {
    if (diskFull) {
      throw new DataSetException("The disk is full.");
    }
    saved.add(
        IntStream.range(0, annotations.size())
            .filter(dropped.negate())
            .mapToObj(annotations::get)
            .toList());
  }

  @Override
  public void requireUnchanged(FaceDataSet opened) throws DataSetException {
    if (changedOutside) {
      throw new ChangedOutsideException(String.valueOf(opened.path().getFileName()));
    }
  }
}
