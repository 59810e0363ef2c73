package org.keypointstudio.ui.edit;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.image.Image;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.statistics.MeanImage;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.canvas.CanvasSwitch;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.canvas.HeatMap;
import org.keypointstudio.ui.canvas.Tone;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures of the whole data set that can be laid over a face: its mean, and where points lie. */
public final class SetPictures {
  private static final Logger LOG = LoggerFactory.getLogger(SetPictures.class);
  private static final int MOST_FACES = 400;
  private static final ImageSize MEAN_SIZE = new ImageSize(96, 96);

  private final StudioSession session;
  private final CanvasViewModel view;
  private final TaskExecutor tasks;
  private final ReadOnlyObjectWrapper<Optional<Image>> meanFace =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<FaceDataSet> meanOf = Optional.empty();
  private Optional<Drawn> drawn = Optional.empty();

  /** What a heat map was made of. */
  private record Drawn(long revision, int keypoint, ImageSize size, Image image) {
    boolean isOf(long wantedRevision, int wantedKeypoint, ImageSize wantedSize) {
      return revision == wantedRevision && keypoint == wantedKeypoint && size.equals(wantedSize);
    }
  }

  /**
   * Pictures of a session's data set, made when they are first shown.
   *
   * @param tasks reads the faces
   */
  public SetPictures(StudioSession session, CanvasViewModel view, TaskExecutor tasks) {
    this.session = session;
    this.view = view;
    this.tasks = tasks;
    ObservableBooleanValue wanted = view.switchProperty(CanvasSwitch.MEAN_FACE);
    wanted.subscribe(_ -> makeMean());
    session.openDataSetProperty().subscribe(_ -> makeMean());
  }

  private void makeMean() {
    Optional<FaceDataSet> open = session.openDataSet().map(OpenDataSet::dataSet);
    if (!open.equals(meanOf)) {
      meanFace.set(Optional.empty());
      meanOf = Optional.empty();
    }
    if (view.switchProperty(CanvasSwitch.MEAN_FACE).get() && meanOf.isEmpty()) {
      meanOf = open;
      open.ifPresent(this::makeMean);
    }
  }

  private void makeMean(FaceDataSet dataSet) {
    tasks.execute(
        BackgroundTask.of("Drawing the mean face", context -> mean(dataSet, context)),
        new TaskListener<GrayImage>() {
          @Override
          public void onSuccess(GrayImage mean) {
            if (meanOf.filter(dataSet::equals).isPresent()) {
              meanFace.set(Optional.of(FaceImages.toImage(mean, Tone.NEUTRAL)));
            }
          }

          @Override
          public void onFailure(Exception problem) {
            LOG.warn("The mean face cannot be drawn", problem);
          }
        });
  }

  /** Of faces spread evenly over the data set. */
  private static GrayImage mean(FaceDataSet dataSet, TaskContext context) throws Exception {
    MeanImage mean = new MeanImage(MEAN_SIZE);
    int faces = Math.min(MOST_FACES, dataSet.size());
    for (int i = 0; i < faces; i++) {
      context.throwIfCancelled();
      mean.add(dataSet.image((int) ((long) i * dataSet.size() / faces)));
    }
    return mean.mean();
  }

  /** The mean of the data set's images; empty until it is made. */
  public ReadOnlyObjectProperty<Optional<Image>> meanFaceProperty() {
    return meanFace.getReadOnlyProperty();
  }

  /**
   * Where the selected keypoint lies in all faces, or all keypoints if none is selected; empty
   * without a data set.
   */
  public Optional<Image> heatMap() {
    int keypoint = session.selectedKeypointProperty().get();
    long revision = session.revisionProperty().get();
    ImageSize size = view.imageSize();
    if (session.openDataSet().isEmpty()) {
      return Optional.empty();
    }
    if (drawn.filter(made -> made.isOf(revision, keypoint, size)).isEmpty()) {
      List<Annotation> faces = session.openDataSet().get().document().snapshot();
      drawn =
          Optional.of(
              new Drawn(revision, keypoint, size, HeatMap.of(faces, keypoint, size).toImage()));
    }
    return drawn.map(Drawn::image);
  }
}
