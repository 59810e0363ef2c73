package org.keypointstudio.fuzz;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.dataset.file.KnownFormats;
import org.keypointstudio.dataset.format.FormatDataSet;
import org.keypointstudio.dataset.format.FormatStore;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.dataset.format.PixelCoordinate;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.dataset.image.GrayImageFile;
import org.keypointstudio.dataset.schema.MappingTable;
import org.keypointstudio.dataset.schema.SchemaFile;
import org.keypointstudio.dataset.submission.ImageNumbers;
import org.keypointstudio.dataset.submission.LookupTable;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.project.ProjectFolder;
import org.keypointstudio.project.cleaning.CleaningRulesFile;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.project.study.StudyFile;
import org.keypointstudio.task.TaskContext;

/** The readers of files that the program did not write itself, or that others may have changed. */
public final class FuzzedReaders {
  private static final String IMAGE = "image 0.png";
  private static final int FACES = 4;

  private FuzzedReaders() {}

  /** All of them. */
  public static List<FuzzedReader> all() {
    List<FuzzedReader> readers = new ArrayList<>();
    for (KeypointFormat format : KnownFormats.all().all()) {
      readers.add(format.id().equals("yolo") ? yolo(format) : format(format));
    }
    readers.add(table("kaggle", "training.csv", FuzzSeeds::kaggle));
    readers.add(table("kaggle-packed", "training.bin", FuzzSeeds::packedKaggle));
    readers.add(table("csv", "labels.csv", FuzzSeeds::folderTable));
    readers.add(
        new FuzzedReader(
            "test-csv",
            "test.csv",
            _ -> {},
            (_, file) -> ImageNumbers.read(file),
            FuzzSeeds::testTable));
    readers.add(
        new FuzzedReader(
            "lookup-table",
            "IdLookupTable.csv",
            _ -> {},
            (_, file) -> LookupTable.read(file),
            FuzzSeeds::lookupTable));
    readers.add(
        new FuzzedReader(
            "groups",
            "groups.csv",
            _ -> {},
            (_, file) -> FaceGroups.read(file, FACES),
            FuzzSeeds::groups));
    readers.add(
        new FuzzedReader(
            "schema",
            "schema.json",
            _ -> {},
            (_, file) -> new SchemaFile(file).read(),
            FuzzSeeds::schema));
    readers.add(
        new FuzzedReader(
            "mapping",
            "mapping.csv",
            _ -> {},
            (_, file) -> MappingTable.find(file.toString()),
            FuzzSeeds::mapping));
    readers.add(
        new FuzzedReader(
            "cleaning-rules",
            "rules.json",
            _ -> {},
            (_, file) -> new CleaningRulesFile().read("rules.json", Files.readAllBytes(file)),
            FuzzSeeds::cleaningRules));
    readers.add(
        new FuzzedReader(
            "study",
            "study.json",
            _ -> {},
            (_, file) -> new StudyFile().read("study.json", Files.readAllBytes(file)),
            FuzzSeeds::study));
    readers.add(labels());
    readers.add(
        new FuzzedReader(
            "image",
            "image.bin",
            _ -> {},
            (_, file) -> GrayImageFile.read(file),
            FuzzSeeds::images));
    return List.copyOf(readers);
  }

  /** The one with an id, if there is one. */
  public static Optional<FuzzedReader> byId(String id) {
    return all().stream().filter(reader -> reader.id().equals(id)).findFirst();
  }

  private static FuzzedReader format(KeypointFormat format) {
    boolean beside = format.layout() == KeypointFormat.Layout.ONE_FILE_PER_IMAGE;
    String name = (beside ? "image 0" : "labels") + format.fileEnding();
    return new FuzzedReader(
        format.id(),
        name,
        FuzzedReaders::putImage,
        (_, file) -> open(format, file),
        () -> FuzzSeeds.ofFormat(format, name));
  }

  /** Its bytes are the description of the data set up to a zero, then the labels of one image. */
  private static FuzzedReader yolo(KeypointFormat format) {
    return new FuzzedReader(
        format.id(),
        "input.bin",
        folder -> {
          putImage(folder);
          Files.createDirectories(folder.resolve("labels"));
          Files.createDirectories(folder.resolve("images"));
          putImage(folder.resolve("images"));
        },
        (folder, file) -> {
          byte[] bytes = Files.readAllBytes(file);
          int end = 0;
          while (end < bytes.length && bytes[end] != 0) {
            end++;
          }
          byte[] labels = new byte[Math.max(0, bytes.length - end - 1)];
          System.arraycopy(bytes, bytes.length - labels.length, labels, 0, labels.length);
          Files.write(folder.resolve("data.yaml"), Arrays.copyOf(bytes, end));
          Files.write(folder.resolve("labels").resolve("image 0.txt"), labels);
          open(format, folder.resolve("data.yaml"));
        },
        () -> FuzzSeeds.yolo(format));
  }

  private static void open(KeypointFormat format, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    format.recognises(file, Arrays.copyOf(bytes, Math.min(bytes.length, 1 << 16)));
    requireCoordinates(new FormatStore().open(file, format, TaskContext.unattended()));
  }

  private static FuzzedReader table(String id, String name, FuzzedReader.Seeds seeds) {
    return new FuzzedReader(
        id,
        name,
        FuzzedReaders::putImage,
        (_, file) -> requireCoordinates(new DataSetFiles().open(file, TaskContext.unattended())),
        seeds);
  }

  /** Whatever is in a file, nothing reaches the window that it cannot draw. */
  private static void requireCoordinates(FaceDataSet faces) {
    for (int face = 0; face < faces.size(); face++) {
      Annotation annotation = faces.annotation(face);
      for (int i = 0; i < annotation.size(); i++) {
        double farthest =
            (faces instanceof FormatDataSet ? 3 : 1) * PixelCoordinate.FARTHEST; // of its crop
        if (annotation.isPlaced(i)
            && !(Math.abs(annotation.x(i)) <= farthest && Math.abs(annotation.y(i)) <= farthest)) {
          throw new AssertionError(
              "A keypoint at %s, %s".formatted(annotation.x(i), annotation.y(i)));
        }
      }
      if (faces.face(face).name().isEmpty()) {
        throw new AssertionError("A face without a name");
      }
    }
  }

  private static FuzzedReader labels() {
    return new FuzzedReader(
        "labels",
        "labels.csv.keypoint-studio/labels.json",
        folder -> {
          putImage(folder);
          Files.writeString(
              folder.resolve("labels.csv"),
              "filename,nose_x,nose_y,chin_x,chin_y\nimage 0.png,4,5,,\n");
        },
        (folder, _) -> {
          Path data = folder.resolve("labels.csv");
          LabelStore store =
              new LabelStore(new DataSetFiles(), path -> ProjectFolder.of(path, folder));
          LabelledDataSet opened = store.open(data, TaskContext.unattended());
          if (opened.labels().size() != opened.dataSet().size()) {
            throw new AssertionError("Labels of %d faces".formatted(opened.labels().size()));
          }
        },
        FuzzSeeds::labels);
  }

  private static void putImage(Path folder) throws IOException {
    ImageIO.write(
        new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY),
        "png",
        folder.resolve(IMAGE).toFile());
  }
}
