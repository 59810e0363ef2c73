package org.keypointstudio.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.ui.session.ModelEntry;

/** In which order one steps from face to face. */
public sealed interface FaceOrder {
  /** Of more models there are too many pairs for a list. */
  int MOST_PAIRED = 4;

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

  /**
   * The face first on which one model is worse than another by most.
   *
   * @param wrong the model that errs
   * @param right the one that does not
   */
  record WrongAndRight(ModelEntry wrong, ModelEntry right) implements FaceOrder {
    @Override
    public String toString() {
      return "%s wrong, %s right".formatted(wrong.name(), right.name());
    }
  }

  /**
   * The face first on which any model places a keypoint worst. Faces without its label come last.
   *
   * @param keypoint index in the schema
   * @param name of the keypoint
   */
  record WorstOfKeypoint(int keypoint, String name) implements FaceOrder {
    @Override
    public String toString() {
      return "Worst " + name;
    }
  }

  /**
   * The orders that make sense.
   *
   * @param models that are shown
   * @param schema of the open data set
   * @param keypoint the selected one; empty if none is
   */
  static List<FaceOrder> possible(
      List<ModelEntry> models, Optional<KeypointSchema> schema, OptionalInt keypoint) {
    List<FaceOrder> orders = new ArrayList<>();
    orders.add(new DataOrder());
    models.forEach(model -> orders.add(new WorstFirst(model)));
    if (models.size() > 1) {
      orders.add(new LargestDisagreement());
    }
    for (ModelEntry wrong : models) {
      for (ModelEntry right : models) {
        if (wrong != right && models.size() <= MOST_PAIRED) {
          orders.add(new WrongAndRight(wrong, right));
        }
      }
    }
    if (!models.isEmpty() && schema.isPresent() && keypoint.isPresent()) {
      int index = keypoint.getAsInt();
      orders.add(new WorstOfKeypoint(index, schema.get().displayName(index)));
    }
    return orders;
  }
}
