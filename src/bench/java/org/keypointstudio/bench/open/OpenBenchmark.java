package org.keypointstudio.bench.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.keypointstudio.bench.ReportOptions;
import org.keypointstudio.dataset.DataSetException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens a file of Kaggle's size beside pandas and a plain read of its bytes. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = "Opens a file of Kaggle's size beside pandas and a plain read of its bytes.")
public final class OpenBenchmark implements Callable<Integer> {
  private static final int KAGGLE_ROWS = 7049;

  @Option(names = "--data", description = "rows to repeat; ${DEFAULT-VALUE} if left out")
  private Path data = Path.of("sample-data", "training.csv");

  @Option(names = "--turns", description = "turns of each contestant; ${DEFAULT-VALUE}")
  private int turns = 9;

  @Option(names = "--pandas-turns", description = "turns of pandas; ${DEFAULT-VALUE}")
  private int pandasTurns = 3;

  @Option(
      names = "--times",
      split = ",",
      description = "lengths of the file, in Kaggle's; ${DEFAULT-VALUE}")
  private List<Integer> lengths = List.of(1, 4, 16);

  @Mixin private ReportOptions report = new ReportOptions();

  /** What one file took; times in milliseconds. */
  private record Length(int times, long bytes, Took firstOpen, Took read, Took open, double heap) {}

  /**
   * What something took.
   *
   * @param milliseconds on the clock
   * @param processor milliseconds of all processors together
   */
  private record Took(double milliseconds, double processor) {
    static Took median(List<Took> turns) {
      return new Took(
          OpenBenchmark.median(turns.stream().map(Took::milliseconds).toList()),
          OpenBenchmark.median(turns.stream().map(Took::processor).toList()));
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException, DataSetException {
    List<Length> measured = new ArrayList<>();
    Optional<Pandas.Result> pandas = Optional.empty();
    List<Window> windows = List.of();
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path file = folder.path().resolve("training.csv");
      for (int times : lengths) {
        LongFile.write(data, times * KAGGLE_ROWS, file);
        measured.add(measure(times, file));
        if (times == 1) {
          pandas = Pandas.read(file, pandasTurns);
          windows = List.of(window(folder, file, data), window(folder, file));
        }
      }
    }
    String tables = tables(measured, pandas, windows);
    System.out.println(tables);
    report.write(page(tables));
    return 0;
  }

  private Length measure(int times, Path file) throws IOException, InterruptedException {
    List<Took> reads = new ArrayList<>();
    List<Took> opens = new ArrayList<>();
    double heap = Double.NaN;
    for (String[] cells :
        ProgramProcess.run(OpenTimes.class, List.of(), file.toString(), String.valueOf(turns))) {
      if (cells[0].equals("turn")) {
        reads.add(new Took(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
        opens.add(new Took(Double.parseDouble(cells[3]), Double.parseDouble(cells[4])));
      } else if (cells[0].equals("heap")) {
        heap = Double.parseDouble(cells[1]);
      }
    }
    return new Length(
        times, Files.size(file), opens.getFirst(), Took.median(reads), Took.median(opens), heap);
  }

  /**
   * Milliseconds from choosing the file.
   *
   * @param firstFace until a face is on the screen
   * @param browsable until all faces can be browsed
   */
  private record Window(double firstFace, double browsable) {}

  /** In the median of processes that have opened only these files before. */
  private Window window(TemporaryFolder folder, Path file, Path... before)
      throws IOException, InterruptedException {
    List<String> files =
        Stream.concat(Stream.of(before), Stream.of(file)).map(Path::toString).toList();
    List<Double> firstFaces = new ArrayList<>();
    List<Double> browsable = new ArrayList<>();
    for (int turn = 0; turn < pandasTurns; turn++) {
      Map<String, Double> last = new HashMap<>();
      for (String[] cells :
          ProgramProcess.run(
              FirstFace.class, List.of(folder.javaOption()), files.toArray(String[]::new))) {
        if (cells.length == 2) {
          last.put(cells[0], Double.parseDouble(cells[1]));
        }
      }
      firstFaces.add(last.getOrDefault("first face", Double.NaN));
      browsable.add(last.getOrDefault("browsable", Double.NaN));
    }
    return new Window(median(firstFaces), median(browsable));
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private String tables(
      List<Length> measured, Optional<Pandas.Result> pandas, List<Window> windows) {
    StringBuilder text = new StringBuilder();
    measured.stream()
        .filter(it -> it.times() == 1)
        .findFirst()
        .ifPresent(one -> text.append(beside(one, pandas)).append(inWindows(windows)).append('\n'));
    text.append("| file | plain read, ms | opening, ms | heap, MB |\n|---|---:|---:|---:|\n");
    for (Length it : measured) {
      text.append(
          "| %d ×, %,d rows, %,d MB | %.0f | %.0f | %.0f |\n"
              .formatted(
                  it.times(),
                  it.times() * KAGGLE_ROWS,
                  it.bytes() / 1_000_000,
                  it.read().milliseconds(),
                  it.open().milliseconds(),
                  it.heap()));
    }
    if (measured.size() > 1) {
      Length first = measured.getFirst();
      Length last = measured.getLast();
      double exponent =
          Math.log(last.open().processor() / first.open().processor())
              / Math.log((double) last.times() / first.times());
      text.append(
          "\nThe processors' time for opening grows with the rows to the power %.2f.\n"
              .formatted(exponent));
    }
    return text.toString();
  }

  private static String beside(Length one, Optional<Pandas.Result> pandas) {
    StringBuilder text = new StringBuilder();
    text.append("| 7,049 rows | ms | of the processors | beside opening |\n|---|---:|---:|---:|\n");
    text.append(row("opening", one.open(), one));
    text.append(row("opening, the first time in a process", one.firstOpen(), one));
    text.append(row("plain read of the bytes, one thread", one.read(), one));
    if (pandas.isPresent()) {
      Pandas.Result read = pandas.get();
      Took took = new Took(median(read.milliseconds()), median(read.processor()));
      text.append(
          row("pandas %s `read_csv`, numpy for the pixels".formatted(read.version()), took, one));
    } else {
      text.append("| pandas: skipped, there is no Python that has it | | | |\n");
    }
    return text.toString();
  }

  private static String inWindows(List<Window> windows) {
    Window warm = windows.getFirst();
    Window cold = windows.getLast();
    return """

    | 7,049 rows, in the window, ms from choosing the file to | the first face on the screen | all faces in the gallery |
    |---|---:|---:|
    | in a window that shows the sample data | %.0f | %.0f |
    | in a window that opened nothing before | %.0f | %.0f |
    """
        .formatted(warm.firstFace(), warm.browsable(), cold.firstFace(), cold.browsable());
  }

  private static String row(String name, Took took, Length one) {
    return "| %s | %,.0f | %,.0f | %.2f × |\n"
        .formatted(
            name,
            took.milliseconds(),
            took.processor(),
            took.milliseconds() / one.open().milliseconds());
  }

  private String page(String tables) throws IOException {
    return """
    # How long a data set takes to open

    Written by `./keypoint-studio bench open --report docs/benchmarks-open.md`, which needs about 5 GB of
    disk for a while, and Python with pandas for its line (`apt-get install python3-pandas`).

    %s

    The file is in Kaggle's schema and of Kaggle's length, %,d rows: the rows of the sample data again and
    again. It lies in the page cache. Opening gives every face with its image in memory as grey bytes and
    every label as a number; the plain read throws the bytes away. Both take turns in one process that
    was launched as the program is; pandas has a process of its own. The medians of %d turns (pandas and
    the window: %d). The heap is what the open data set takes after a collection. The window has no
    display and is painted in software; a face counts when its pixels are in the screen's memory. The
    first faces of a long file are shown as soon as they are read, to be looked at while the others
    are still being read.

    %s
    """
        .formatted(report.circumstances(), KAGGLE_ROWS, turns, pandasTurns, tables.strip());
  }
}
