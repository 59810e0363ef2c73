package org.keypointstudio.ui.starter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.project.shipped.ShippedModel;
import org.keypointstudio.project.shipped.ShippedModels;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Offers the models that come with the program for the keypoints of the open data set, so that
 * ghosts and comparison work before anything is trained. One is loaded only when the person takes
 * it. Lives on the window's thread.
 */
public final class StartersViewModel {
  private final StudioSession session;
  private final ShippedModels shipped;
  private final TaskExecutor tasks;
  private final Consumer<ModelEntry> predict;
  private final Notifications notifications;
  private final ObservableList<ShippedModel> offered = FXCollections.observableArrayList();
  private final ObservableList<ShippedModel> view =
      FXCollections.unmodifiableObservableList(offered);
  private List<ShippedModel> fitting = List.of();
  private Optional<AnnotationDocument> present = Optional.empty();

  /**
   * The models for a session.
   *
   * @param predict lets a model predict all faces
   */
  public StartersViewModel(
      StudioSession session,
      ShippedModels shipped,
      TaskExecutor tasks,
      Consumer<ModelEntry> predict,
      Notifications notifications) {
    this.session = session;
    this.shipped = shipped;
    this.tasks = tasks;
    this.predict = predict;
    this.notifications = notifications;
    session.models().addListener((Observable _) -> refresh());
    session.openDataSetProperty().subscribe(this::onDataSet);
  }

  /** What a model is called in the window. */
  public static String title(ShippedModel model) {
    return "Starter: " + model.name();
  }

  private void onDataSet(Optional<OpenDataSet> open) {
    Optional<AnnotationDocument> document = open.map(OpenDataSet::document);
    if (document.equals(present)) {
      return;
    }
    present = document;
    fitting = List.of();
    refresh();
    document.ifPresent(this::look);
  }

  private void look(AnnotationDocument document) {
    tasks.execute(
        BackgroundTask.of(
            "Looking for starter models", _ -> shipped.fitting(document.schema().keypointNames())),
        new TaskListener<List<ShippedModel>>() {
          @Override
          public void onSuccess(List<ShippedModel> found) {
            if (present.filter(document::equals).isPresent()) {
              fitting = found;
              refresh();
            }
          }

          @Override
          public void onFailure(Exception problem) {
            notifications.failure("The starter models could not be read", problem);
          }
        });
  }

  private void refresh() {
    List<ShippedModel> left = fitting.stream().filter(model -> !isInUse(model)).toList();
    if (!left.equals(offered)) {
      offered.setAll(left);
    }
  }

  private boolean isInUse(ShippedModel model) {
    return session.models().stream()
        .anyMatch(entry -> entry.runFolder().equals(shipped.folder(model.name())));
  }

  /** The models that fit the data set and are not in use yet; the best one first. */
  public ObservableList<ShippedModel> offered() {
    return view;
  }

  /** Loads a model and lets it predict all faces, in the background. */
  public void use(ShippedModel model) {
    Optional<AnnotationDocument> wanted = present;
    tasks.execute(
        BackgroundTask.of("Loading " + title(model), _ -> shipped.layOut(model.name())),
        new TaskListener<Path>() {
          @Override
          public void onSuccess(Path folder) {
            if (wanted.equals(present) && !isInUse(model)) {
              ModelEntry entry =
                  ModelEntry.starter(title(model), folder, model.record(), session.models().size());
              session.models().add(entry);
              predict.accept(entry);
            }
          }

          @Override
          public void onFailure(Exception problem) {
            notifications.failure("The starter model could not be loaded", problem);
          }
        });
  }
}
