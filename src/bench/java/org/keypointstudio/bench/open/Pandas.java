package org.keypointstudio.bench.open;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The same file by pandas: {@code read_csv}, and numpy for the pixels, as notebooks do it. */
final class Pandas {
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3", "python");

  private static final String SCRIPT =
      """
      import sys, time
      import numpy, pandas
      print("version", pandas.__version__, numpy.__version__, flush=True)
      for turn in range(int(sys.argv[2])):
          begun, processor = time.perf_counter(), time.process_time()
          table = pandas.read_csv(sys.argv[1])
          images = numpy.stack(
              [numpy.fromstring(text, dtype=numpy.uint8, sep=" ") for text in table["Image"]])
          points = table.drop(columns="Image").to_numpy()
          print("turn", 1000 * (time.perf_counter() - begun),
                1000 * (time.process_time() - processor), len(images), flush=True)
          del table, images, points
      """;

  private Pandas() {}

  /**
   * What it took.
   *
   * @param version of pandas
   * @param milliseconds of each turn, on the clock
   * @param processor milliseconds of the processors of each turn
   */
  record Result(String version, List<Double> milliseconds, List<Double> processor) {}

  /** Reads a file so many times; empty if there is no Python with pandas. */
  static Optional<Result> read(Path file, int turns) throws IOException, InterruptedException {
    for (String python : PYTHONS) {
      Optional<Result> result = read(python, file, turns);
      if (result.isPresent()) {
        return result;
      }
    }
    return Optional.empty();
  }

  private static Optional<Result> read(String python, Path file, int turns)
      throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(
                  python, "-W", "ignore", "-c", SCRIPT, file.toString(), String.valueOf(turns))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException _) {
      return Optional.empty(); // this Python is not there
    }
    String version = "";
    List<Double> times = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    for (String line : process.inputReader().lines().toList()) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("version")) {
        version = words[1];
      } else if (words[0].equals("turn")) {
        times.add(Double.parseDouble(words[1]));
        processor.add(Double.parseDouble(words[2]));
      }
    }
    return process.waitFor() == 0 && times.size() == turns
        ? Optional.of(new Result(version, times, processor))
        : Optional.empty();
  }
}
