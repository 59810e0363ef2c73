package org.keypointstudio.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.keypointstudio.project.study.Study;
import org.keypointstudio.training.AugmentationPreset;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.TrainingConfig;

/**
 * What a person ticked: every combination is a recipe.
 *
 * @param models networks to try, with their own defaults
 * @param rows policies for faces with missing keypoints
 * @param augmentations how the training faces are varied
 * @param epochs of each run
 * @param seeds how often each recipe is trained
 */
record StudyChoices(
    List<ModelKind> models,
    List<RowPolicy> rows,
    List<AugmentationPreset> augmentations,
    int epochs,
    int seeds) {

  StudyChoices {
    models = List.copyOf(models);
    rows = List.copyOf(rows);
    augmentations = List.copyOf(augmentations);
  }

  /** The number of recipes; 0 if something is left open. */
  int recipes() {
    return models.size() * rows.size() * augmentations.size();
  }

  /** The study that these choices make; there must be at least one recipe. */
  Study study() {
    List<Study.Variant> variants = new ArrayList<>(recipes());
    for (ModelKind model : models) {
      for (RowPolicy policy : rows) {
        for (AugmentationPreset preset : augmentations) {
          TrainingConfig config =
              TrainingConfig.defaults(model)
                  .withMaxEpochs(epochs)
                  .withMaxDuration(Study.AMPLE_TIME)
                  .withRows(policy)
                  .withAugmentation(preset.augmentation());
          variants.add(new Study.Variant(name(model, policy, preset), config));
        }
      }
    }
    return new Study(
        "Study",
        "Which network, rows and augmentation give the smallest error?",
        variants,
        LongStream.rangeClosed(1, seeds).boxed().toList());
  }

  private static String name(ModelKind model, RowPolicy policy, AugmentationPreset preset) {
    return "%s · %s · %s"
        .formatted(model.displayName(), policy.displayName(), preset.description());
  }
}
