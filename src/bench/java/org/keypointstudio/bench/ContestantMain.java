package org.keypointstudio.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.training.TrainingException;
import org.slf4j.LoggerFactory;

/** Answers the questions of a {@link ContestantProcess} in the process that it started. */
final class ContestantMain {
  private static final int FEWEST_STEPS = 2;

  private final Contestant contestant;
  private @Nullable Workload workload;

  private ContestantMain(Contestant contestant) {
    this.contestant = contestant;
  }

  /** Reads questions until there are no more. */
  public static void main(String[] arguments) throws IOException, TrainingException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    // A machine without a graphics processor is no news here.
    ((Logger) LoggerFactory.getLogger("ai.djl")).setLevel(Level.ERROR);
    var main = new ContestantMain(Contestant.valueOf(arguments[0]));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      answers.println(ContestantProcess.ANSWER + main.answer(line.split(" ", -1)));
    }
  }

  private String answer(String[] question) throws TrainingException {
    return switch (question[0]) {
      case "prepare" -> prepare(Subject.valueOf(question[1]));
      case "time" ->
          String.valueOf(
              medianMilliseconds(
                  Measure.valueOf(question[1]), Double.parseDouble(question[2]) * 1e9));
      case "run" -> RunTimes.measure(Path.of(System.getProperty("bench.cache"))).encode();
      default -> throw new IllegalArgumentException(String.join(" ", question));
    };
  }

  private String prepare(Subject subject) {
    if (workload != null) {
      workload.close();
    }
    Workload next = contestant.workload(BenchBatch.of(subject.spec()));
    workload = next;
    float[] outputs = next.outputs();
    return IntStream.range(0, outputs.length)
        .mapToObj(i -> String.valueOf(outputs[i]))
        .collect(Collectors.joining(","));
  }

  private double medianMilliseconds(Measure measure, double nanoseconds) {
    Workload measured = workload;
    if (measured == null) {
      throw new IllegalStateException("No network was prepared");
    }
    double[] times = new double[1 << 16];
    int steps = 0;
    long begin = System.nanoTime();
    while (steps < FEWEST_STEPS
        || (steps < times.length && System.nanoTime() - begin < nanoseconds)) {
      long start = System.nanoTime();
      if (measure == Measure.TRAINING) {
        measured.train();
      } else {
        measured.predict(measure.faces());
      }
      times[steps++] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times, 0, steps);
    return times[steps / 2];
  }
}
