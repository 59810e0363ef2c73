package org.keypointstudio.dataset.file;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.DataSetStore;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.StoredDataSet;
import org.keypointstudio.dataset.csv.CsvBackedDataSet;
import org.keypointstudio.dataset.csv.CsvSaver;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.folder.FolderCsvReader;
import org.keypointstudio.dataset.format.FormatDataSet;
import org.keypointstudio.dataset.format.FormatStore;
import org.keypointstudio.dataset.format.KeypointFormats;
import org.keypointstudio.dataset.kaggle.KaggleCsvReader;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.task.TaskContext;

/** The formats of this program behind one door. */
public final class DataSetFiles implements DataSetStore {
  private final KaggleCsvReader kaggleReader = new KaggleCsvReader();
  private final FolderCsvReader folderReader = new FolderCsvReader();
  private final CsvSaver csvSaver = new CsvSaver();

  private final FormatStore formatStore = new FormatStore();
  private final DataSetFinder finder;

  /** A store of all formats that the program knows. */
  public DataSetFiles() {
    this(KnownFormats.all());
  }

  /** A store of CSV files and of these formats. */
  public DataSetFiles(KeypointFormats formats) {
    this.finder = new DataSetFinder(formats);
  }

  @Override
  public StoredDataSet open(Path path, TaskContext context) throws DataSetException {
    return open(path, context, _ -> {});
  }

  @Override
  public StoredDataSet open(Path path, TaskContext context, Consumer<FaceDataSet> onFirstFaces)
      throws DataSetException {
    DataSetFinder.Found found = finder.find(path);
    if (found.format().isPresent()) {
      return formatStore.open(found.path(), found.format().get(), context);
    }
    CsvSource source = CsvSource.of(found.path());
    return switch (CsvFormat.of(source)) {
      case KAGGLE -> kaggleReader.read(source, context, onFirstFaces);
      case IMAGE_FOLDER -> folderReader.read(source, context, onFirstFaces);
    };
  }

  @Override
  public StoredDataSet save(
      FaceDataSet opened, List<Annotation> annotations, Path target, TaskContext context)
      throws DataSetException {
    return switch (opened) {
      case CsvBackedDataSet csv -> csvSaver.save(csv, annotations, target, context);
      case FormatDataSet faces -> formatStore.save(faces, annotations, target, context);
      default -> throw notFromHere(opened);
    };
  }

  @Override
  public void saveWithout(
      FaceDataSet opened,
      List<Annotation> annotations,
      IntPredicate dropped,
      Path target,
      TaskContext context)
      throws DataSetException {
    switch (opened) {
      case CsvBackedDataSet csv -> csvSaver.saveWithout(csv, annotations, dropped, target, context);
      case FormatDataSet faces ->
          formatStore.saveWithout(faces, annotations, dropped, target, context);
      default -> throw notFromHere(opened);
    }
  }

  @Override
  public void requireUnchanged(FaceDataSet opened) throws DataSetException {
    switch (opened) {
      case CsvBackedDataSet csv -> csvSaver.requireUnchanged(csv);
      case FormatDataSet faces -> formatStore.requireUnchanged(faces);
      default -> throw notFromHere(opened);
    }
  }

  private static IllegalArgumentException notFromHere(FaceDataSet opened) {
    return new IllegalArgumentException(opened.getClass() + " did not come from this store");
  }
}
