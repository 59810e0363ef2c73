package org.keypointstudio.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.keypointstudio.generate.face.RenderedFace;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

/**
 * The folder {@code sample-data} that comes with the program. What is written depends on nothing
 * but the program's version.
 */
public final class SampleData {
  /** What {@code training.csv} is made from. */
  public static final GeneratorOptions TRAINING =
      new GeneratorOptions(320, 2013, MissingValues.MIXED, 0.075);

  static final int TEST_IMAGES = 24;
  static final int FOLDER_IMAGES = 24;
  private static final long TEST_SEED = 2014;
  private static final long FOLDER_SEED = 2015;
  private static final int[] FOLDER_SIDES = {128, 160, 192, 224, 256};

  private SampleData() {}

  /**
   * Writes all files of the folder but its README.
   *
   * @param folder where to; made if it is not there
   * @throws java.util.concurrent.CancellationException if the context asks to stop
   * @throws IOException if a file cannot be written
   */
  public static void write(Path folder, TaskContext context) throws IOException {
    Files.createDirectories(folder);
    GeneratedDataSet training =
        DataSetGenerator.write(TRAINING, folder.resolve("training.csv"), context);
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    WholeFile.write(
        folder.resolve("manifest.json"),
        out ->
            out.write((json.writeValueAsString(training) + "\n").getBytes(StandardCharsets.UTF_8)));
    writeTest(folder.resolve("test.csv"), context);
    writeLookUp(folder.resolve("IdLookupTable.csv"));
    writeFolder(folder.resolve("faces-folder"), context);
  }

  private static void writeTest(Path file, TaskContext context) throws IOException {
    CallSheet callSheet = new CallSheet(TEST_SEED);
    WholeFile.write(
        file,
        out -> {
          PrintStream text = new PrintStream(out, false, StandardCharsets.US_ASCII);
          text.print("ImageId,Image\n");
          for (int row = 0; row < TEST_IMAGES; row++) {
            context.throwIfCancelled();
            GrayImage image = callSheet.face(row).image();
            StringBuilder pixels = new StringBuilder();
            for (int i = 0; i < image.size().pixelCount(); i++) {
              pixels
                  .append(i == 0 ? "" : " ")
                  .append(image.at(i % image.width(), i / image.width()));
            }
            text.print((row + 1) + "," + pixels + "\n");
          }
          text.flush();
          if (text.checkError()) {
            throw new IOException("Cannot write " + file);
          }
        });
  }

  /** Asks for all keypoints of the first half of the images and for four of the others. */
  private static void writeLookUp(Path file) throws IOException {
    KeypointSchema schema = KeypointSchema.kaggle15();
    LabelPlan plan = LabelPlan.of(MissingValues.MIXED, TEST_IMAGES, TEST_SEED);
    StringBuilder table = new StringBuilder("RowId,ImageId,FeatureName,Location\n");
    int rowId = 1;
    for (int row = 0; row < TEST_IMAGES; row++) {
      for (int keypoint = 0; keypoint < schema.size(); keypoint++) {
        if (plan.isLabelled(row, keypoint)) {
          for (String axis : new String[] {"_x", "_y"}) {
            String feature = schema.keypointNames().get(keypoint) + axis;
            table
                .append(rowId++)
                .append(',')
                .append(row + 1)
                .append(',')
                .append(feature)
                .append(",\n");
          }
        }
      }
    }
    WholeFile.write(file, out -> out.write(table.toString().getBytes(StandardCharsets.US_ASCII)));
  }

  private static void writeFolder(Path folder, TaskContext context) throws IOException {
    Files.createDirectories(folder);
    KeypointSchema schema = KeypointSchema.kaggle15();
    CallSheet callSheet = new CallSheet(FOLDER_SEED);
    StringBuilder table = new StringBuilder("image");
    schema.keypointNames().forEach(name -> table.append("," + name + "_x," + name + "_y"));
    table.append('\n');
    for (int row = 0; row < FOLDER_IMAGES; row++) {
      context.throwIfCancelled();
      RenderedFace face = callSheet.face(row, FOLDER_SIDES[row % FOLDER_SIDES.length]);
      String name = String.format(Locale.ROOT, "face-%02d.png", row + 1);
      WholeFile.write(
          folder.resolve(name), out -> ImageIO.write(picture(face.image()), "png", out));
      table.append(name);
      Annotation annotation = face.annotation();
      for (int keypoint = 0; keypoint < annotation.size(); keypoint++) {
        table.append("," + annotation.x(keypoint) + "," + annotation.y(keypoint));
      }
      table.append('\n');
    }
    WholeFile.write(
        folder.resolve("keypoints.csv"),
        out -> out.write(table.toString().getBytes(StandardCharsets.US_ASCII)));
  }

  private static BufferedImage picture(GrayImage image) {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        picture.getRaster().setSample(x, y, 0, image.at(x, y));
      }
    }
    return picture;
  }
}
