package org.keypointstudio.ui.next;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.audit.next.FaceSuggester;
import org.keypointstudio.audit.next.FaceSuggestion;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.similarity.EdgeDirections;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ChosenFaces;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Shows the faces that are most worth labelling next, by the shown models: one is asked in several
 * ways, several are a committee.
 */
public final class NextFacesViewModel {
  /** So many faces are a sitting's work. */
  static final int COUNT = 20;

  private final StudioSession session;
  private final TaskExecutor tasks;
  private final PredictorLoader loader;
  private final Notifications notifications;
  private final Runnable edit;
  private boolean running;

  /**
   * Suggestions for a session's data set.
   *
   * @param edit goes where faces are labelled
   */
  public NextFacesViewModel(
      StudioSession session,
      TaskExecutor tasks,
      PredictorLoader loader,
      Notifications notifications,
      Runnable edit) {
    this.session = session;
    this.tasks = tasks;
    this.loader = loader;
    this.notifications = notifications;
    this.edit = edit;
  }

  /**
   * Looks for the faces in the background and shows them alone, the best one selected. Nothing
   * happens while it looks already.
   */
  public void suggest() {
    List<Path> runs =
        session.models().stream()
            .filter(model -> model.shownProperty().get())
            .map(ModelEntry::runFolder)
            .toList();
    if (runs.isEmpty()) {
      notifications.inform(
          "Faces are suggested where models are unsure: train a model, or show one, and ask"
              + " again.");
    } else if (!running) {
      session.openDataSet().ifPresent(open -> suggest(open, runs));
    }
  }

  private void suggest(OpenDataSet open, List<Path> runs) {
    AnnotationDocument document = open.document();
    List<Annotation> labels = document.snapshot();
    running = true;
    tasks.execute(
        BackgroundTask.of(
            "Looking for faces worth labelling",
            context -> suggestions(open.dataSet(), labels, runs, context)),
        new TaskListener<List<FaceSuggestion>>() {
          @Override
          public void onSuccess(List<FaceSuggestion> suggestions) {
            running = false;
            if (session.openDataSet().filter(it -> it.document() == document).isPresent()) {
              show(suggestions);
            }
          }

          @Override
          public void onFailure(Exception problem) {
            running = false;
            notifications.problem(
                "No faces can be suggested: " + String.valueOf(problem.getMessage()));
          }

          @Override
          public void onCancelled() {
            running = false;
          }
        });
  }

  private List<FaceSuggestion> suggestions(
      FaceDataSet faces, List<Annotation> labels, List<Path> runs, TaskContext context)
      throws IOException {
    List<KeypointPredictor> models = new ArrayList<>();
    try {
      for (Path run : runs) {
        models.add(loader.load(run));
      }
      return new FaceSuggester(
              faces.schema(), faces::image, face -> EdgeDirections.of(faces.image(face)))
          .suggest(labels, models, COUNT, context);
    } finally {
      models.forEach(KeypointPredictor::close);
    }
  }

  private void show(List<FaceSuggestion> suggestions) {
    if (suggestions.isEmpty()) {
      notifications.inform("Every face is labelled completely: there is nothing to suggest.");
      return;
    }
    session
        .chosenFacesProperty()
        .set(
            Optional.of(
                ChosenFaces.of(
                    "worth labelling next", suggestions.stream().mapToInt(FaceSuggestion::face))));
    session.selectedFaceProperty().set(suggestions.getFirst().face());
    edit.run();
    notifications.success(
        "%,d faces are worth labelling next. The most promising one is selected."
            .formatted(suggestions.size()));
  }
}
