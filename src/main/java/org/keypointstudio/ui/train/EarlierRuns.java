package org.keypointstudio.ui.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.project.RunLabel;
import org.keypointstudio.project.RunLabels;
import org.keypointstudio.project.RunStore;
import org.keypointstudio.project.RunStore.InterruptedRun;
import org.keypointstudio.project.RunStore.StoredRun;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/** Brings the models that were trained earlier back when their data set is opened. */
public final class EarlierRuns {
  private final StudioSession session;
  private final TaskExecutor executor;
  private final Function<FaceDataSet, RunStore> stores;
  private final ModelPredictions predictions;
  private final RunsViewModel runs;
  private final Notifications notifications;
  private final RunLabels labels = new RunLabels();
  private Optional<AnnotationDocument> present = Optional.empty();

  /** What lies in a store, and what is said about it. */
  private record Found(
      List<StoredRun> runs,
      List<InterruptedRun> interrupted,
      Map<Path, RunLabel> labels,
      List<String> problems) {}

  /**
   * The earlier runs of a session's data sets.
   *
   * @param stores where the runs of a data set are kept
   * @param runs takes those that broke off
   */
  public EarlierRuns(
      StudioSession session,
      TaskExecutor executor,
      Function<FaceDataSet, RunStore> stores,
      ModelPredictions predictions,
      RunsViewModel runs,
      Notifications notifications) {
    this.session = session;
    this.executor = executor;
    this.stores = stores;
    this.predictions = predictions;
    this.runs = runs;
    this.notifications = notifications;
  }

  /** Brings runs back from now on, whenever another data set is opened. */
  public void watch() {
    session.openDataSetProperty().subscribe(this::onDataSet);
  }

  private void onDataSet(Optional<OpenDataSet> open) {
    Optional<AnnotationDocument> document = open.map(OpenDataSet::document);
    boolean another = !document.equals(present);
    present = document;
    if (another) {
      open.ifPresent(this::load);
    }
  }

  private void load(OpenDataSet open) {
    executor.execute(
        BackgroundTask.of("Looking for earlier runs", _ -> find(open)),
        new TaskListener<Found>() {
          @Override
          public void onSuccess(Found found) {
            if (present.filter(document -> document == open.document()).isPresent()) {
              add(open, found);
            }
          }

          @Override
          public void onFailure(Exception problem) {
            notifications.problem(Problems.sentence("The earlier runs could not be read", problem));
          }
        });
  }

  private Found find(OpenDataSet open) throws IOException {
    RunStore.Listing listing = stores.apply(open.dataSet()).list();
    Map<Path, RunLabel> said = new HashMap<>();
    List<String> problems = new ArrayList<>(listing.problems());
    for (StoredRun run : listing.runs()) {
      try {
        said.put(run.path(), labels.read(run.path()));
      } catch (IOException problem) {
        problems.add(String.valueOf(problem.getMessage()));
      }
    }
    return new Found(listing.runs(), listing.interrupted(), said, problems);
  }

  private void add(OpenDataSet open, Found found) {
    found.problems().forEach(notifications::problem);
    List<ModelEntry> models = new ArrayList<>();
    for (StoredRun run : found.runs().reversed()) {
      if (run.record().keypointNames().equals(open.dataSet().schema().keypointNames())) {
        RunLabel label = found.labels().getOrDefault(run.path(), RunLabel.none());
        models.add(
            new ModelEntry(
                label.name().isEmpty() ? RunFolders.nameOf(run.path()) : label.name(),
                run.path(),
                run.record(),
                session.models().size() + models.size(),
                label));
      }
    }
    showTheOneInUse(models);
    session.models().addAll(models);
    List<TrainingRun> broken = new ArrayList<>();
    for (InterruptedRun run : found.interrupted()) {
      if (run.plan().schema().keypointNames().equals(open.dataSet().schema().keypointNames())) {
        broken.add(TrainingRun.interrupted(run, session.models().size() + broken.size()));
      }
    }
    runs.offer(broken);
    models.forEach(predictions::predict);
  }

  /** All models are shown, unless the person chose one of them. */
  private static void showTheOneInUse(List<ModelEntry> models) {
    Predicate<ModelEntry> used = model -> model.labelProperty().get().usedForPredictions();
    if (models.stream().anyMatch(used)) {
      models.forEach(model -> model.shownProperty().set(used.test(model)));
    }
  }
}
