package org.keypointstudio.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.FormatRoundTrip;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.dataset.kaggle.KaggleCsvWriter;
import org.keypointstudio.dataset.schema.SchemaFile;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.model.schema.OwnSchema;
import org.keypointstudio.project.ProjectFolder;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;

/** Small whole files of every kind, made by the program's own writers where it writes that kind. */
final class FuzzSeeds {
  private static final int SEEDS = 6;

  private FuzzSeeds() {}

  @FunctionalInterface
  private interface InFolder {
    List<byte[]> make(Path folder) throws IOException;
  }

  private static List<byte[]> inNewFolder(InFolder making) throws IOException {
    Path folder = Files.createTempDirectory("seeds");
    try {
      return making.make(folder);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** What a format writes of random faces. */
  static List<byte[]> ofFormat(KeypointFormat format, String fileName) throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      FormatRoundTrip trip = new FormatRoundTrip(format, seed);
      AnnotatedImages faces = trip.faces();
      seeds.addAll(
          inNewFolder(
              folder -> {
                trip.writeAndRead(faces, folder);
                return List.of(Files.readAllBytes(folder.resolve(fileName)));
              }));
    }
    return seeds;
  }

  /** The description, a zero, and the labels of an image. */
  static List<byte[]> yolo(KeypointFormat format) throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      FormatRoundTrip trip = new FormatRoundTrip(format, seed);
      AnnotatedImages faces = trip.faces();
      seeds.addAll(
          inNewFolder(
              folder -> {
                trip.writeAndRead(faces, folder);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (Stream<Path> files = Files.walk(folder)) {
                  for (Path file : files.sorted().toList()) {
                    if (file.toString().endsWith(".yaml")) {
                      bytes.write(Files.readAllBytes(file));
                      bytes.write(0);
                    }
                  }
                }
                try (Stream<Path> files = Files.walk(folder)) {
                  for (Path file : files.filter(FuzzSeeds::isText).sorted().toList()) {
                    bytes.write(Files.readAllBytes(file));
                  }
                }
                return List.of(bytes.toByteArray());
              }));
    }
    return seeds;
  }

  private static boolean isText(Path file) {
    return file.toString().endsWith(".txt");
  }

  private static List<byte[]> texts(String... texts) {
    return Arrays.stream(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  static List<byte[]> kaggle() throws IOException {
    return inNewFolder(
        folder -> {
          Path file = folder.resolve("training.csv");
          try (KaggleCsvWriter out =
              new KaggleCsvWriter(Files.newOutputStream(file), KeypointSchema.kaggle15())) {
            Annotation empty = Annotation.unlabelled(15);
            GrayImage image = new GrayImage(KaggleCsvWriter.IMAGE_SIZE, new byte[96 * 96]);
            out.write(empty, image);
            out.write(empty.with(3, Keypoint.visible(12.5, -7.25)), image);
          }
          return List.of(
              Files.readAllBytes(file),
              "a_x,a_y,Image\n1.5,2,1 2 3 4\n,,0 255 7 9\r\n".getBytes(StandardCharsets.UTF_8));
        });
  }

  static List<byte[]> packedKaggle() throws IOException {
    List<byte[]> packed = new ArrayList<>();
    for (byte[] csv : kaggle()) {
      ByteArrayOutputStream gzip = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
        out.write(csv);
      }
      packed.add(gzip.toByteArray());
      ByteArrayOutputStream zip = new ByteArrayOutputStream();
      try (ZipOutputStream out = new ZipOutputStream(zip)) {
        out.putNextEntry(new ZipEntry("training.csv"));
        out.write(csv);
        out.closeEntry();
      }
      packed.add(zip.toByteArray());
    }
    return packed;
  }

  static List<byte[]> folderTable() {
    return texts(
        "filename,nose_x,nose_y,chin_x,chin_y\nimage 0.png,1.5,2,,\n\"a,b.png\",3,4,5e0,-6.25\n",
        ",0,1,2,3\nimage 0.png,1,2,3,4\r\n",
        "\uFEFFimage_name,a_x,a_y\nimage 0.png,1,2\n");
  }

  static List<byte[]> testTable() {
    return texts("ImageId,Image\n1,1 2 3 4\n2,4 3 2 1\n");
  }

  static List<byte[]> lookupTable() {
    return texts(
        "RowId,ImageId,FeatureName,Location\n1,1,left_eye_center_x,\n2,1,nose_tip_y,\n",
        "RowId,ImageId,FeatureName,Location\r\r\n1,1,left_eye_center_x\r\r\n");
  }

  static List<byte[]> groups() {
    return texts("row,group\n0,a\n1,a\n2,b\n3,\"c,d\"\n");
  }

  static List<byte[]> schema() throws IOException {
    return inNewFolder(
        folder -> {
          KeypointSchema kaggle = KeypointSchema.kaggle15();
          Path file = folder.resolve("schema.json");
          new SchemaFile(file).write(new OwnSchema(kaggle, kaggle.keypointNames()));
          return List.of(Files.readAllBytes(file));
        });
  }

  static List<byte[]> mapping() {
    return texts("target,sources\nleft_eye_center,p36 p39\nnose_tip,p30\nmouth,\n");
  }

  static List<byte[]> cleaningRules() {
    return texts(
        """
        {"name": "usual", "rules": [
          {"find": "unreadable image", "do": "exclude"},
          {"find": "fewer points", "least": 4, "do": "exclude"},
          {"find": "points outside the image", "margin": 0.5, "do": "clear"},
          {"find": "identical rows", "do": "keep first"},
          {"find": "duplicates with differing labels", "tolerance": 0.5, "do": "average"}]}
        """);
  }

  static List<byte[]> study() {
    return texts(
        """
        {"name": "Rows", "question": "Which?", "seeds": [1, 2],
         "settings": {"model": "cnn", "maxEpochs": 7},
         "grid": {"rows": ["complete", "mean"], "augmentation": ["none", "flips"]}}
        """,
        """
        {"name": "Rows", "question": "Which?", "seeds": [3],
         "settings": {"model": "compact"}, "variants": [{"name": "as it comes"}, {"name": "wing", "loss": "wing"}]}
        """);
  }

  /** The marks of a table's faces, as a save of them writes them. */
  static List<byte[]> labels() throws IOException {
    return inNewFolder(
        folder -> {
          Path data = folder.resolve("labels.csv");
          Files.write(data, folderTable().getFirst());
          LabelStore store =
              new LabelStore(new DataSetFiles(), path -> ProjectFolder.of(path, folder));
          LabelledDataSet opened = store.open(data, TaskContext.unattended());
          List<FaceLabels> labels = new ArrayList<>(opened.labels());
          labels.set(
              0,
              labels
                  .getFirst()
                  .with(0, new Keypoint(4, 5, Visibility.OCCLUDED), Origin.model("cnn 1"))
                  .with(1, Keypoint.absent(), Origin.HAND)
                  .withLocked(Set.of(0))
                  .withNotes(new FaceNotes("hand", new TreeSet<>(Set.of("hard")), true)));
          store.save(opened, labels, data, 0, TaskContext.unattended());
          return List.of(Files.readAllBytes(ProjectFolder.of(data, folder).labels()));
        });
  }

  static List<byte[]> images() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String type : List.of("png", "jpg", "bmp", "gif", "tif")) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB), type, bytes);
      seeds.add(bytes.toByteArray());
    }
    ByteArrayOutputStream sixteen = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_USHORT_GRAY), "png", sixteen);
    seeds.add(sixteen.toByteArray());
    return seeds;
  }
}
