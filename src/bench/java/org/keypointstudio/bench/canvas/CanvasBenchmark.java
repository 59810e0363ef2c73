package org.keypointstudio.bench.canvas;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.keypointstudio.bench.ReportOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures frames of the Edit workspace while keypoints are dragged and the face is panned. */
@Command(
    name = "canvas",
    mixinStandardHelpOptions = true,
    description = "Measures frames while a person drags and pans, painted without a graphics card.")
public final class CanvasBenchmark implements Callable<Integer> {

  @Mixin private ReportOptions report = new ReportOptions();

  /** A size of the window. */
  private enum Size {
    FULL_HD(1920, 1080),
    FOUR_K(3840, 2160);

    private final int width;
    private final int height;

    Size(int width, int height) {
      this.width = width;
      this.height = height;
    }

    String title() {
      return "%d × %d".formatted(width, height);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!hasXvfb()) {
      System.err.println(
          "This benchmark shows its windows on a virtual X display; install Xvfb and run it"
              + " again.");
      return 1;
    }
    StringBuilder tables = new StringBuilder();
    for (Size size : Size.values()) {
      String table = measure(size);
      System.out.println(table);
      tables.append(table).append('\n');
    }
    report.write(page(tables.toString().strip()));
    return 0;
  }

  private static boolean hasXvfb() {
    return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "Xvfb")));
  }

  private static String measure(Size size) throws IOException, InterruptedException {
    Process display =
        new ProcessBuilder(
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                "%dx%dx24".formatted(size.width, size.height),
                "-nolisten",
                "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader number = display.inputReader()) {
      return table(size, frames(size, ":" + number.readLine()));
    } finally {
      display.destroy();
      display.waitFor();
    }
  }

  private static List<String[]> frames(Size size, String display)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + Path.of("packaging", "launch", "jvm.options"),
            "-Dprism.order=sw",
            "-Djavafx.animation.fullspeed=true",
            "-cp",
            System.getProperty("java.class.path"),
            CanvasFrames.class.getName(),
            Integer.toString(size.width),
            Integer.toString(size.height));
    builder.environment().put("DISPLAY", display);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      for (Optional<String> line = next(lines); line.isPresent(); line = next(lines)) {
        String[] cells = line.get().split("\t", -1);
        if (cells[0].equals("frames")) {
          rows.add(cells);
        }
      }
    }
    process.waitFor();
    return rows;
  }

  private static Optional<String> next(BufferedReader lines) throws IOException {
    return Optional.ofNullable(lines.readLine());
  }

  private static String table(Size size, List<String[]> rows) {
    StringBuilder text = new StringBuilder();
    String canvas = rows.isEmpty() ? "" : ", canvas " + rows.getFirst()[2];
    text.append("## Window %s%s\n\n".formatted(size.title(), canvas));
    text.append("| | p50, ms | p99, ms | worst, ms | frames within 16.7 ms |\n");
    text.append("|---|---:|---:|---:|---:|\n");
    for (String[] cells : rows) {
      text.append(
          "| %s | %s | %s | %s | %.1f %% |\n"
              .formatted(
                  Hand.valueOf(cells[1]).title(),
                  cells[3],
                  cells[4],
                  cells[5],
                  100 * Double.parseDouble(cells[6])));
    }
    return text.toString();
  }

  private String page(String tables) throws IOException {
    return """
    # How fast the canvas follows the hand

    Written by `mvn -Pbench verify -Dbench.options="canvas --report docs/benchmarks-canvas.md"`,
    which anyone with Xvfb can run.

    %s

    The whole window is shown on a virtual X display in the Edit workspace, with an image of
    512 × 512 pixels, 68 keypoints, their skeleton, the predictions of three models and the lines to
    them. It is painted in software (`prism.order=sw`), as where there is no graphics card. Mouse
    events arrive once a frame, and frames are made as fast as they can be; the figures are the
    times from one frame to the next, over 600 frames of each kind after 120 to warm up, or over
    nine seconds where frames are slow. The aim is 60 frames a second, 16.7 ms a frame, in a window
    of 1920 × 1080. The first row is what the toolkit takes by itself: for every frame that is
    painted in software it copies the whole window to the display.

    %s
    """
        .formatted(report.circumstances(), tables);
  }
}
