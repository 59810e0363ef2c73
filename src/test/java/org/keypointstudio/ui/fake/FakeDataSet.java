package org.keypointstudio.ui.fake;

import java.nio.file.Path;
import java.util.List;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Face;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;

/** A data set of grey squares, with the annotations that a test gives. */
public record FakeDataSet(Path path, List<Annotation> annotations) implements FaceDataSet {
  private static final ImageSize SIZE = new ImageSize(96, 96);

  /** A data set with these annotations. */
  public static FakeDataSet of(Annotation... annotations) {
    return new FakeDataSet(Path.of("faces.csv"), List.of(annotations));
  }

  /** The same faces with other annotations, as if they had been written to a file. */
  public FakeDataSet saved(Path target, List<Annotation> written) {
    return new FakeDataSet(target, written);
  }

  @Override
  public KeypointSchema schema() {
    return KeypointSchema.kaggle15();
  }

  @Override
  public int size() {
    return annotations.size();
  }

  @Override
  public Face face(int index) {
    return new Face(index, "row " + (index + 1));
  }

  @Override
  public GrayImage image(int index) {
    return new GrayImage(SIZE, new byte[SIZE.pixelCount()]);
  }

  @Override
  public Annotation annotation(int index) {
    return annotations.get(index);
  }
}
