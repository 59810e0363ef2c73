package org.keypointstudio.ui.guide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.ghost.MeanShape;
import org.keypointstudio.ghost.ReferenceFace;
import org.keypointstudio.model.Annotation;
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

/** What a face of this data set looks like on average; made when a person is first guided. */
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
  private CancelToken running = new CancelToken();

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
  }

  private void refresh() {
    Optional<MeanShape> shape =
        ghosts.meanShapeProperty().get().filter(made -> made.mean().placedCount() >= 2);
    if (shape.isEmpty()) {
      face.set(Optional.empty());
    } else if (guide.activeProperty().get()) {
      session.openDataSet().ifPresent(open -> make(open, shape.get()));
    }
  }

  private void make(OpenDataSet open, MeanShape shape) {
    running.cancel();
    List<Annotation> annotations = open.document().snapshot();
    running =
        tasks.execute(
            BackgroundTask.of(
                "Drawing the reference face",
                context ->
                    ReferenceFace.of(shape, examples(open.dataSet(), annotations, context), SIDE)),
            new TaskListener<ReferenceFace>() {
              @Override
              public void onSuccess(ReferenceFace made) {
                face.set(Optional.of(made));
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

  /** The reference face; empty while nothing is known of the data set's faces. */
  public ReadOnlyObjectProperty<Optional<ReferenceFace>> faceProperty() {
    return face.getReadOnlyProperty();
  }
}
