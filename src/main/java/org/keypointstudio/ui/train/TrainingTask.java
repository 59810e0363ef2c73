package org.keypointstudio.ui.train;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.ui.session.DataSetImages;

/** Reads the images and trains one network on a snapshot of the labels. */
final class TrainingTask implements BackgroundTask<RunRecord> {
  private static final long PARTS_OF_A_RUN = 1000;

  private final String name;
  private final Launch launch;
  private final List<Annotation> labels;
  private final FaceDataSet dataSet;
  private final TrainingListener listener;
  private final AtomicReference<@Nullable TrainingControl> control = new AtomicReference<>();

  /** Begins a run or goes on with one. */
  @FunctionalInterface
  interface Launch {
    /** Trains to the end. */
    RunRecord run(TrainingFaces faces, TrainingListener listener, TrainingControl control)
        throws TrainingException;
  }

  TrainingTask(Launch launch, TrainingRun run, FaceDataSet dataSet, TrainingListener listener) {
    this.launch = launch;
    this.name = run.name();
    this.labels = run.labels();
    this.dataSet = dataSet;
    this.listener = listener;
  }

  @Override
  public String title() {
    return "Training " + name;
  }

  @Override
  public RunRecord run(TaskContext context) throws IOException, TrainingException {
    TrainingFaces faces = DataSetImages.snapshot(dataSet, labels, context);
    TrainingControl own = new TrainingControl(context.cancelToken());
    control.set(own);
    return launch.run(faces, new Reporting(context, listener), own);
  }

  /** Ends the run and keeps its best model. Nothing happens before it learns. */
  void stopAndKeepBest() {
    TrainingControl own = control.get();
    if (own != null) {
      own.stopAndKeepBest();
    }
  }

  /** Tells the task's watchers how far the run has come, besides the listener. */
  private record Reporting(TaskContext context, TrainingListener target)
      implements TrainingListener {

    @Override
    public void onStart(Start start) {
      context.report(
          0, PARTS_OF_A_RUN, "Learning from " + Readings.count(start.trainingFaces(), "face"));
      target.onStart(start);
    }

    @Override
    public void onBatch(Batch batch) {
      context.report(
          Math.round(batch.fractionDone() * PARTS_OF_A_RUN),
          PARTS_OF_A_RUN,
          "Epoch " + batch.epoch());
      target.onBatch(batch);
    }

    @Override
    public void onNotice(String sentence) {
      target.onNotice(sentence);
    }

    @Override
    public void onEpoch(Epoch epoch) {
      target.onEpoch(epoch);
    }
  }
}
