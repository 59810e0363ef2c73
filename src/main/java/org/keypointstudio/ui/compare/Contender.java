package org.keypointstudio.ui.compare;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.session.ModelEntry;

/**
 * A model that is compared.
 *
 * @param model the model
 * @param predictions one a face of the data set
 * @param heldOut positions of the faces that it has not learned from
 */
record Contender(ModelEntry model, List<Annotation> predictions, Set<Integer> heldOut) {

  /** The model if its predictions are there. */
  static Stream<Contender> of(ModelEntry model) {
    return model.predictionsProperty().get().stream()
        .map(
            set ->
                new Contender(
                    model, set.predictions(), Set.copyOf(model.record().validationRows())));
  }
}
