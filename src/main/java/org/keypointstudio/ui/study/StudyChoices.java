package org.keypointstudio.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.keypointstudio.project.study.Study;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.TrainingConfig;

/**
 * What a person ticked: every combination is a recipe.
 *
 * @param models networks to try, with their own defaults
 * @param rows policies for faces with missing keypoints
 * @param variations of the training faces
 * @param epochs of each run
 * @param seeds how often each recipe is trained
 */
record StudyChoices(
    List<ModelKind> models,
    List<RowPolicy> rows,
    List<Variation> variations,
    int epochs,
    int seeds) {

  StudyChoices {
    models = List.copyOf(models);
    rows = List.copyOf(rows);
    variations = List.copyOf(variations);
  }

  /** The number of recipes; 0 if something is left open. */
  int recipes() {
    return models.size() * rows.size() * variations.size();
  }

  /** The study that these choices make; there must be at least one recipe. */
  Study study() {
    List<Study.Variant> variants = new ArrayList<>(recipes());
    for (ModelKind model : models) {
      for (RowPolicy policy : rows) {
        for (Variation variation : variations) {
          TrainingConfig config =
              TrainingConfig.defaults(model)
                  .withMaxEpochs(epochs)
                  .withRows(policy)
                  .withAugmentation(variation.augmentation());
          variants.add(new Study.Variant(name(model, policy, variation), config));
        }
      }
    }
    return new Study(
        "Study",
        "Which network, rows and variation of the faces give the smallest error?",
        variants,
        LongStream.rangeClosed(1, seeds).boxed().toList());
  }

  private static String name(ModelKind model, RowPolicy policy, Variation variation) {
    return "%s · %s · %s".formatted(model.displayName(), policy.displayName(), variation);
  }
}
