package org.keypointstudio.ui.session;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.similarity.DuplicateGroups;
import org.keypointstudio.dataset.statistics.ImageFactsTable;
import org.keypointstudio.dataset.statistics.MeasuredImages;
import org.keypointstudio.edit.query.ImageNeed;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.notification.Notifications;

/**
 * Measures the images of the open data set when a filter, an order or a picture needs it: in the
 * background, once for a data set. Lives on the window's thread.
 */
public final class ImageMeasurer {
  private final StudioSession session;
  private final TaskExecutor tasks;
  private final Notifications notifications;
  private final Map<ImageNeed, FaceDataSet> running = new EnumMap<>(ImageNeed.class);
  private final List<Waiting> waiting = new ArrayList<>();

  private record Waiting(FaceDataSet dataSet, Set<ImageNeed> needs, Runnable action) {}

  /** For a session's data set. */
  public ImageMeasurer(StudioSession session, TaskExecutor tasks, Notifications notifications) {
    this.session = session;
    this.tasks = tasks;
    this.notifications = notifications;
  }

  /**
   * Does something once what it needs is measured: at once if that is so, never if measuring fails
   * or is cancelled, or another data set is opened meanwhile.
   */
  public void whenMeasured(Set<ImageNeed> needs, Runnable action) {
    Set<ImageNeed> lacking = lacking(needs);
    if (lacking.isEmpty()) {
      action.run();
      return;
    }
    FaceDataSet dataSet = session.openDataSet().orElseThrow().dataSet();
    waiting.add(new Waiting(dataSet, Set.copyOf(needs), action));
    lacking.forEach(need -> measure(need, dataSet));
  }

  /** What of it is not measured yet; nothing without a data set. */
  public Set<ImageNeed> lacking(Set<ImageNeed> needs) {
    Set<ImageNeed> lacking = EnumSet.noneOf(ImageNeed.class);
    if (session.openDataSet().isPresent()) {
      needs.stream().filter(need -> !isMeasured(need)).forEach(lacking::add);
    }
    return lacking;
  }

  private boolean isMeasured(ImageNeed need) {
    return switch (need) {
      case FACTS -> session.imagesProperty().get().facts().isPresent();
      case DUPLICATES -> session.imagesProperty().get().duplicates().isPresent();
    };
  }

  private void measure(ImageNeed need, FaceDataSet dataSet) {
    if (dataSet.equals(running.get(need))) {
      return;
    }
    running.put(need, dataSet);
    switch (need) {
      case FACTS ->
          start(
              need,
              dataSet,
              "Measuring brightness and sharpness",
              ImageFactsTable::measure,
              found -> keep(session.imagesProperty().get().with(found)));
      case DUPLICATES ->
          start(
              need,
              dataSet,
              "Looking for duplicates",
              DuplicateGroups::find,
              found -> keep(session.imagesProperty().get().with(found)));
    }
  }

  private void keep(MeasuredImages measured) {
    session.imagesProperty().set(measured);
  }

  private <T> void start(
      ImageNeed need,
      FaceDataSet dataSet,
      String title,
      BiFunction<FaceDataSet, TaskContext, T> work,
      Consumer<T> taker) {
    tasks.execute(
        BackgroundTask.of(title, context -> work.apply(dataSet, context)),
        new TaskListener<T>() {
          @Override
          public void onSuccess(T found) {
            running.remove(need, dataSet);
            if (isOpen(dataSet)) {
              taker.accept(found);
            }
            proceed();
          }

          @Override
          public void onFailure(Exception problem) {
            giveUp();
            notifications.problem(title + " failed: " + problem.getMessage());
          }

          @Override
          public void onCancelled() {
            giveUp();
          }

          private void giveUp() {
            running.remove(need, dataSet);
            waiting.removeIf(it -> it.dataSet().equals(dataSet) && it.needs().contains(need));
          }
        });
  }

  /** A save puts another data set of the same images under the document. */
  private boolean isOpen(FaceDataSet dataSet) {
    Optional<FaceDataSet> open = session.openDataSet().map(OpenDataSet::dataSet);
    return open.filter(it -> it.size() == dataSet.size() && it.path().equals(dataSet.path()))
        .isPresent();
  }

  private void proceed() {
    waiting.removeIf(it -> !isOpen(it.dataSet()));
    List<Waiting> ready = waiting.stream().filter(it -> lacking(it.needs()).isEmpty()).toList();
    waiting.removeAll(ready);
    ready.forEach(it -> it.action().run());
  }
}
