package org.keypointstudio.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Feeds every reader with mutated files, one process of Jazzer after the other, and reports how
 * many each was given and what was found.
 */
public final class Fuzzing {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_:-]{2,30}");
  private static final Pattern RUNS = Pattern.compile("#(\\d+)\\s+DONE");
  private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+)");
  private static final int LONGEST_INPUT = 16_384;

  private final Path work;
  private final int seconds;
  private final List<FuzzReport.Line> lines = new ArrayList<>();

  private Fuzzing(Path work, int seconds) {
    this.work = work;
    this.seconds = seconds;
  }

  /**
   * Fuzzes.
   *
   * @param arguments seconds a reader, the folder for inputs and findings, the report's file, and
   *     the ids of readers, or all
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path work = Path.of(arguments[1]);
    Fuzzing fuzzing = new Fuzzing(work, Integer.parseInt(arguments[0]));
    Set<String> chosen = new TreeSet<>();
    for (int i = 3; i < arguments.length; i++) {
      chosen.addAll(List.of(arguments[i].split("[ ,]+", -1)));
    }
    for (FuzzedReader reader : FuzzedReaders.all()) {
      if (chosen.contains("all") || chosen.contains(reader.id())) {
        fuzzing.fuzz(reader);
        FuzzReport.write(Path.of(arguments[2]), fuzzing.lines);
      }
    }
    int findings = fuzzing.lines.stream().mapToInt(FuzzReport.Line::findings).sum();
    System.out.printf(
        "%d findings; the inputs that cause them are in %s%n", findings, work.toAbsolutePath());
    System.exit(findings == 0 ? 0 : 1);
  }

  private void fuzz(FuzzedReader reader) throws IOException, InterruptedException {
    Path folder = work.resolve(reader.id());
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path findings = Files.createDirectories(folder.resolve("findings"));
    Set<String> words = new TreeSet<>();
    List<byte[]> seeds = reader.seeds().make();
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(corpus.resolve("seed-" + i), seeds.get(i));
      Matcher matcher = WORD.matcher(new String(seeds.get(i), StandardCharsets.ISO_8859_1));
      while (matcher.find()) {
        words.add("\"" + matcher.group() + "\"");
      }
    }
    Path dictionary = Files.write(folder.resolve("dictionary"), words);
    Path log = folder.resolve("log.txt");
    long before = findingsIn(findings);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command(reader, dictionary, findings, corpus))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.waitFor();
    double minutes = (System.nanoTime() - start) / 60e9;
    String text = Files.readString(log, StandardCharsets.ISO_8859_1);
    FuzzReport.Line line =
        new FuzzReport.Line(
            reader.id(),
            minutes,
            last(RUNS, text),
            last(COVERAGE, text),
            (int) (findingsIn(findings) - before));
    lines.add(line);
    System.out.println(line);
  }

  private List<String> command(FuzzedReader reader, Path dictionary, Path findings, Path corpus) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-XX:+EnableDynamicAgentLoading",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
        "-cp",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + ReaderFuzzer.class.getName(),
        "--target_args=" + reader.id(),
        "--instrumentation_includes=org.keypointstudio.**:io.jhdf.**",
        "--keep_going=20",
        "--reproducer_path=" + findings,
        "-artifact_prefix=" + findings + "/",
        "-dict=" + dictionary,
        "-max_len=" + LONGEST_INPUT,
        "-timeout=60",
        "-rss_limit_mb=2048",
        "-max_total_time=" + seconds,
        "-print_final_stats=1",
        corpus.toString());
  }

  private static long findingsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("(crash|timeout|oom|leak|slow-unit)-.*"))
          .count();
    }
  }

  private static long last(Pattern pattern, String text) {
    long value = 0;
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      value = Long.parseLong(matcher.group(1));
    }
    return value;
  }
}
