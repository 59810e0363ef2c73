package org.keypointstudio.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The process of one contestant, which does something only while it is asked. */
final class ContestantProcess implements AutoCloseable {
  /** What an answer begins with; libraries may print other lines. */
  static final String ANSWER = "answer ";

  private static final Path OPTIONS = Path.of("packaging", "launch", "jvm.options");
  private static final Path ENVIRONMENT = Path.of("packaging", "launch", "environment.properties");

  private final Contestant contestant;
  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;

  ContestantProcess(Contestant contestant) throws IOException {
    this.contestant = contestant;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    if (contestant.isLaunchedAsTheProgram()) {
      command.add("@" + OPTIONS);
    }
    String cache = System.getProperty("bench.cache");
    command.addAll(List.of("-Dbench.cache=" + cache, "-DDJL_CACHE_DIR=" + cache));
    command.addAll(contestant.javaOptions());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ContestantMain.class.getName(), contestant.name()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    setEnvironment(builder.environment());
    process = builder.start();
    questions = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  private void setEnvironment(Map<String, String> environment) throws IOException {
    for (String line : Files.readAllLines(ENVIRONMENT)) {
      int equals = line.indexOf('=');
      if (!line.startsWith("#") && equals > 0) {
        if (contestant.hasTheProgramsEnvironment()) {
          environment.putIfAbsent(line.substring(0, equals), line.substring(equals + 1));
        } else {
          environment.remove(line.substring(0, equals));
        }
      }
    }
  }

  Contestant contestant() {
    return contestant;
  }

  /** Makes a network and throws away the one before; gives the outputs of its batch. */
  float[] prepare(Subject subject) throws IOException {
    String[] parts = ask("prepare " + subject.name()).split(",", -1);
    float[] outputs = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      outputs[i] = Float.parseFloat(parts[i]);
    }
    return outputs;
  }

  /** The median time of one step, in milliseconds, over so many seconds of steps. */
  double milliseconds(Measure measure, double seconds) throws IOException {
    return Double.parseDouble(ask("time " + measure.name() + " " + seconds));
  }

  /** What a run takes besides its steps; must be asked before anything else. */
  RunTimes runTimes() throws IOException {
    return RunTimes.decode(ask("run"));
  }

  private String ask(String question) throws IOException {
    questions.write(question + "\n");
    questions.flush();
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith(ANSWER)) {
        return line.substring(ANSWER.length());
      }
    }
    throw new IOException(
        "%s ended without an answer to \"%s\"".formatted(contestant.title(), question));
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** The largest difference between two lists of outputs. */
  static double largestDifference(float[] first, float[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(Arrays.toString(first) + Arrays.toString(second));
    }
    double largest = 0;
    for (int i = 0; i < first.length; i++) {
      largest = Math.max(largest, Math.abs((double) first[i] - second[i]));
    }
    return largest;
  }
}
