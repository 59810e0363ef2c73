package org.keypointstudio.ui.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.dataset.statistics.ImageFacts;
import org.keypointstudio.dataset.statistics.ImageFactsTable;
import org.keypointstudio.edit.query.ImageNeed;
import org.keypointstudio.evaluation.comparison.ComparedModel;
import org.keypointstudio.evaluation.comparison.ComparisonException;
import org.keypointstudio.evaluation.comparison.ComparisonInput;
import org.keypointstudio.evaluation.comparison.FaceChoice;
import org.keypointstudio.evaluation.comparison.ModelComparison;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.prediction.PredictionSet;
import org.keypointstudio.project.compare.ComparedRuns;
import org.keypointstudio.project.compare.RunComparer;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ChosenFaces;
import org.keypointstudio.ui.session.ImageMeasurer;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * The shown models in figures with intervals, made anew in the background when they are looked at.
 */
public final class FiguresViewModel {
  private final CompareViewModel compare;
  private final StudioSession session;
  private final TaskExecutor executor;
  private final ImageMeasurer measurer;
  private final Consumer<ModelEntry> askMirrored;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<Figures>> figures =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final Map<ModelEntry, Subscription> awaited = new HashMap<>();
  private final List<Consumer<Figures>> waiting = new ArrayList<>();
  private final Notifications notifications;
  private boolean stale = true;
  private boolean computing;

  /**
   * The figures of a comparison.
   *
   * @param executor computes them off the window's thread
   * @param measurer knows how bright the faces are
   * @param notifications tells why figures that were asked for are not there
   * @param askMirrored lets a model predict the mirrored faces
   */
  public FiguresViewModel(
      CompareViewModel compare,
      TaskExecutor executor,
      ImageMeasurer measurer,
      Notifications notifications,
      Consumer<ModelEntry> askMirrored) {
    this.compare = compare;
    this.session = compare.session();
    this.executor = executor;
    this.measurer = measurer;
    this.notifications = notifications;
    this.askMirrored = askMirrored;
    compare.comparisonProperty().subscribe((_, _) -> refresh());
    shown.subscribe(_ -> computeIfStale());
    session.openDataSetProperty().subscribe(this::onDataSet);
  }

  /** Another data set begins with its faces; one that was only saved stays as it is looked at. */
  private void onDataSet(Optional<OpenDataSet> before, Optional<OpenDataSet> after) {
    if (!before.map(OpenDataSet::document).equals(after.map(OpenDataSet::document))) {
      shown.set(false);
    }
  }

  /** Makes the figures anew, at once if they are looked at. */
  void refresh() {
    stale = true;
    computeIfStale();
  }

  private void computeIfStale() {
    boolean wanted = shown.get() || !waiting.isEmpty();
    if (stale && wanted && !computing && session.openDataSet().isPresent()) {
      measurer.whenMeasured(Set.of(ImageNeed.FACTS), this::compute);
    }
  }

  /** What the figures are made of, taken on the window's thread. */
  private record Wanted(
      OpenDataSet data,
      List<Annotation> truths,
      BitSet excluded,
      List<ModelEntry> entries,
      List<ComparedModel> models,
      Optional<ImageFactsTable> facts,
      FaceChoice choice) {}

  private void compute() {
    Optional<OpenDataSet> open = session.openDataSet();
    if (computing || !stale || open.isEmpty()) {
      return;
    }
    stale = false;
    if (compare.scopeProperty().get() == FaceScope.OWN_HELD_OUT) {
      say(
          "Intervals compare models on the same faces: choose Held out by all models, or All"
              + " faces.");
      return;
    }
    int size = open.get().document().size();
    for (ModelEntry model : compare.shownModels()) {
      if (model.record().faces() != size) {
        say(
            "%s was trained on %,d faces, but the data set has %,d, so nobody can tell which of them it has learned from: hide it, or train it again."
                .formatted(model.name(), model.record().faces(), size));
        return;
      }
    }
    Wanted wanted = wanted(open.get());
    if (wanted.models().isEmpty()) {
      say(
          compare.shownModels().isEmpty()
              ? "Show a model to see its figures."
              : "The models' predictions are being made.");
      return;
    }
    computing = true;
    executor.execute(
        BackgroundTask.of("Computing intervals", context -> compute(wanted, context)),
        new TaskListener<Figures>() {
          @Override
          public void onSuccess(Figures result) {
            message.set("");
            figures.set(Optional.of(result));
            serve(result);
            done();
          }

          @Override
          public void onFailure(Exception problem) {
            say(String.valueOf(problem.getMessage()));
            done();
          }

          @Override
          public void onCancelled() {
            say("Computing the intervals was cancelled.");
            done();
          }
        });
  }

  private void done() {
    computing = false;
    computeIfStale();
  }

  private void say(String sentence) {
    figures.set(Optional.empty());
    message.set(sentence);
    if (!waiting.isEmpty()) {
      waiting.clear();
      notifications.problem(sentence);
    }
  }

  private void serve(Figures result) {
    List<Consumer<Figures>> served = List.copyOf(waiting);
    waiting.clear();
    served.forEach(one -> one.accept(result));
  }

  /**
   * Does something with the figures as soon as they are there; a person is told if they cannot be.
   */
  void whenComputed(Consumer<Figures> action) {
    Optional<Figures> present = figures.get();
    if (present.isPresent() && !stale && !computing) {
      action.accept(present.get());
      return;
    }
    waiting.add(action);
    stale = true;
    computeIfStale();
  }

  /** What the models are compared on, if something is open. */
  Optional<OpenDataSet> dataSet() {
    return session.openDataSet();
  }

  private Wanted wanted(OpenDataSet open) {
    List<Annotation> truths = open.document().snapshot();
    List<ModelEntry> entries = new ArrayList<>();
    List<ComparedModel> models = new ArrayList<>();
    for (ModelEntry entry : compare.shownModels()) {
      Optional<PredictionSet> predictions =
          entry.predictionsProperty().get().filter(it -> it.predictions().size() == truths.size());
      predictions.ifPresent(
          made -> {
            entries.add(entry);
            models.add(
                new ComparedModel(
                    entry.name(),
                    made.predictions(),
                    entry
                        .mirroredProperty()
                        .get()
                        .map(PredictionSet::predictions)
                        .filter(it -> it.size() == truths.size()),
                    learned(entry, truths.size())));
          });
    }
    return new Wanted(
        open,
        truths,
        FaceLabels.excludedOf(open.document().labelsSnapshot()),
        entries,
        models,
        session.imagesProperty().get().facts(),
        compare.scopeProperty().get() == FaceScope.ALL ? FaceChoice.ALL : FaceChoice.HELD_OUT);
  }

  private static BitSet learned(ModelEntry entry, int faces) {
    BitSet learned = new BitSet();
    learned.set(0, faces);
    entry.record().validationRows().forEach(learned::clear);
    return learned;
  }

  private static Figures compute(Wanted wanted, TaskContext context)
      throws ComparisonException, IOException {
    int size = wanted.truths().size();
    FaceGroups groups = FaceGroups.beside(wanted.data().dataSet().path(), size);
    ComparisonInput input =
        new ComparisonInput(
            wanted.data().document().schema(),
            wanted.truths(),
            wanted.excluded(),
            wanted.models(),
            groups.names(),
            brightness(wanted.facts(), size),
            wanted.choice());
    ModelComparison comparison = ModelComparison.of(input, context::throwIfCancelled);
    return new Figures(
        new ComparedRuns(input, comparison, RunComparer.unused(groups)), wanted.entries());
  }

  private static List<Double> brightness(Optional<ImageFactsTable> facts, int size) {
    List<Double> brightness = new ArrayList<>(Collections.nCopies(size, Double.NaN));
    facts.ifPresent(
        table -> {
          for (int face = 0; face < size; face++) {
            brightness.set(face, table.facts(face).map(ImageFacts::brightness).orElse(Double.NaN));
          }
        });
    return brightness;
  }

  /** Lets the shown models predict the mirrored faces, which tells how sure they are. */
  void measureCalibration() {
    for (ModelEntry model : compare.shownModels()) {
      if (model.mirroredProperty().get().isEmpty()) {
        awaited.computeIfAbsent(
            model, one -> one.mirroredProperty().subscribe((_, _) -> onMirrored(one)));
        askMirrored.accept(model);
      }
    }
  }

  private void onMirrored(ModelEntry model) {
    Optional.ofNullable(awaited.remove(model)).ifPresent(Subscription::unsubscribe);
    refresh();
  }

  /** Shows these faces alone, in the panes. */
  void showFaces(ChosenFaces faces) {
    session.showOnly(faces);
    shown.set(false);
  }

  /** Selects a keypoint and steps first to the faces on which it goes wrong. */
  void showWorstOf(int keypoint) {
    session.selectedKeypointProperty().set(keypoint);
    compare
        .orderProperty()
        .set(
            new FaceOrder.WorstOfKeypoint(
                keypoint,
                session
                    .openDataSet()
                    .map(open -> open.document().schema().displayName(keypoint))
                    .orElse("")));
  }

  /** Whether the figures are looked at, in place of the faces. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** The latest figures; empty if there are none, which the message explains. */
  ReadOnlyObjectProperty<Optional<Figures>> figuresProperty() {
    return figures.getReadOnlyProperty();
  }

  /** Why there are no figures; empty otherwise. */
  ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }
}
