package org.keypointstudio.ui.ghost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ListChangeListener;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.edit.BatchChange;
import org.keypointstudio.edit.FaceChange;
import org.keypointstudio.edit.LabelsChange;
import org.keypointstudio.ghost.Ghost;
import org.keypointstudio.ghost.GhostSource;
import org.keypointstudio.ghost.GhostSurvey;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/** Accepting ghosts above a confidence on all faces that pass the filter, in one step. */
public final class GhostsAcrossViewModel {
  private final StudioSession session;
  private final GhostsViewModel ghosts;
  private final TaskExecutor tasks;
  private final Notifications notifications;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final DoubleProperty threshold = new SimpleDoubleProperty(0.8);
  private final ReadOnlyObjectWrapper<Optional<GhostSurvey>> survey =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private CancelToken running = new CancelToken();

  /** Accepting across a session's filter what a view model proposes. */
  public GhostsAcrossViewModel(
      StudioSession session,
      GhostsViewModel ghosts,
      TaskExecutor tasks,
      Notifications notifications) {
    this.session = session;
    this.ghosts = ghosts;
    this.tasks = tasks;
    this.notifications = notifications;
    shown.subscribe(this::refresh);
    ghosts.sourceProperty().subscribe(this::refresh);
    session.revisionProperty().subscribe(this::refresh);
    session.shownFaces().addListener((ListChangeListener<Integer>) _ -> refresh());
  }

  private void refresh() {
    survey.set(Optional.empty());
    running.cancel();
    if (shown.get()) {
      ghosts.askHowSure();
      ghosts.sourceProperty().get().ifPresent(this::count);
    }
  }

  private void count(GhostSource source) {
    List<Annotation> annotations =
        session.openDataSet().map(open -> open.document().snapshot()).orElse(List.of());
    List<Integer> faces = List.copyOf(session.shownFaces());
    running =
        tasks.execute(
            BackgroundTask.of(
                "Counting ghosts",
                context ->
                    GhostSurvey.of(
                        source,
                        faces,
                        face -> {
                          context.throwIfCancelled();
                          return annotations.get(face);
                        })),
            new TaskListener<GhostSurvey>() {
              @Override
              public void onSuccess(GhostSurvey counted) {
                if (ghosts.sourceProperty().get().filter(it -> it == source).isPresent()) {
                  survey.set(Optional.of(counted));
                }
              }

              @Override
              public void onFailure(Exception problem) {
                notifications.problem("The ghosts could not be counted: " + problem);
              }
            });
  }

  /** Makes every ghost that is at least as sure as the threshold a label, on all faces shown. */
  public void accept() {
    session
        .openDataSet()
        .map(OpenDataSet::document)
        .ifPresent(document -> ghosts.sourceProperty().get().ifPresent(it -> accept(document, it)));
  }

  private void accept(AnnotationDocument document, GhostSource source) {
    List<FaceChange> steps = new ArrayList<>();
    long accepted = 0;
    for (int face : session.shownFaces()) {
      FaceLabels before = document.labels(face);
      FaceLabels after = before;
      for (Ghost ghost : sure(source.ghosts(face, before.annotation())).toList()) {
        after = ghost.acceptInto(after);
      }
      if (!after.equals(before)) {
        steps.add(new LabelsChange(face, before, after, "Accept ghosts"));
        accepted += before.annotation().unlabelledCount() - after.annotation().unlabelledCount();
      }
    }
    document.apply(new BatchChange(steps, "Accept %,d ghosts".formatted(accepted)));
    notifications.success(
        "%,d ghosts are labels now, on %,d faces. Undo takes them all back."
            .formatted(accepted, steps.size()));
  }

  private Stream<Ghost> sure(List<Ghost> all) {
    return all.stream().filter(ghost -> (float) ghost.confidence() >= (float) threshold.get());
  }

  /** Whether the person is about to accept across the filter. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** The least confidence, 0 to 1. */
  public DoubleProperty thresholdProperty() {
    return threshold;
  }

  /** How many ghosts are how sure; empty while they are counted. */
  public ReadOnlyObjectProperty<Optional<GhostSurvey>> surveyProperty() {
    return survey.getReadOnlyProperty();
  }
}
