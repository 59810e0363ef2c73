package org.keypointstudio.dataset.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.DataSetStore;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.csv.CsvBackedDataSet;
import org.keypointstudio.dataset.csv.CsvSaver;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.folder.FolderCsvReader;
import org.keypointstudio.dataset.kaggle.KaggleCsvReader;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.task.TaskContext;

/** The formats of this program behind one door. */
public final class DataSetFiles implements DataSetStore {
  private static final List<String> KAGGLE_NAMES =
      List.of("training.csv", "training.csv.gz", "training.zip");

  private final KaggleCsvReader kaggleReader = new KaggleCsvReader();
  private final FolderCsvReader folderReader = new FolderCsvReader();
  private final CsvSaver csvSaver = new CsvSaver();

  @Override
  public FaceDataSet open(Path path, TaskContext context) throws DataSetException {
    CsvSource source = CsvSource.of(Files.isDirectory(path) ? dataSetIn(path) : path);
    return switch (CsvFormat.of(source)) {
      case KAGGLE -> kaggleReader.read(source, context);
      case IMAGE_FOLDER -> folderReader.read(source, context);
    };
  }

  @Override
  public FaceDataSet save(
      FaceDataSet opened, List<Annotation> annotations, Path target, TaskContext context)
      throws DataSetException {
    return csvSaver.save(own(opened), annotations, target, context);
  }

  @Override
  public void saveWithout(
      FaceDataSet opened,
      List<Annotation> annotations,
      IntPredicate dropped,
      Path target,
      TaskContext context)
      throws DataSetException {
    csvSaver.saveWithout(own(opened), annotations, dropped, target, context);
  }

  @Override
  public void requireUnchanged(FaceDataSet opened) throws DataSetException {
    csvSaver.requireUnchanged(own(opened));
  }

  private static CsvBackedDataSet own(FaceDataSet opened) {
    if (opened instanceof CsvBackedDataSet faces) {
      return faces;
    }
    throw new IllegalArgumentException(opened.getClass() + " did not come from this store");
  }

  private static Path dataSetIn(Path folder) throws DataSetException {
    Optional<Path> known =
        KAGGLE_NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    List<Path> tables;
    try (Stream<Path> files = Files.list(folder)) {
      tables = files.filter(DataSetFiles::isTable).sorted().toList();
    } catch (IOException problem) {
      throw new DataSetException(
          "The folder %s could not be read: %s.".formatted(folder, problem.getMessage()), problem);
    }
    if (tables.size() == 1) {
      return tables.getFirst();
    }
    throw new DataSetException(
        tables.isEmpty()
            ? "The folder %s holds no CSV file: open a training.csv, or a folder with one CSV beside its images."
                .formatted(folder)
            : "The folder %s holds %d CSV files: open the one that is meant."
                .formatted(folder, tables.size()));
  }

  private static boolean isTable(Path path) {
    return CsvSource.fileName(path).toLowerCase(Locale.ROOT).endsWith(".csv")
        && Files.isRegularFile(path);
  }
}
