package org.keypointstudio.dataset.csv;

import java.nio.file.Path;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;

/** A data set whose annotations are cells of a CSV file: one line a face, in the file's order. */
public interface CsvBackedDataSet extends FaceDataSet {

  /** The annotations and where they are from. */
  CsvLabels labels();

  /** The same faces with the annotations that were saved. */
  CsvBackedDataSet withLabels(CsvLabels saved);

  @Override
  default Path path() {
    return labels().source().path();
  }

  @Override
  default KeypointSchema schema() {
    return labels().columns().schema();
  }

  @Override
  default int size() {
    return labels().annotations().size();
  }

  @Override
  default Annotation annotation(int index) {
    return labels().annotations().get(index);
  }
}
