package org.keypointstudio.ui.next;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
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
 * ways, several are a committee; without any, faces to begin with. The list stays until another
 * data set is opened or faces are suggested anew.
 */
public final class NextFacesViewModel {
  /** So many faces are a sitting's work. */
  static final int COUNT = 20;

  private final StudioSession session;
  private final TaskExecutor tasks;
  private final PredictorLoader loader;
  private final Notifications notifications;
  private final Runnable edit;
  private final ObservableList<FaceSuggestion> suggestions = FXCollections.observableArrayList();

  /** One view for all: a view that nobody holds would be collected with its listeners. */
  private final ObservableList<FaceSuggestion> suggestionsView =
      FXCollections.unmodifiableObservableList(suggestions);

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
    session.openDataSetProperty().subscribe(this::onDataSet);
  }

  private void onDataSet(Optional<OpenDataSet> before, Optional<OpenDataSet> after) {
    if (!before.map(OpenDataSet::document).equals(after.map(OpenDataSet::document))) {
      suggestions.clear();
    }
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
    if (!running) {
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
              show(suggestions, !runs.isEmpty());
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

  private void show(List<FaceSuggestion> found, boolean asked) {
    if (found.isEmpty()) {
      notifications.inform("Every face is labelled completely: there is nothing to suggest.");
      return;
    }
    suggestions.setAll(found);
    select(found.getFirst());
    edit.run();
    notifications.success(
        asked
            ? "%,d faces are worth labelling next, the most promising first."
                .formatted(found.size())
            : "%,d faces to begin with, by how they look. Show a model to have those of which it is unsure."
                .formatted(found.size()));
  }

  /** Shows the suggested faces alone, in their order, and one of them selected. */
  void select(FaceSuggestion suggestion) {
    if (!areShown()) {
      session.showOnly(
          ChosenFaces.ranked(
              "worth labelling next", suggestions.stream().mapToInt(FaceSuggestion::face)));
    }
    session.selectedFaceProperty().set(suggestion.face());
  }

  private boolean areShown() {
    return session.shownFaces().equals(suggestions.stream().map(FaceSuggestion::face).toList());
  }

  /** The suggested faces, the one to label first at the beginning. */
  ObservableList<FaceSuggestion> suggestions() {
    return suggestionsView;
  }

  /** The suggestion of the selected face; empty if it is not suggested. */
  Optional<FaceSuggestion> selected() {
    int face = session.selectedFaceProperty().get();
    return suggestions.stream().filter(suggestion -> suggestion.face() == face).findFirst();
  }

  /** Whether nothing is missing any more of a suggested face. */
  boolean isLabelled(FaceSuggestion suggestion) {
    return session
        .openDataSet()
        .map(open -> open.document().annotation(suggestion.face()).unlabelledCount() == 0)
        .orElse(false);
  }

  /** How many of the suggested faces are labelled completely. */
  int labelledCount() {
    return (int) suggestions.stream().filter(this::isLabelled).count();
  }

  /** What all workspaces share. */
  StudioSession session() {
    return session;
  }
}
