package org.keypointstudio.ui.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.project.study.Study;
import org.keypointstudio.project.study.StudyResult;
import org.keypointstudio.project.study.StudyRunner;
import org.keypointstudio.project.study.StudyTable;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.ui.session.DataSetImages;

/** Runs a study on a snapshot of the labels, and writes its table beside the runs. */
final class StudyTask implements BackgroundTask<StudyResult> {
  private static final int PARTS_OF_A_RUN = 1000;

  private final StudyRunner runner;
  private final Study study;
  private final FaceDataSet dataSet;
  private final List<Annotation> labels;
  private final Path folder;
  private final ResultListener listener;

  /** Hears of each run that is done, on the training thread. */
  @FunctionalInterface
  interface ResultListener {
    void onResult(String recipe, StudyResult.Run run);
  }

  StudyTask(
      StudyRunner runner,
      Study study,
      FaceDataSet dataSet,
      List<Annotation> labels,
      Path folder,
      ResultListener listener) {
    this.runner = runner;
    this.study = study;
    this.dataSet = dataSet;
    this.labels = labels;
    this.folder = folder;
    this.listener = listener;
  }

  @Override
  public String title() {
    return "Study of " + study.runs() + " runs";
  }

  @Override
  public StudyResult run(TaskContext context) throws IOException, TrainingException {
    TrainingFaces faces = DataSetImages.snapshot(dataSet, labels, context);
    Files.createDirectories(folder);
    StudyResult result =
        runner.run(study, faces, folder, new Progress(context), context.cancelToken());
    new StudyTable(result).writeTo(folder);
    return result;
  }

  /** Counts a thousandth of a run as one step of the task. */
  private final class Progress implements StudyRunner.Listener {
    private final TaskContext context;

    Progress(TaskContext context) {
      this.context = context;
    }

    @Override
    public TrainingListener onRun(int number, Study.Variant variant, long seed) {
      String message = "Run %d of %d: %s".formatted(number, study.runs(), variant.name());
      report(number - 1, 0, message);
      return new TrainingListener() {
        @Override
        public void onBatch(Batch batch) {
          report(number - 1, batch.fractionDone(), message);
        }
      };
    }

    @Override
    public void onResult(int number, Study.Variant variant, StudyResult.Run result) {
      listener.onResult(variant.name(), result);
    }

    private void report(int runsDone, double fraction, String message) {
      context.report(
          Math.round((runsDone + fraction) * PARTS_OF_A_RUN),
          (long) study.runs() * PARTS_OF_A_RUN,
          message);
    }
  }
}
