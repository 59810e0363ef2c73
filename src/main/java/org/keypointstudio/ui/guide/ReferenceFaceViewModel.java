package org.keypointstudio.ui.guide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.ghost.MeanShape;
import org.keypointstudio.ghost.PlainFace;
import org.keypointstudio.ghost.ReferenceFace;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.ghost.GhostsViewModel;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a face of this data set looks like, to show where a keypoint goes: a plain drawing until
 * faces are labelled, and their average from then on. Made when a person is first guided.
 */
public final class ReferenceFaceViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(ReferenceFaceViewModel.class);
  private static final int EXAMPLES = 60;
  private static final int SIDE = 160;

  private final StudioSession session;
  private final GuidedPlacingViewModel guide;
  private final GhostsViewModel ghosts;
  private final TaskExecutor tasks;
  private final ReadOnlyObjectWrapper<Optional<ReferenceFace>> face =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper explanation = new ReadOnlyStringWrapper("");
  private CancelToken running = new CancelToken();
  private boolean drawing;

  /** The reference face of a session's data set. */
  public ReferenceFaceViewModel(
      StudioSession session,
      GuidedPlacingViewModel guide,
      GhostsViewModel ghosts,
      TaskExecutor tasks) {
    this.session = session;
    this.guide = guide;
    this.ghosts = ghosts;
    this.tasks = tasks;
    guide.activeProperty().subscribe(this::refresh);
    ghosts.meanShapeProperty().subscribe(this::refresh);
    session.openDataSetProperty().subscribe((_, _) -> face.set(Optional.empty()));
    session.selectedKeypointProperty().subscribe((_, _) -> explain(!drawing));
  }

  private void refresh() {
    Optional<MeanShape> shape =
        ghosts.meanShapeProperty().get().filter(made -> made.mean().placedCount() >= 2);
    if (guide.activeProperty().get()) {
      session.openDataSet().ifPresent(open -> make(open, shape));
    }
  }

  private void make(OpenDataSet open, Optional<MeanShape> shape) {
    running.cancel();
    drawing = true;
    KeypointSchema schema = open.document().schema();
    List<Annotation> annotations = open.document().snapshot();
    running =
        tasks.execute(
            BackgroundTask.of(
                "Drawing the reference face",
                context ->
                    shape.isEmpty()
                        ? PlainFace.of(schema, SIDE)
                        : Optional.of(
                            PlainFace.complete(
                                ReferenceFace.of(
                                    shape.get(),
                                    examples(open.dataSet(), annotations, context),
                                    SIDE),
                                schema))),
            new TaskListener<Optional<ReferenceFace>>() {
              @Override
              public void onSuccess(Optional<ReferenceFace> made) {
                drawing = false;
                face.set(made);
                explain(true);
              }

              @Override
              public void onFailure(Exception problem) {
                LOG.warn("The reference face cannot be drawn", problem);
              }
            });
  }

  private static List<ReferenceFace.Example> examples(
      FaceDataSet dataSet, List<Annotation> annotations, TaskContext context) throws IOException {
    List<ReferenceFace.Example> examples = new ArrayList<>();
    int most = annotations.stream().mapToInt(Annotation::placedCount).max().orElse(0);
    for (int index = 0; index < annotations.size() && examples.size() < EXAMPLES; index++) {
      context.throwIfCancelled();
      Annotation points = annotations.get(index);
      if (points.placedCount() >= 2 && points.placedCount() == most) {
        examples.add(new ReferenceFace.Example(points, dataSet.image(index)));
      }
    }
    return examples;
  }

  /** While the face is drawn there is nothing to explain. */
  private void explain(boolean drawn) {
    int keypoint = session.selectedKeypointProperty().get();
    boolean shown =
        keypoint == StudioSession.NONE
            || face.get().filter(it -> it.points().isPlaced(keypoint)).isPresent();
    explanation.set(
        session
            .openDataSet()
            .filter(_ -> drawn && !shown)
            .map(
                open ->
                    "Where the %s goes is not known yet. Place it on one face, and it is shown here."
                        .formatted(open.document().schema().displayName(keypoint)))
            .orElse(""));
  }

  /** What to say instead of showing the keypoint that is to be placed; empty if it is shown. */
  public ReadOnlyStringProperty explanationProperty() {
    return explanation.getReadOnlyProperty();
  }

  /** The reference face; empty while nothing is known of the data set's keypoints. */
  public ReadOnlyObjectProperty<Optional<ReferenceFace>> faceProperty() {
    return face.getReadOnlyProperty();
  }
}
