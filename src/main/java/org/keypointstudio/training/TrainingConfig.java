package org.keypointstudio.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.keypointstudio.training.network.NetworkSpec;

/**
 * Everything a person chooses for a run.
 *
 * @param model which network
 * @param maxEpochs passes over the training faces after which training ends
 * @param maxDuration time after which training ends, if that comes first
 * @param batchSize faces per step
 * @param learningRate the highest rate of the schedule
 * @param validationShare share of the faces, by group, that only judge, 0 to 1 exclusive
 * @param seed of the split, the initial weights, the augmentation and the dropout
 * @param augmentation how the training faces are varied
 * @param rows what is learned from faces with unlabelled keypoints
 * @param loss what training makes small
 * @param optimizer how a gradient becomes a step
 * @param schedule how the learning rate goes over the run
 * @param dropout share of the values between the fully connected layers that each step leaves out,
 *     0 to 1 exclusive
 * @param members how many networks learn side by side, whose answers are averaged; a step takes as
 *     many times as long
 * @param patience epochs without a better validation error after which training ends; 0 for never
 * @param warmStart folder of an earlier run of the same network whose weights training starts from
 */
public record TrainingConfig(
    ModelKind model,
    int maxEpochs,
    Duration maxDuration,
    int batchSize,
    double learningRate,
    double validationShare,
    long seed,
    Augmentation augmentation,
    RowPolicy rows,
    Loss loss,
    Optimizer optimizer,
    Schedule schedule,
    double dropout,
    int members,
    int patience,
    Optional<Path> warmStart) {

  /** The most networks that a run trains side by side. */
  public static final int MOST_MEMBERS = NetworkSpec.MOST_MEMBERS;

  /**
   * The plain recipe: all rows masked, squared error, AdamW with weight decay 1e-4, a cosine, no
   * dropout, one network, no early stopping, no warm start. A record of a run that names none of
   * these means this.
   */
  public TrainingConfig(
      ModelKind model,
      int maxEpochs,
      Duration maxDuration,
      int batchSize,
      double learningRate,
      double validationShare,
      long seed,
      Augmentation augmentation) {
    this(
        model,
        maxEpochs,
        maxDuration,
        batchSize,
        learningRate,
        validationShare,
        seed,
        augmentation,
        RowPolicy.ALL_MASKED,
        new Loss.SquaredError(),
        new Optimizer.AdamW(Optimizer.USUAL_WEIGHT_DECAY),
        Schedule.of(Schedule.Shape.COSINE),
        0,
        1,
        0,
        Optional.empty());
  }

  /** The plain recipe with the augmentation that the network is trained with by default. */
  public TrainingConfig(
      ModelKind model,
      int maxEpochs,
      Duration maxDuration,
      int batchSize,
      double learningRate,
      double validationShare,
      long seed) {
    this(
        model,
        maxEpochs,
        maxDuration,
        batchSize,
        learningRate,
        validationShare,
        seed,
        Augmentation.defaultOf(model));
  }

  /** A sensible start for a network: ten minutes at most. */
  public static TrainingConfig defaults(ModelKind model) {
    return switch (model) {
      case SEQUENTIAL, CNN, CNN_FLIP ->
          new TrainingConfig(model, 100, Duration.ofMinutes(10), 64, 1e-3, 0.1, 1);
      case COMPACT ->
          new TrainingConfig(model, 300, Duration.ofMinutes(10), 64, 2e-3, 0.1, 1).withMembers(2);
    };
  }

  /** The same network and numbers with the plain recipe. */
  public TrainingConfig plain() {
    return new TrainingConfig(
        model,
        maxEpochs,
        maxDuration,
        batchSize,
        learningRate,
        validationShare,
        seed,
        augmentation);
  }

  /**
   * @throws IllegalArgumentException with a sentence for the person if a value makes no sense
   */
  public TrainingConfig {
    require(maxEpochs >= 1, "The number of epochs must be at least 1, but is " + maxEpochs + ".");
    require(maxDuration.isPositive(), "The training time must be longer than zero, but is not.");
    require(batchSize >= 1, "The batch size must be at least 1, but is " + batchSize + ".");
    require(
        learningRate > 0 && Double.isFinite(learningRate),
        "The learning rate must be a positive number, but is " + learningRate + ".");
    require(
        validationShare > 0 && validationShare < 1,
        "The validation share must lie between 0 and 1, but is " + validationShare + ".");
    require(
        dropout >= 0 && dropout < 1,
        "The dropout must lie between 0 and 1 (exclusive), but is " + dropout + ".");
    require(
        members >= 1 && members <= MOST_MEMBERS,
        "The number of networks must lie between 1 and %d, but is %d."
            .formatted(MOST_MEMBERS, members));
    require(patience >= 0, "The patience must be 0 epochs or more, but is " + patience + ".");
  }

  /** The same, with another network; nothing else changes. */
  public TrainingConfig withModel(ModelKind kind) {
    return edited(draft -> draft.model = kind);
  }

  /** The same, with another number of epochs. */
  public TrainingConfig withMaxEpochs(int epochs) {
    return edited(draft -> draft.maxEpochs = epochs);
  }

  /** The same, with another time limit. */
  public TrainingConfig withMaxDuration(Duration duration) {
    return edited(draft -> draft.maxDuration = duration);
  }

  /** The same, with another batch size. */
  public TrainingConfig withBatchSize(int faces) {
    return edited(draft -> draft.batchSize = faces);
  }

  /** The same, with another highest learning rate. */
  public TrainingConfig withLearningRate(double rate) {
    return edited(draft -> draft.learningRate = rate);
  }

  /** The same, with another share of judging faces. */
  public TrainingConfig withValidationShare(double share) {
    return edited(draft -> draft.validationShare = share);
  }

  /** The same, with another seed. */
  public TrainingConfig withSeed(long newSeed) {
    return edited(draft -> draft.seed = newSeed);
  }

  /** The same, with another augmentation. */
  public TrainingConfig withAugmentation(Augmentation variation) {
    return edited(draft -> draft.augmentation = variation);
  }

  /** The same, with another policy for faces with unlabelled keypoints. */
  public TrainingConfig withRows(RowPolicy policy) {
    return edited(draft -> draft.rows = policy);
  }

  /** The same, with another loss. */
  public TrainingConfig withLoss(Loss newLoss) {
    return edited(draft -> draft.loss = newLoss);
  }

  /** The same, with another optimizer. */
  public TrainingConfig withOptimizer(Optimizer newOptimizer) {
    return edited(draft -> draft.optimizer = newOptimizer);
  }

  /** The same, with another schedule. */
  public TrainingConfig withSchedule(Schedule newSchedule) {
    return edited(draft -> draft.schedule = newSchedule);
  }

  /** The same, with another dropout. */
  public TrainingConfig withDropout(double share) {
    return edited(draft -> draft.dropout = share);
  }

  /** The same, with another number of networks. */
  public TrainingConfig withMembers(int count) {
    return edited(draft -> draft.members = count);
  }

  /** The same, with another patience. */
  public TrainingConfig withPatience(int epochs) {
    return edited(draft -> draft.patience = epochs);
  }

  /** The same, with another run to start from, or none. */
  public TrainingConfig withWarmStart(Optional<Path> runFolder) {
    return edited(draft -> draft.warmStart = runFolder);
  }

  private TrainingConfig edited(Consumer<Draft> edit) {
    Draft draft = new Draft(this);
    edit.accept(draft);
    return draft.config();
  }

  private static void require(boolean condition, String sentence) {
    if (!condition) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /** The values of a configuration while one of them changes. */
  private static final class Draft {
    private ModelKind model;
    private int maxEpochs;
    private Duration maxDuration;
    private int batchSize;
    private double learningRate;
    private double validationShare;
    private long seed;
    private Augmentation augmentation;
    private RowPolicy rows;
    private Loss loss;
    private Optimizer optimizer;
    private Schedule schedule;
    private double dropout;
    private int members;
    private int patience;
    private Optional<Path> warmStart;

    Draft(TrainingConfig config) {
      model = config.model;
      maxEpochs = config.maxEpochs;
      maxDuration = config.maxDuration;
      batchSize = config.batchSize;
      learningRate = config.learningRate;
      validationShare = config.validationShare;
      seed = config.seed;
      augmentation = config.augmentation;
      rows = config.rows;
      loss = config.loss;
      optimizer = config.optimizer;
      schedule = config.schedule;
      dropout = config.dropout;
      members = config.members;
      patience = config.patience;
      warmStart = config.warmStart;
    }

    TrainingConfig config() {
      return new TrainingConfig(
          model,
          maxEpochs,
          maxDuration,
          batchSize,
          learningRate,
          validationShare,
          seed,
          augmentation,
          rows,
          loss,
          optimizer,
          schedule,
          dropout,
          members,
          patience,
          warmStart);
    }
  }
}
