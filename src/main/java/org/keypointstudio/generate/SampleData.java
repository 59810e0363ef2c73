package org.keypointstudio.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

/**
 * The folder {@code sample-data} that comes with the program. What is written depends on nothing
 * but the program's version: the same bytes on every machine, but for the compression of the PNG
 * files, whose pixels are the same.
 */
public final class SampleData {
  /** What {@code training.csv} is made from. */
  public static final GeneratorOptions TRAINING =
      new GeneratorOptions(320, 2013, MissingValues.MIXED, 0.075);

  private static final int TEST_IMAGES = 24;
  private static final long TEST_SEED = 2014;
  private static final long FOLDER_SEED = 2015;

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
    writeText(folder.resolve("manifest.json"), manifest(training));
    writeText(folder.resolve("test.csv"), test(context));
    writeText(folder.resolve("IdLookupTable.csv"), lookUpTable());
    SampleFolder.write(folder.resolve("faces-folder"), FOLDER_SEED, context);
  }

  private static void writeText(Path file, String text) throws IOException {
    AtomicFile.replace(
        file, temporary -> Files.writeString(temporary, text, StandardCharsets.UTF_8));
  }

  private static String manifest(GeneratedDataSet training) throws IOException {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    // The printer's line ends are the system's; the file's are LF everywhere.
    return json.writeValueAsString(training).replace("\r\n", "\n") + "\n";
  }

  private static String test(TaskContext context) {
    CallSheet callSheet = new CallSheet(TEST_SEED);
    StringBuilder text = new StringBuilder("ImageId,Image\n");
    for (int row = 0; row < TEST_IMAGES; row++) {
      context.throwIfCancelled();
      GrayImage image = callSheet.face(row).image();
      text.append(row + 1);
      for (int i = 0; i < image.size().pixelCount(); i++) {
        text.append(i == 0 ? ',' : ' ').append(image.at(i % image.width(), i / image.width()));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Asks for up to 15 keypoints of the first images and at most four of the others. */
  private static String lookUpTable() {
    KeypointSchema schema = KeypointSchema.kaggle15();
    LabelPlan plan = LabelPlan.of(MissingValues.MIXED, TEST_IMAGES, TEST_SEED);
    StringBuilder table = new StringBuilder("RowId,ImageId,FeatureName,Location\n");
    int rowId = 1;
    for (int row = 0; row < TEST_IMAGES; row++) {
      for (int keypoint = 0; keypoint < schema.size(); keypoint++) {
        if (plan.isLabelled(row, keypoint)) {
          String name = schema.keypointNames().get(keypoint);
          for (String axis : new String[] {"_x", "_y"}) {
            table.append(rowId++).append(',').append(row + 1).append(',');
            table.append(name).append(axis).append(",\n");
          }
        }
      }
    }
    return table.toString();
  }
}
