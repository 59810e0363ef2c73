package org.keypointstudio.project.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.kaggle.KaggleCsvWriter;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.network.InputFrame;

/**
 * Writes the faces of a data set as Kaggle's {@code training.csv}: each face's own part of its
 * image, stretched to 96 × 96 pixels where it has another size, and its keypoints with it.
 */
final class KaggleExport {
  private static final InputFrame FRAME =
      new InputFrame(KaggleCsvWriter.IMAGE_SIZE.width(), KaggleCsvWriter.IMAGE_SIZE.height());

  private final FaceDataSet dataSet;
  private final List<FaceLabels> labels;
  private final List<FaceLabels> written = new ArrayList<>();
  private int stretched;
  private int missing;

  KaggleExport(FaceDataSet dataSet, List<FaceLabels> labels) {
    this.dataSet = dataSet;
    this.labels = labels;
  }

  Conversion.Done write(Conversion.Order order, TaskContext context) throws DataSetException {
    BitSet leftOut = order.leftOut(labels);
    AnnotationFile.replace(
        order.path(),
        temporary -> {
          try (KaggleCsvWriter out =
              new KaggleCsvWriter(Files.newOutputStream(temporary), dataSet.schema())) {
            for (int face = 0; face < dataSet.size(); face++) {
              context.throwIfCancelled();
              context.report(face, dataSet.size(), "Writing faces");
              if (!leftOut.get(face)) {
                write(face, out);
              }
            }
          }
          if (written.isEmpty()) {
            throw new DataSetException(
                "None of the images of %s can be read, so there is nothing to write."
                    .formatted(dataSet.path().getFileName()));
          }
        });
    Conversion.Result result =
        new Conversion.Result(
            order.path(), written.size(), leftOut.cardinality(), 0, losses(order), messages());
    return new Conversion.Done(result, new WrittenFaces(dataSet.schema(), written, List.of()));
  }

  private void write(int face, KaggleCsvWriter out) throws IOException {
    GrayImage image;
    try {
      image = dataSet.image(face);
    } catch (IOException _) {
      missing++; // counted in the result
      return;
    }
    written.add(labels.get(face));
    if (image.size().equals(KaggleCsvWriter.IMAGE_SIZE)) {
      out.write(labels.get(face).annotation(), image);
      return;
    }
    stretched++;
    byte[] pixels = new byte[FRAME.pixelCount()];
    FRAME.copyPixels(image, pixels, 0);
    out.write(
        stretched(labels.get(face).annotation(), image.size()),
        new GrayImage(KaggleCsvWriter.IMAGE_SIZE, pixels));
  }

  private static Annotation stretched(Annotation annotation, ImageSize size) {
    List<Keypoint> keypoints = new ArrayList<>();
    for (Keypoint keypoint : annotation.keypoints()) {
      keypoints.add(
          keypoint.isPlaced()
              ? new Keypoint(
                  FRAME.toInputX(keypoint.x(), size.width()),
                  FRAME.toInputY(keypoint.y(), size.height()),
                  keypoint.visibility())
              : keypoint);
    }
    return Annotation.of(keypoints);
  }

  private List<String> losses(Conversion.Order order) {
    List<AnnotatedFace> faces = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      faces.add(AnnotatedFace.of("row " + i, written.get(i).annotation()));
    }
    return Losses.of(
        new AnnotatedImages(dataSet.schema(), faces), written, order.target().carries());
  }

  private List<String> messages() {
    List<String> messages = new ArrayList<>();
    if (stretched > 0) {
      messages.add(
          "%,d images were stretched to 96 × 96 grey pixels, and their keypoints with them; names and colours of images are not in the file."
              .formatted(stretched));
    }
    if (missing > 0) {
      messages.add(
          "%,d faces were left out, since their images cannot be read.".formatted(missing));
    }
    return messages;
  }
}
