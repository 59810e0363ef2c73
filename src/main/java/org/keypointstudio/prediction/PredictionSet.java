package org.keypointstudio.prediction;

import java.util.List;
import org.keypointstudio.model.Annotation;

/**
 * What one model says about every face of a data set.
 *
 * @param modelName what people call the model
 * @param predictions one a face, in the data set's order
 */
public record PredictionSet(String modelName, List<Annotation> predictions) {

  /** Copies the list. */
  public PredictionSet {
    predictions = List.copyOf(predictions);
  }
}
