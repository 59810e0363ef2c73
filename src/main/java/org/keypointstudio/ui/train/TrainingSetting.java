package org.keypointstudio.ui.train;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.AugmentationPreset;
import org.keypointstudio.training.Loss;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.Schedule;
import org.keypointstudio.training.TrainingConfig;

/**
 * One of the things that a configuration says besides the model.
 *
 * @param read its value in a configuration
 * @param write the configuration with another value
 * @param words the value in a few words: "batch 32"
 * @param <T> its values
 */
record TrainingSetting<T>(
    Function<TrainingConfig, T> read,
    BiFunction<TrainingConfig, T, TrainingConfig> write,
    Function<T, String> words) {

  /** All settings, the ones that people change most first. */
  static List<TrainingSetting<?>> all() {
    return List.of(
        new TrainingSetting<>(
            TrainingConfig::rows,
            TrainingConfig::withRows,
            rows -> rows.toString().toLowerCase(Locale.ROOT)),
        new TrainingSetting<>(
            TrainingConfig::augmentation,
            TrainingConfig::withAugmentation,
            TrainingSetting::augmentation),
        new TrainingSetting<>(
            TrainingConfig::loss, TrainingConfig::withLoss, TrainingSetting::loss),
        new TrainingSetting<>(
            TrainingConfig::optimizer, TrainingConfig::withOptimizer, TrainingSetting::optimizer),
        new TrainingSetting<>(
            TrainingConfig::learningRate,
            TrainingConfig::withLearningRate,
            rate -> "rate " + plain(rate)),
        new TrainingSetting<>(
            TrainingConfig::schedule, TrainingConfig::withSchedule, TrainingSetting::schedule),
        new TrainingSetting<>(
            TrainingConfig::batchSize, TrainingConfig::withBatchSize, size -> "batch " + size),
        new TrainingSetting<>(
            TrainingConfig::maxEpochs, TrainingConfig::withMaxEpochs, count -> count + " epochs"),
        new TrainingSetting<>(
            TrainingConfig::maxDuration,
            TrainingConfig::withMaxDuration,
            TrainingSetting::duration),
        new TrainingSetting<>(
            TrainingConfig::dropout,
            TrainingConfig::withDropout,
            share -> "dropout " + plain(100 * share) + " %"),
        new TrainingSetting<>(
            TrainingConfig::members,
            TrainingConfig::withMembers,
            count -> count == 1 ? "one network" : count + " networks averaged"),
        new TrainingSetting<>(
            TrainingConfig::patience,
            TrainingConfig::withPatience,
            epochs -> epochs == 0 ? "no early stop" : "patience " + epochs),
        new TrainingSetting<>(
            TrainingConfig::validationShare,
            TrainingConfig::withValidationShare,
            share -> plain(100 * share) + " % held out"),
        new TrainingSetting<>(
            TrainingConfig::seed, TrainingConfig::withSeed, seed -> "seed " + seed),
        new TrainingSetting<Optional<Path>>(
            TrainingConfig::warmStart,
            TrainingConfig::withWarmStart,
            start ->
                start.map(folder -> "from " + RunFolders.nameOf(folder)).orElse("cold start")));
  }

  /** Whether two configurations say the same. */
  boolean isSame(TrainingConfig one, TrainingConfig other) {
    return read.apply(one).equals(read.apply(other));
  }

  /** A configuration that says what another one says. */
  TrainingConfig taken(TrainingConfig config, TrainingConfig from) {
    return write.apply(config, read.apply(from));
  }

  /** What a configuration says, in a few words. */
  String describe(TrainingConfig config) {
    return words.apply(read.apply(config));
  }

  private static String augmentation(Augmentation augmentation) {
    return AugmentationPreset.of(augmentation)
        .map(AugmentationPreset::description)
        .orElse("custom augmentation");
  }

  private static String loss(Loss loss) {
    return switch (loss) {
      case Loss.SquaredError _ -> "squared error";
      case Loss.SmoothL1(double beta) -> "smooth L1, β " + plain(beta) + " px";
      case Loss.Wing(double width, double curvature) ->
          "Wing, w %s ε %s px".formatted(plain(width), plain(curvature));
    };
  }

  private static String optimizer(Optimizer optimizer) {
    return switch (optimizer) {
      case Optimizer.AdamW(double decay) -> "AdamW, decay " + plain(decay);
      case Optimizer.Adam _ -> "Adam";
      case Optimizer.Nesterov(double momentum, double decay) ->
          "Nesterov %s, decay %s".formatted(plain(momentum), plain(decay));
    };
  }

  private static String schedule(Schedule schedule) {
    return "%s, warm-up %s %%"
        .formatted(
            schedule.shape().toString().toLowerCase(Locale.ROOT),
            plain(100 * schedule.warmUpShare()));
  }

  private static String duration(Duration duration) {
    return plain(duration.toMillis() / 60_000.0) + " min";
  }

  /** The shortest way to write a number to five figures. */
  private static String plain(double number) {
    return new java.math.BigDecimal(number, new java.math.MathContext(5))
        .stripTrailingZeros()
        .toPlainString();
  }
}
