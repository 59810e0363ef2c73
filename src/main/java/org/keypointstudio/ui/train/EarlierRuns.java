package org.keypointstudio.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.project.RunStore;
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
  private final Notifications notifications;
  private Optional<AnnotationDocument> present = Optional.empty();

  /**
   * The earlier runs of a session's data sets.
   *
   * @param stores where the runs of a data set are kept
   */
  public EarlierRuns(
      StudioSession session,
      TaskExecutor executor,
      Function<FaceDataSet, RunStore> stores,
      ModelPredictions predictions,
      Notifications notifications) {
    this.session = session;
    this.executor = executor;
    this.stores = stores;
    this.predictions = predictions;
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
        BackgroundTask.of("Looking for earlier runs", _ -> stores.apply(open.dataSet()).list()),
        new TaskListener<RunStore.Listing>() {
          @Override
          public void onSuccess(RunStore.Listing listing) {
            if (present.filter(document -> document == open.document()).isPresent()) {
              add(open, listing);
            }
          }

          @Override
          public void onFailure(Exception problem) {
            notifications.problem(Problems.sentence("The earlier runs could not be read", problem));
          }
        });
  }

  private void add(OpenDataSet open, RunStore.Listing listing) {
    listing.problems().forEach(notifications::problem);
    List<ModelEntry> models = new ArrayList<>();
    for (StoredRun run : listing.runs().reversed()) {
      if (run.record().keypointNames().equals(open.dataSet().schema().keypointNames())) {
        models.add(
            new ModelEntry(
                RunFolders.nameOf(run.path()),
                run.path(),
                run.record(),
                session.models().size() + models.size()));
      }
    }
    session.models().addAll(models);
    models.forEach(predictions::predict);
  }
}
