package org.keypointstudio.ui.compare;

import org.keypointstudio.ui.session.ModelEntry;

/** In which order one steps from face to face. */
public sealed interface FaceOrder {

  /** As the data set has them. */
  record DataOrder() implements FaceOrder {
    @Override
    public String toString() {
      return "Data order";
    }
  }

  /**
   * The largest error first.
   *
   * @param model whose error
   */
  record WorstFirst(ModelEntry model) implements FaceOrder {
    @Override
    public String toString() {
      return "Worst first: " + model.name();
    }
  }

  /** The face first whose predictions lie farthest apart. */
  record LargestDisagreement() implements FaceOrder {
    @Override
    public String toString() {
      return "Largest disagreement";
    }
  }
}
