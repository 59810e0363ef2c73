package org.keypointstudio.bench.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program as an installer leaves it: one jar beside those of its libraries, and the cache that
 * packaging/linux/finish-install makes. The watcher's classes lie in a jar behind them.
 */
final class Installed {
  private final Path folder;
  private final String classPath;

  private Installed(Path folder, String classPath) {
    this.folder = folder;
    this.classPath = classPath;
  }

  /**
   * Puts the program together.
   *
   * @param folder takes it; empty
   */
  static Installed in(Path folder) throws IOException, InterruptedException {
    List<String> entries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).toList();
    List<String> jars = new ArrayList<>();
    for (String entry : entries) {
      if (Files.isDirectory(Path.of(entry))) {
        Path jar = folder.resolve("part-%d.jar".formatted(jars.size()));
        run(List.of(tool("jar"), "--create", "--file", jar.toString(), "-C", entry, "."));
        jars.add(jar.toString());
      } else if (Files.isRegularFile(Path.of(entry))) {
        jars.add(entry);
      }
    }
    return new Installed(folder, String.join(File.pathSeparator, jars));
  }

  /** Makes the cache from a tour of the data, and gives its size in bytes. */
  long makeCache(Path data) throws IOException, InterruptedException {
    Path classes = folder.resolve("classes.aotconf");
    List<String> record = java(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + classes));
    record.addAll(
        List.of(
            "org.keypointstudio.app.Launcher",
            "tour",
            "--data",
            data.toString(),
            "--out",
            folder.resolve("tour").toString(),
            "--minutes",
            "0.1"));
    run(record);
    run(
        java(
            List.of(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + classes,
                "-XX:AOTCache=" + cache())));
    return Files.size(cache());
  }

  /** What the cache is. */
  Path cache() {
    return folder.resolve("keypoint-studio.aot");
  }

  /** A command that starts the program with a data set, watched. */
  List<String> start(List<String> flags, Path data) {
    List<String> command = java(flags);
    command.addAll(List.of("org.keypointstudio.bench.start.WatchedStart", "open", data.toString()));
    return command;
  }

  private List<String> java(List<String> flags) {
    List<String> command = new ArrayList<>();
    command.add(tool("java"));
    command.add("@" + Path.of("packaging", "launch", "jvm.options"));
    command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    command.addAll(List.of("-Duser.home=" + folder, "-Djava.io.tmpdir=" + folder, "-Xlog:disable"));
    command.add("-Xlog:all=error:stderr");
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath));
    return command;
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("This failed: " + String.join(" ", command));
    }
  }
}
