package org.keypointstudio.ui.train;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.keypointstudio.training.Loss;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.Schedule;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.ui.session.ModelEntry;

/** The choices for the next run as a person makes them, and what is wrong with them. */
public final class ConfigurationViewModel {
  private static final BigDecimal MILLIS_IN_A_MINUTE = BigDecimal.valueOf(60_000);

  private final ChoiceField<ModelKind> model =
      new ChoiceField<>(
          "Model", "Which network", List.of(ModelKind.values()), ModelKind::displayName);
  private final NumberField epochs =
      NumberField.whole("Epochs", "a whole number from 1 to 100,000", 1, 100_000);
  private final NumberField minutes =
      NumberField.decimal(
          "Time limit (min)", "minutes from 0.01 to 10,080, which is a week", "0.01", "10080");
  private final ChoiceField<RowPolicy> rows =
      new ChoiceField<>(
          "Rows",
          "What is learned from faces with unlabelled keypoints",
          List.of(RowPolicy.values()),
          RowPolicy::toString);
  private final ChoiceField<LabelChoice> labels =
      new ChoiceField<>(
          "Learn from",
          "Points that were accepted from a model's or the mean shape's ghosts can be left out",
          List.of(LabelChoice.values()),
          LabelChoice::displayName);
  private final AugmentationViewModel augmentation = new AugmentationViewModel();
  private final ChoiceField<Loss> loss =
      new ChoiceField<>("Loss", "What training makes small", Loss.choices(), Loss::displayName);
  private final NumberField beta =
      NumberField.decimal("Beta (px)", "pixels from 0.01 to 48", "0.01", "48")
          .neededWhile(loss.valueProperty().map(Loss.SmoothL1.class::isInstance));
  private final NumberField wingWidth =
      NumberField.decimal("Wing width (px)", "pixels from 0.01 to 48", "0.01", "48")
          .neededWhile(loss.valueProperty().map(Loss.Wing.class::isInstance));
  private final NumberField wingCurvature =
      NumberField.decimal("Curvature (px)", "pixels from 0.01 to 48", "0.01", "48")
          .neededWhile(loss.valueProperty().map(Loss.Wing.class::isInstance));
  private final ChoiceField<Optimizer> optimizer =
      new ChoiceField<>(
          "Optimizer",
          "How a gradient becomes a step",
          Optimizer.choices(),
          Optimizer::displayName);
  private final NumberField weightDecay =
      NumberField.decimal("Weight decay", "a number from 0 to 1, such as 0.0001", "0", "1")
          .neededWhile(optimizer.valueProperty().map(kind -> !(kind instanceof Optimizer.Adam)));
  private final NumberField momentum =
      NumberField.decimal("Momentum", "a number from 0 to 0.999, such as 0.9", "0", "0.999")
          .neededWhile(optimizer.valueProperty().map(Optimizer.Nesterov.class::isInstance));
  private final NumberField learningRate =
      NumberField.decimal(
          "Learning rate", "a number from 0.0000001 to 1, such as 0.001", "0.0000001", "1");
  private final ChoiceField<Schedule.Shape> schedule =
      new ChoiceField<>(
          "Schedule",
          "How the learning rate goes over the run",
          List.of(Schedule.Shape.values()),
          Schedule.Shape::toString);
  private final NumberField warmUp =
      NumberField.decimal("Warm-up (%)", "percent of the run from 0 to 90", "0", "90");
  private final NumberField batchSize =
      NumberField.whole("Batch size", "a whole number from 1 to 4,096", 1, 4096);
  private final NumberField dropout =
      NumberField.decimal("Dropout (%)", "percent from 0 to 90", "0", "90");
  private final NumberField members =
      NumberField.whole(
          "Networks averaged",
          "a whole number from 1 to " + TrainingConfig.MOST_MEMBERS,
          1,
          TrainingConfig.MOST_MEMBERS);
  private final NumberField patience =
      NumberField.whole(
          "Patience (epochs)", "epochs from 0, which is for ever, to 100,000", 0, 100_000);
  private final NumberField heldOut =
      NumberField.decimal("Held out (%)", "a number from 1 to 90", "1", "90");
  private final NumberField seed =
      NumberField.whole(
          "Seed",
          "a whole number of at most 18 digits",
          -999_999_999_999_999_999L,
          999_999_999_999_999_999L);
  private final ChoiceField<WarmStart> warmStart =
      new ChoiceField<>(
          "Start from",
          "Fresh weights, or those of an earlier run of the same network",
          List.of(WarmStart.none()),
          WarmStart::name);
  private final ReadOnlyObjectWrapper<Optional<TrainingConfig>> config =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<ModelEntry> earlier = List.of();

  /** The defaults of the CNN. */
  public ConfigurationViewModel() {
    set(TrainingConfig.defaults(ModelKind.CNN));
    model.valueProperty().subscribe(this::onModelChosen);
    schedule
        .valueProperty()
        .subscribe((_, shape) -> warmUp.setShare(Schedule.of(shape).warmUpShare()));
    sections().stream().flatMap(section -> section.fields().stream()).forEach(this::watch);
    augmentation.augmentationProperty().subscribe(this::look);
    look();
  }

  private void watch(FormField field) {
    field.neededProperty().subscribe((_, _) -> look());
    switch (field) {
      case NumberField number -> number.textProperty().subscribe((_, _) -> look());
      case ChoiceField<?> choice -> choice.valueProperty().subscribe((_, _) -> look());
    }
  }

  private void look() {
    config.set(chosen());
  }

  private Stream<NumberField> numbers() {
    return sections().stream()
        .flatMap(section -> section.fields().stream())
        .filter(NumberField.class::isInstance)
        .map(NumberField.class::cast);
  }

  /** What was not changed from a network's defaults becomes the other network's default. */
  private void onModelChosen(ModelKind before, ModelKind now) {
    offerWarmStarts();
    TrainingConfig usualBefore = TrainingConfig.defaults(before);
    TrainingConfig usual = TrainingConfig.defaults(now);
    chosen()
        .ifPresent(
            typed -> {
              TrainingConfig carried = typed;
              for (TrainingSetting<?> setting : TrainingSetting.all()) {
                if (setting.isSame(typed, usualBefore)) {
                  carried = setting.taken(carried, usual);
                }
              }
              set(carried);
            });
  }

  /** Fills in the defaults of the chosen network. */
  public void reset() {
    set(TrainingConfig.defaults(model.value()));
  }

  /** Fills everything in. */
  public void set(TrainingConfig config) {
    model.valueProperty().set(config.model());
    epochs.set(config.maxEpochs());
    minutes.set(
        BigDecimal.valueOf(config.maxDuration().toMillis())
            .divide(MILLIS_IN_A_MINUTE, MathContext.DECIMAL32));
    rows.valueProperty().set(config.rows());
    augmentation.set(config.augmentation());
    setLoss(config.loss());
    setOptimizer(config.optimizer());
    learningRate.set(config.learningRate());
    schedule.valueProperty().set(config.schedule().shape());
    warmUp.setShare(config.schedule().warmUpShare());
    batchSize.set(config.batchSize());
    dropout.setShare(config.dropout());
    members.set(config.members());
    patience.set(config.patience());
    heldOut.setShare(config.validationShare());
    seed.set(BigDecimal.valueOf(config.seed()));
    warmStart.options().stream()
        .filter(start -> start.runFolder().equals(config.warmStart()))
        .findFirst()
        .ifPresentOrElse(
            warmStart.valueProperty()::set, () -> warmStart.valueProperty().set(WarmStart.none()));
  }

  private void setLoss(Loss chosen) {
    choose(loss, chosen, Loss::id);
    beta.set(chosen instanceof Loss.SmoothL1(double pixels) ? pixels : 1);
    wingWidth.set(chosen instanceof Loss.Wing wing ? wing.widthPixels() : 10);
    wingCurvature.set(chosen instanceof Loss.Wing wing ? wing.curvaturePixels() : 2);
  }

  private void setOptimizer(Optimizer chosen) {
    choose(optimizer, chosen, Optimizer::id);
    momentum.set(chosen instanceof Optimizer.Nesterov nesterov ? nesterov.momentum() : 0.9);
    weightDecay.set(
        chosen instanceof Optimizer.Adam ? Optimizer.USUAL_WEIGHT_DECAY : chosen.weightDecay());
  }

  /** Chooses the option of the same kind; its numbers stand in fields of their own. */
  private static <T> void choose(ChoiceField<T> field, T chosen, Function<T, String> kind) {
    field.options().stream()
        .filter(one -> kind.apply(one).equals(kind.apply(chosen)))
        .findFirst()
        .ifPresent(field.valueProperty()::set);
  }

  private Optional<TrainingConfig> chosen() {
    if (!numbers().allMatch(NumberField::isSettled)) {
      return Optional.empty();
    }
    return augmentation
        .augmentationProperty()
        .get()
        .map(
            variation ->
                new TrainingConfig(
                    model.value(),
                    (int) epochs.number(),
                    Duration.ofMillis(
                        minutes.value().orElseThrow().multiply(MILLIS_IN_A_MINUTE).longValue()),
                    (int) batchSize.number(),
                    learningRate.number(),
                    heldOut.share(),
                    seed.value().orElseThrow().longValueExact(),
                    variation,
                    rows.value(),
                    chosenLoss(),
                    chosenOptimizer(),
                    new Schedule(schedule.value(), warmUp.share()),
                    dropout.share(),
                    (int) members.number(),
                    (int) patience.number(),
                    warmStart.value().runFolder()));
  }

  private Loss chosenLoss() {
    return switch (loss.value()) {
      case Loss.SquaredError square -> square;
      case Loss.SmoothL1 _ -> new Loss.SmoothL1(beta.number());
      case Loss.Wing _ -> new Loss.Wing(wingWidth.number(), wingCurvature.number());
    };
  }

  private Optimizer chosenOptimizer() {
    return switch (optimizer.value()) {
      case Optimizer.AdamW _ -> new Optimizer.AdamW(weightDecay.number());
      case Optimizer.Adam adam -> adam;
      case Optimizer.Nesterov _ -> new Optimizer.Nesterov(momentum.number(), weightDecay.number());
    };
  }

  /** These models may be started from, where they are of the chosen network. */
  void offerWarmStarts(List<ModelEntry> models) {
    earlier = List.copyOf(models);
    offerWarmStarts();
  }

  private void offerWarmStarts() {
    List<WarmStart> starts = new ArrayList<>();
    starts.add(WarmStart.none());
    for (ModelEntry entry : earlier) {
      if (entry.record().config().model() == model.value()) {
        starts.add(new WarmStart(entry.name(), Optional.of(entry.runFolder())));
      }
    }
    WarmStart chosen = warmStart.value();
    WarmStart kept =
        starts.stream()
            .filter(start -> start.runFolder().equals(chosen.runFolder()))
            .findFirst()
            .orElse(WarmStart.none());
    warmStart.options().setAll(starts);
    warmStart.valueProperty().set(kept);
  }

  /** Everything that can be chosen, in the order in which it is asked for. */
  public List<FormSection> sections() {
    return List.of(
        new FormSection(
            "Essentials",
            true,
            List.of(model, epochs, minutes, rows, labels, augmentation.preset())),
        new FormSection(
            "Optimization",
            false,
            List.of(
                loss,
                beta,
                wingWidth,
                wingCurvature,
                optimizer,
                weightDecay,
                momentum,
                learningRate,
                batchSize,
                schedule,
                warmUp)),
        new FormSection("Regularization", false, List.of(members, dropout, patience)),
        new FormSection("Split and start", false, List.of(heldOut, seed, warmStart)));
  }

  /** Which network. */
  public ObjectProperty<ModelKind> modelProperty() {
    return model.valueProperty();
  }

  /** Which labels are learned from. */
  LabelChoice labels() {
    return labels.value();
  }

  /** Which labels are learned from. */
  ObjectProperty<LabelChoice> labelsProperty() {
    return labels.valueProperty();
  }

  /** How faces are varied. */
  public AugmentationViewModel augmentation() {
    return augmentation;
  }

  /** What is chosen; empty while a number does not fit. */
  public Optional<TrainingConfig> config() {
    return config.get();
  }

  /** What is chosen; empty while a number does not fit. */
  public ReadOnlyObjectProperty<Optional<TrainingConfig>> configProperty() {
    return config.getReadOnlyProperty();
  }
}
