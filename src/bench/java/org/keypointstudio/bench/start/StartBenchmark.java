package org.keypointstudio.bench.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.keypointstudio.bench.ReportOptions;
import org.keypointstudio.bench.open.TemporaryFolder;
import org.keypointstudio.dataset.DataSetException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the program again and again, with and without what makes it start fast. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "Times the program's start to the first face, with and without its cache.")
public final class StartBenchmark implements Callable<Integer> {
  @Option(names = "--data", description = "data set to open; ${DEFAULT-VALUE} if left out")
  private Path data = Path.of("sample-data", "training.csv");

  @Option(names = "--turns", description = "starts of each variant; ${DEFAULT-VALUE}")
  private int turns = 5;

  @Mixin private ReportOptions report = new ReportOptions();

  /**
   * One start, in milliseconds.
   *
   * @param java until the program's main method runs
   * @param window until the window shows
   * @param face until a face is on the screen
   * @param processors that all processors together worked until then
   * @param classes that were loaded until then
   */
  private record Start(
      double java, double window, double face, double processors, double classes) {}

  @Override
  public Integer call() throws IOException, InterruptedException, DataSetException {
    String table;
    long cacheBytes;
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Installed installed = Installed.in(folder.path());
      cacheBytes = installed.makeCache(data);
      Map<String, List<String>> variants = variants(installed.cache());
      Map<String, List<Start>> starts = new LinkedHashMap<>();
      for (int turn = 0; turn < turns; turn++) {
        for (Map.Entry<String, List<String>> variant : variants.entrySet()) {
          starts
              .computeIfAbsent(variant.getKey(), _ -> new ArrayList<>())
              .add(start(installed.start(variant.getValue(), data)));
        }
      }
      table = table(starts);
    }
    System.out.println(table);
    report.write(page(table, cacheBytes));
    return 0;
  }

  /** Flags of Java by what they stand for; as it is installed first. */
  private static Map<String, List<String>> variants(Path cache) {
    String cached = "-XX:AOTCache=" + cache;
    Map<String, List<String>> variants = new LinkedHashMap<>();
    variants.put("as installed: with the cache", List.of(cached));
    variants.put("without the cache", List.of());
    variants.put("without any class data (`-Xshare:off`)", List.of("-Xshare:off"));
    variants.put(
        "with the cache, only the first compiler (`-XX:TieredStopAtLevel=1`)",
        List.of(cached, "-XX:TieredStopAtLevel=1"));
    variants.put(
        "with the cache, the serial collector (`-XX:+UseSerialGC`)",
        List.of(cached, "-XX:-UseG1GC", "-XX:+UseSerialGC"));
    return variants;
  }

  private static Start start(List<String> command) throws IOException, InterruptedException {
    Map<String, Double> times = new HashMap<>();
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        String[] cells = line.split("\t", -1);
        times.putIfAbsent(
            cells[0],
            cells.length == 2 ? Double.parseDouble(cells[1]) : (System.nanoTime() - begun) / 1e6);
      }
    }
    process.waitFor();
    if (!times.containsKey("face")) {
      throw new IOException("No face was seen: " + String.join(" ", command));
    }
    return new Start(
        times.getOrDefault("java", Double.NaN),
        times.getOrDefault("window", Double.NaN),
        times.getOrDefault("face", Double.NaN),
        times.getOrDefault("processors", Double.NaN),
        times.getOrDefault("classes", Double.NaN));
  }

  private static String table(Map<String, List<Start>> variants) {
    StringBuilder text = new StringBuilder();
    text.append("| ms from the start of the process to | main | the window | the first face |");
    text.append(" of the processors until then | classes loaded |\n");
    text.append("|---|---:|---:|---:|---:|---:|\n");
    variants.forEach(
        (name, starts) ->
            text.append(
                "| %s | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f |\n"
                    .formatted(
                        name,
                        median(starts.stream().map(Start::java).toList()),
                        median(starts.stream().map(Start::window).toList()),
                        median(starts.stream().map(Start::face).toList()),
                        median(starts.stream().map(Start::processors).toList()),
                        median(starts.stream().map(Start::classes).toList()))));
    return text.toString();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private String page(String table, long cacheBytes) throws IOException {
    return """
    # How long the program takes to start

    Written by `./keypoint-studio bench start --report docs/benchmarks-start.md`.

    %s

    The program is put together as an installer leaves it: one jar beside those of its libraries, with
    the flags of packaging/launch, and the cache that `finish-install` makes from a tour of the sample
    data (JEP 483, 514 and 515: %d MB of classes, linked, and profiles of their methods). Each start is a
    new process that opens `%s` (%d MB). It is timed from outside, from the creation of the process to
    the lines that a watcher in it prints when the window shows and when a face's pixels are in the
    screen's memory. The window has no display and is painted in software. The files lie in the page
    cache. The variants take turns; the medians of %d starts each.

    %s
    """
        .formatted(
            report.circumstances(),
            cacheBytes / 1_000_000,
            data,
            Files.size(data) / 1_000_000,
            turns,
            table.strip());
  }
}
