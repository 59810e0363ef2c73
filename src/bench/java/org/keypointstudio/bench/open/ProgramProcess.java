package org.keypointstudio.bench.open;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Processes that are launched as the program is, without a display. */
public final class ProgramProcess {
  private ProgramProcess() {}

  /**
   * Runs one to its end.
   *
   * @param options for Java besides the program's
   * @return the lines that it prints, cut at tabulators
   * @throws IOException if it fails
   */
  public static List<String[]> run(Class<?> main, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of("packaging", "launch", "jvm.options"));
    command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(Arrays.asList(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String[]> lines;
    try (BufferedReader out = process.inputReader()) {
      lines = out.lines().map(line -> line.split("\t", -1)).toList();
    }
    if (process.waitFor() != 0) {
      throw new IOException(main.getSimpleName() + " failed; the lines above say why.");
    }
    return lines;
  }
}
