package org.keypointstudio.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.keypointstudio.backend.dl4j.Dl4jTrainer;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.loop.BatchAssembly;

/**
 * What a run of training takes besides its steps.
 *
 * @param assemblyMilliseconds for a batch of 64 faces, all of them varied
 * @param firstStepSeconds from the call of the trainer to the end of the first step, in a process
 *     that has computed nothing before
 * @param nextFirstStepSeconds the same for a later run
 * @param cancelMilliseconds from the wish to cancel to the end of the run
 */
record RunTimes(
    double assemblyMilliseconds,
    double firstStepSeconds,
    double nextFirstStepSeconds,
    double cancelMilliseconds) {
  private static final int FACES = 3666;

  /** Measures them; must be called in a process that has computed nothing yet. */
  static RunTimes measure(Path folder) throws TrainingException {
    TrainingFaces faces = BenchFaces.of(FACES);
    FirstStep first = new FirstStep();
    first.run(faces, folder);
    FirstStep next = new FirstStep();
    next.run(faces, folder);
    return new RunTimes(
        assemblyMilliseconds(faces),
        first.stepSeconds,
        next.stepSeconds,
        1000 * next.cancelSeconds);
  }

  private static double assemblyMilliseconds(TrainingFaces faces) {
    BatchAssembly assembly = new BatchAssembly(faces, BenchBatch.FACES);
    double[] times = new double[400];
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      assembly.next();
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    // The compiler needs the first half to get warm.
    double[] warm = Arrays.copyOfRange(times, times.length / 2, times.length);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }

  /** Trains until the first step is done, and cancels. */
  private static final class FirstStep implements TrainingListener {
    private final CancelToken cancel = new CancelToken();
    private long start;
    private long stepped;
    private double stepSeconds;
    private double cancelSeconds;

    void run(TrainingFaces faces, Path folder) throws TrainingException {
      start = System.nanoTime();
      try {
        new Dl4jTrainer()
            .train(
                TrainingConfig.defaults(ModelKind.COMPACT),
                faces,
                folder.resolve("run"),
                this,
                new TrainingControl(cancel));
        throw new IllegalStateException("The run was not cancelled");
      } catch (CancellationException _) {
        cancelSeconds = (System.nanoTime() - stepped) / 1e9;
      }
    }

    @Override
    public void onBatch(Batch batch) {
      stepped = System.nanoTime();
      stepSeconds = (stepped - start) / 1e9;
      cancel.cancel();
    }
  }

  /** One line of numbers. */
  String encode() {
    return "%s,%s,%s,%s"
        .formatted(
            assemblyMilliseconds, firstStepSeconds, nextFirstStepSeconds, cancelMilliseconds);
  }

  /** What {@link #encode} gave. */
  static RunTimes decode(String line) {
    double[] numbers =
        Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    return new RunTimes(numbers[0], numbers[1], numbers[2], numbers[3]);
  }
}
