package org.keypointstudio.dataset.csv;

import java.util.List;
import org.keypointstudio.model.Annotation;

/**
 * Annotations as a CSV file holds them.
 *
 * @param source the file as it was when it was read or written
 * @param columns which column holds which coordinate
 * @param annotations one a face, in the file's order
 */
public record CsvLabels(CsvSource source, KeypointColumns columns, List<Annotation> annotations) {

  /** Copies the list. */
  public CsvLabels {
    annotations = List.copyOf(annotations);
  }
}
