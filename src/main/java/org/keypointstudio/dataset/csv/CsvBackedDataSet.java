package org.keypointstudio.dataset.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.keypointstudio.dataset.StoredDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;

/** A data set whose annotations are cells of a CSV file: one line a face, in the file's order. */
public interface CsvBackedDataSet extends StoredDataSet {

  /** The annotations and where they are from. */
  CsvLabels labels();

  /** The same faces with the annotations that were saved. */
  CsvBackedDataSet withLabels(CsvLabels saved);

  @Override
  default CsvBackedDataSet withAnnotations(List<Annotation> annotations) {
    return withLabels(new CsvLabels(labels().source(), labels().columns(), annotations));
  }

  @Override
  default Set<Visibility> carriedStates() {
    return Set.of(Visibility.UNLABELLED, Visibility.VISIBLE);
  }

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
