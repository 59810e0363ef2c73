package org.keypointstudio.ui.train;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.training.TrainingConfig;

/** Configurations in words. */
final class ConfigurationText {
  private ConfigurationText() {}

  /** The model and what was chosen otherwise than usual: "CNN · rate 0.002 · batch 32". */
  static String summary(TrainingConfig config) {
    List<String> words = new ArrayList<>();
    words.add(config.model().displayName());
    words.addAll(differences(config));
    return String.join(" · ", words);
  }

  /** What was chosen otherwise than the model's defaults, in a few words each. */
  static List<String> differences(TrainingConfig config) {
    TrainingConfig usual = TrainingConfig.defaults(config.model());
    return TrainingSetting.all().stream()
        .filter(setting -> !setting.isSame(config, usual))
        .map(setting -> setting.describe(config))
        .toList();
  }
}
