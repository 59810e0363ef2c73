package org.keypointstudio.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.project.RunLabel;
import org.keypointstudio.project.RunLabels;
import org.keypointstudio.project.RunStore.InterruptedRun;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/** All runs of the open data set: which are looked at, what they are called, which are kept. */
public final class RunsViewModel {
  private static final int LONGEST_NAME = 80;
  private static final String LOSS =
      "The model, its curves and its notes are deleted from the disk. This cannot be undone.";

  private final StudioSession session;
  private final TrainServices services;
  private final RunLabels labels = new RunLabels();
  private final ObservableList<TrainingRun> runs = FXCollections.observableArrayList();
  private final SortedList<TrainingRun> sorted = new SortedList<>(runs);
  private final ObservableList<TrainingRun> view = FXCollections.unmodifiableObservableList(runs);
  private final ObjectProperty<RunOrder> order = new SimpleObjectProperty<>(RunOrder.NEWEST);
  private final ObjectProperty<Optional<TrainingRun>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<TrainingRun> overlaid = FXCollections.observableArrayList();
  private Optional<AnnotationDocument> present = Optional.empty();

  RunsViewModel(StudioSession session, TrainServices services) {
    this.session = session;
    this.services = services;
    sorted.comparatorProperty().bind(order.map(chosen -> chosen.comparator(runs)));
    session.models().forEach(this::addRunOf);
    session.models().addListener(this::onModelsChanged);
    session.openDataSetProperty().subscribe(this::onDataSet);
  }

  /** Runs that broke off have no model that would leave with the data set. */
  private void onDataSet(Optional<OpenDataSet> open) {
    Optional<AnnotationDocument> document = open.map(OpenDataSet::document);
    if (!document.equals(present)) {
      present = document;
      runs.removeIf(run -> run.status().phase() == RunPhase.INTERRUPTED);
      selected.get().filter(run -> !runs.contains(run)).ifPresent(_ -> selectNewest());
    }
  }

  private void onModelsChanged(ListChangeListener.Change<? extends ModelEntry> change) {
    while (change.next()) {
      for (ModelEntry removed : change.getRemoved()) {
        runs.removeIf(run -> run.modelProperty().get().filter(removed::equals).isPresent());
      }
      change.getAddedSubList().forEach(this::addRunOf);
    }
    selected.get().filter(run -> !runs.contains(run)).ifPresent(_ -> selectNewest());
    overlaid.removeIf(run -> !runs.contains(run));
  }

  private void addRunOf(ModelEntry model) {
    boolean known =
        runs.stream().anyMatch(run -> run.modelProperty().get().filter(model::equals).isPresent());
    if (!known) {
      runs.addFirst(TrainingRun.finished(model));
      if (selected.get().isEmpty()) {
        selectNewest();
      }
    }
  }

  private void selectNewest() {
    selected.set(runs.stream().findFirst());
  }

  /** Puts a run that begins on top and looks at it. */
  void begin(TrainingRun run) {
    runs.addFirst(run);
    overlaid.clear();
    selected.set(Optional.of(run));
  }

  /** Puts runs that broke off earlier behind the others. */
  void offer(List<TrainingRun> interrupted) {
    runs.addAll(interrupted);
    if (selected.get().isEmpty()) {
      selectNewest();
    }
  }

  /** Lists a run that failed among those that broke off, if enough of it was saved to go on. */
  void offerWhatIsLeftOf(TrainingRun failed) {
    Optional<AnnotationDocument> learned = present;
    services
        .errands()
        .execute(
            BackgroundTask.of(
                "Looking at what is left of " + failed.name(),
                _ -> InterruptedRun.in(new RunFolder(failed.folder()))),
            new TaskListener<Optional<InterruptedRun>>() {
              @Override
              public void onSuccess(Optional<InterruptedRun> left) {
                if (present.equals(learned)) {
                  left.ifPresent(
                      run -> offer(List.of(TrainingRun.interrupted(run, failed.styleIndex()))));
                }
              }

              @Override
              public void onFailure(Exception problem) {
                services
                    .notifications()
                    .problem(
                        Problems.sentence("What is left of the run could not be read", problem));
              }
            });
  }

  /** One run takes the place of another. */
  void replace(TrainingRun before, TrainingRun now) {
    boolean looked = selected.get().filter(before::equals).isPresent();
    overlaid.remove(before);
    int place = runs.indexOf(before);
    if (place >= 0) {
      runs.set(place, now);
      if (looked) {
        selected.set(Optional.of(now));
      }
    }
  }

  /** Forgets a run of which nothing was kept. */
  void discard(TrainingRun run) {
    runs.remove(run);
    overlaid.remove(run);
    if (selected.get().filter(run::equals).isPresent()) {
      selectNewest();
    }
  }

  /**
   * Calls a run something else. An empty name gives it back the one of its folder. A name that
   * another run has is refused, and the person is told.
   */
  public void rename(TrainingRun run, String wish) {
    run.modelProperty().get().ifPresent(model -> rename(run, model, wish.strip()));
  }

  private void rename(TrainingRun run, ModelEntry model, String wish) {
    String name = wish.isEmpty() ? RunFolders.nameOf(model.runFolder()) : wish;
    if (name.equals(model.name())) {
      return;
    }
    if (name.length() > LONGEST_NAME) {
      services
          .notifications()
          .problem("A run's name may have %d characters at most.".formatted(LONGEST_NAME));
    } else if (runs.stream().anyMatch(other -> other.name().equals(name))) {
      services
          .notifications()
          .problem("Another run is called %s already; choose another name.".formatted(name));
    } else if (RunFolders.mayBecomeNameOfAnother(name, model.runFolder())) {
      services
          .notifications()
          .problem(
              "A later run may come to be called %s; choose a name of another kind."
                  .formatted(name));
    } else {
      ModelEntry renamed = model.renamed(name);
      run.rename(renamed);
      session.models().set(session.models().indexOf(model), renamed);
      if (renamed.predictionsProperty().get().isEmpty()) {
        services.predictions().predict(renamed);
      }
      keep(renamed, label -> label.withName(wish));
    }
  }

  /** Writes something down about a run. */
  public void note(TrainingRun run, String notes) {
    run.modelProperty()
        .get()
        .filter(model -> !model.labelProperty().get().notes().equals(notes))
        .ifPresent(model -> keep(model, label -> label.withNotes(notes)));
  }

  /** Makes a run the one whose predictions are looked at: on faces its points alone are drawn. */
  public void useForPredictions(TrainingRun run) {
    run.modelProperty()
        .get()
        .ifPresent(
            chosen -> {
              for (ModelEntry model : List.copyOf(session.models())) {
                boolean used = model.equals(chosen);
                model.shownProperty().set(used);
                if (model.labelProperty().get().usedForPredictions() != used) {
                  keep(model, label -> label.withUsedForPredictions(used));
                }
              }
            });
  }

  private void keep(ModelEntry model, UnaryOperator<RunLabel> change) {
    RunLabel label = change.apply(model.labelProperty().get());
    model.labelProperty().set(label);
    inBackground(
        "Writing down what " + model.name() + " is",
        "What was said about " + model.name() + " could not be kept",
        () -> labels.write(model.runFolder(), label));
  }

  /** Deletes runs and their models for good, if the person confirms that. */
  public void delete(List<TrainingRun> doomed) {
    List<TrainingRun> over = doomed.stream().filter(run -> !run.status().isLive()).toList();
    if (over.isEmpty() || !services.dialogs().confirmLoss(question(over), LOSS, "Delete")) {
      return;
    }
    for (TrainingRun run : over) {
      run.modelProperty().get().ifPresentOrElse(session.models()::remove, () -> discard(run));
      inBackground(
          "Deleting " + run.name(),
          run.name() + " could not be deleted",
          () -> new RunFolder(run.folder()).delete());
    }
  }

  private static String question(List<TrainingRun> doomed) {
    return doomed.size() == 1
        ? "Delete the run %s?".formatted(doomed.getFirst().name())
        : "Delete %s?".formatted(Readings.count(doomed.size(), "run"));
  }

  /** Work on files. */
  private interface FileWork {
    void run() throws Exception;
  }

  private void inBackground(String title, String failure, FileWork work) {
    services
        .errands()
        .execute(
            BackgroundTask.of(
                title,
                _ -> {
                  work.run();
                  return title;
                }),
            new TaskListener<String>() {
              @Override
              public void onSuccess(String done) {}

              @Override
              public void onFailure(Exception problem) {
                services.notifications().problem(Problems.sentence(failure, problem));
              }
            });
  }

  /** The runs that are looked at: the selected one first, then those it is held against. */
  public List<TrainingRun> chosen() {
    List<TrainingRun> chosen = new ArrayList<>(selected.get().stream().toList());
    overlaid.stream().filter(run -> !chosen.contains(run)).forEach(chosen::add);
    return chosen;
  }

  /** Looks at these runs: at the first one closely, the others are held against it. */
  public void choose(TrainingRun first, List<TrainingRun> others) {
    selected.set(Optional.of(first));
    List<TrainingRun> behind = others.stream().filter(run -> run != first).toList();
    if (!behind.equals(overlaid)) {
      overlaid.setAll(behind);
    }
  }

  /** All runs, newest first; the one that goes on is among them. */
  public ObservableList<TrainingRun> all() {
    return view;
  }

  /** All runs, in the chosen order. */
  public ObservableList<TrainingRun> inOrder() {
    return sorted;
  }

  /** In which order {@link #inOrder} has the runs. */
  public ObjectProperty<RunOrder> orderProperty() {
    return order;
  }

  /** The run whose curves and figures are shown. */
  public ObjectProperty<Optional<TrainingRun>> selectedProperty() {
    return selected;
  }

  /** The runs whose curves are shown behind those of the selected one. */
  public ObservableList<TrainingRun> overlaid() {
    return overlaid;
  }
}
