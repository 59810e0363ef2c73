package org.keypointstudio.bench.open;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.dataset.kaggle.KaggleCsvWriter;
import org.keypointstudio.task.TaskContext;

/** Writes a file in Kaggle's schema of any length, by repeating the rows of another one. */
final class LongFile {
  private LongFile() {}

  /**
   * Writes so many rows.
   *
   * @param source a data set of 96 × 96 images with Kaggle's keypoints
   */
  static void write(Path source, int rows, Path target) throws IOException, DataSetException {
    FaceDataSet faces = new DataSetFiles().open(source, TaskContext.unattended());
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target), 1 << 20);
        KaggleCsvWriter writer = new KaggleCsvWriter(file, faces.schema())) {
      for (int row = 0; row < rows; row++) {
        int face = row % faces.size();
        writer.write(faces.annotation(face), faces.image(face));
      }
    }
  }
}
