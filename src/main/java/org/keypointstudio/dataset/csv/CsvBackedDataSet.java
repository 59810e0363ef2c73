package org.keypointstudio.dataset.csv;

import java.util.List;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;

/** A data set whose annotations are cells of a CSV file: one line a face, in the file's order. */
public interface CsvBackedDataSet extends FaceDataSet {

  /** The file as it was when it was read. */
  CsvSource source();

  /** Which column holds which coordinate. */
  KeypointColumns columns();

  /** The same faces after their annotations were saved to a file. */
  CsvBackedDataSet savedAs(
      CsvSource target, KeypointColumns targetColumns, List<Annotation> current);
}
