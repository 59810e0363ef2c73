package org.keypointstudio.dataset;

import java.util.List;
import java.util.Set;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Visibility;

/** A data set that a {@link DataSetStore} read from disk and can write back. */
public interface StoredDataSet extends FaceDataSet {

  /**
   * The same faces with other annotations.
   *
   * @param annotations one a face, in the data set's order
   */
  StoredDataSet withAnnotations(List<Annotation> annotations);

  /** The states of keypoints that its file can tell apart; the others are kept beside it. */
  Set<Visibility> carriedStates();

  /** Sentences for the person about what is missing, or was left aside when it was opened. */
  default List<String> remarks() {
    return List.of();
  }
}
