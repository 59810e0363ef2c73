package org.keypointstudio.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.training.Loss;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.Schedule;
import org.keypointstudio.training.TrainingConfig;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The settings of a run; what is not given is what the network is trained with by default. */
final class TrainingOptions {
  private static final double MILLIS_PER_MINUTE = 60_000;

  @Mixin private AugmentationOptions augmentation = new AugmentationOptions();

  @Option(names = "--epochs", paramLabel = "N", description = "Most passes over the faces.")
  private @Nullable Integer epochs;

  @Option(names = "--minutes", paramLabel = "M", description = "Longest time of training.")
  private @Nullable Double minutes;

  @Option(names = "--batch", paramLabel = "N", description = "Faces per step.")
  private @Nullable Integer batch;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the split, the initial weights, the augmentation and the dropout.")
  private @Nullable Long seed;

  @Option(
      names = "--validation-share",
      paramLabel = "X",
      description = "Share of the faces that only judge, between 0 and 1.")
  private @Nullable Double validationShare;

  @Option(
      names = "--rows",
      paramLabel = "POLICY",
      converter = ChoiceConverter.Rows.class,
      description =
          "What is learned from faces with unlabelled keypoints: ${COMPLETION-CANDIDATES} (complete"
              + " rows only; all, masked; all, filled with the mean; all, filled from the row"
              + " before).",
      completionCandidates = ChoiceConverter.Rows.class)
  private @Nullable RowPolicy rows;

  @Option(
      names = "--loss",
      paramLabel = "LOSS",
      converter = ChoiceConverter.Losses.class,
      completionCandidates = ChoiceConverter.Losses.class,
      description = "What training makes small: ${COMPLETION-CANDIDATES}.")
  private @Nullable Loss loss;

  @Option(
      names = "--loss-width",
      paramLabel = "PX",
      description = "Error in pixels from which on smooth-l1 or wing grow evenly.")
  private @Nullable Double lossWidth;

  @Option(
      names = "--loss-curvature",
      paramLabel = "PX",
      description = "Curvature of wing in pixels; less weighs small errors more.")
  private @Nullable Double lossCurvature;

  @Option(
      names = "--optimizer",
      paramLabel = "NAME",
      converter = ChoiceConverter.Optimizers.class,
      completionCandidates = ChoiceConverter.Optimizers.class,
      description = "How a gradient becomes a step: ${COMPLETION-CANDIDATES}.")
  private @Nullable Optimizer optimizer;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "The highest rate of the schedule.")
  private @Nullable Double learningRate;

  @Option(
      names = "--weight-decay",
      paramLabel = "X",
      description =
          "Share of the weights, times the rate, that each step of adamw or nesterov takes.")
  private @Nullable Double weightDecay;

  @Option(
      names = "--momentum",
      paramLabel = "X",
      description = "Share of the last step that nesterov keeps, between 0 and 1.")
  private @Nullable Double momentum;

  @Option(
      names = "--schedule",
      paramLabel = "SHAPE",
      converter = ChoiceConverter.Schedules.class,
      completionCandidates = ChoiceConverter.Schedules.class,
      description = "How the learning rate goes: ${COMPLETION-CANDIDATES}.")
  private Schedule.@Nullable Shape schedule;

  @Option(
      names = "--warm-up",
      paramLabel = "X",
      description = "Share of the run in which the rate rises, between 0 and 1.")
  private @Nullable Double warmUp;

  @Option(
      names = "--dropout",
      paramLabel = "X",
      description =
          "Share of the values between the fully connected layers that a step leaves out.")
  private @Nullable Double dropout;

  @Option(
      names = "--members",
      paramLabel = "N",
      description =
          "How many networks learn side by side, whose answers are averaged; a step takes as many"
              + " times as long.")
  private @Nullable Integer members;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "Epochs without a better validation error after which training ends; 0: never.")
  private @Nullable Integer patience;

  @Option(
      names = "--warm-start",
      paramLabel = "RUN_DIR",
      description = "An earlier run of the same network whose weights training starts from.")
  private @Nullable Path warmStart;

  /**
   * The configuration of a run.
   *
   * @throws IllegalArgumentException with a sentence for the person if a value makes no sense or
   *     does not fit another one
   */
  TrainingConfig config(ModelKind model) {
    TrainingConfig usual = TrainingConfig.defaults(model);
    return new TrainingConfig(
        model,
        given(epochs, usual.maxEpochs()),
        minutes == null ? usual.maxDuration() : duration(minutes),
        given(batch, usual.batchSize()),
        given(learningRate, usual.learningRate()),
        given(validationShare, usual.validationShare()),
        given(seed, usual.seed()),
        augmentation.applyTo(usual.augmentation()),
        given(rows, usual.rows()),
        shaped(given(loss, usual.loss())),
        tuned(given(optimizer, usual.optimizer())),
        schedule(usual.schedule()),
        given(dropout, usual.dropout()),
        given(members, usual.members()),
        given(patience, usual.patience()),
        warmStart == null ? usual.warmStart() : Optional.of(warmStart));
  }

  private static Duration duration(double minutes) {
    return Duration.ofMillis(Math.round(minutes * MILLIS_PER_MINUTE));
  }

  private Schedule schedule(Schedule usual) {
    Schedule chosen = schedule == null ? usual : Schedule.of(schedule);
    return new Schedule(chosen.shape(), given(warmUp, chosen.warmUpShare()));
  }

  private Loss shaped(Loss chosen) {
    return switch (chosen) {
      case Loss.SquaredError same -> {
        refuse(lossWidth, "--loss-width", same.id());
        refuse(lossCurvature, "--loss-curvature", same.id());
        yield same;
      }
      case Loss.SmoothL1 smooth -> {
        refuse(lossCurvature, "--loss-curvature", smooth.id());
        yield new Loss.SmoothL1(given(lossWidth, smooth.betaPixels()));
      }
      case Loss.Wing wing ->
          new Loss.Wing(
              given(lossWidth, wing.widthPixels()), given(lossCurvature, wing.curvaturePixels()));
    };
  }

  private Optimizer tuned(Optimizer chosen) {
    return switch (chosen) {
      case Optimizer.AdamW adamW -> {
        refuse(momentum, "--momentum", adamW.id());
        yield new Optimizer.AdamW(given(weightDecay, adamW.weightDecay()));
      }
      case Optimizer.Adam adam -> {
        refuse(momentum, "--momentum", adam.id());
        refuse(weightDecay, "--weight-decay", adam.id());
        yield adam;
      }
      case Optimizer.Nesterov nesterov ->
          new Optimizer.Nesterov(
              given(momentum, nesterov.momentum()), given(weightDecay, nesterov.weightDecay()));
    };
  }

  private static void refuse(@Nullable Double value, String option, String choice) {
    if (value != null) {
      throw new IllegalArgumentException(
          "%s has no meaning for %s: leave it out or choose another one."
              .formatted(option, choice));
    }
  }

  private static <T> T given(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
