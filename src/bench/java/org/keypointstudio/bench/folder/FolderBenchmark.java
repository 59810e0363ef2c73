package org.keypointstudio.bench.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.keypointstudio.bench.ReportOptions;
import org.keypointstudio.bench.open.ProgramProcess;
import org.keypointstudio.bench.open.TemporaryFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Browses a folder of as many image files as CelebA has. */
@Command(
    name = "folder",
    mixinStandardHelpOptions = true,
    description = "Opens, filters, sorts and scrolls a folder of 200,000 image files.")
public final class FolderBenchmark implements Callable<Integer> {
  private static final String HEAP = "-Xmx1g";

  /** What 60 frames a second leave for one, in milliseconds. */
  private static final double FRAME = 1000.0 / 60;

  @Option(names = "--images", description = "number of files; ${DEFAULT-VALUE}")
  private int images = 200_000;

  @Option(names = "--turns", description = "turns of each filter and order; ${DEFAULT-VALUE}")
  private int turns = 9;

  @Mixin private ReportOptions report = new ReportOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    String tables;
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path csv = ImageFolder.make(folder.path(), images);
      tables =
          times(ProgramProcess.run(FolderTimes.class, List.of(HEAP), csv.toString(), "" + turns))
              + scrolling(
                  ProgramProcess.run(
                      GalleryScroll.class,
                      List.of(HEAP, folder.javaOption(), "-Djavafx.animation.fullspeed=true"),
                      csv.toString()));
    }
    System.out.println(tables);
    report.write(page(tables));
    return 0;
  }

  private static String times(List<String[]> lines) {
    StringBuilder text = new StringBuilder("| | ms |\n|---|---:|\n");
    String heap = "";
    for (String[] cells : lines) {
      switch (cells[0]) {
        case "open" -> text.append("| opening, the first time | %s |\n".formatted(cells[2]));
        case "filter" -> text.append("| filter `%s` | %s |\n".formatted(cells[1], cells[2]));
        case "sort" -> text.append("| sort by `%s` | %s |\n".formatted(cells[1], cells[2]));
        case "heap" -> heap = cells[2];
        default -> {}
      }
    }
    return text + "\nThe open folder takes %s MB of heap.\n\n".formatted(heap);
  }

  private static String scrolling(List<String[]> lines) {
    List<Double> frames = new ArrayList<>();
    String shown = "";
    String heap = "";
    for (String[] cells : lines) {
      switch (cells[0]) {
        case "frame" -> frames.add(Double.parseDouble(cells[1]));
        case "shown" -> shown = cells[1];
        case "heap" -> heap = cells[1];
        default -> {}
      }
    }
    List<Double> sorted = frames.stream().sorted().toList();
    return """
    | in the window | |
    |---|---:|
    | from choosing the file to the faces | %s ms |
    | scrolling, median frame | %.1f ms |
    | scrolling, 99 of 100 frames within | %.1f ms |
    | scrolling, frames within 16.7 ms | %.1f %% |
    | heap after scrolling | %s MB |
    """
        .formatted(
            shown,
            sorted.get(sorted.size() / 2),
            sorted.get(sorted.size() * 99 / 100),
            100.0 * sorted.stream().filter(time -> time <= FRAME).count() / sorted.size(),
            heap);
  }

  private String page(String tables) throws IOException {
    return """
    # How a folder of very many images browses

    Written by `./keypoint-studio bench folder --report docs/benchmarks-folder.md`.

    %s

    %,d JPEG files of 178 × 218 pixels, as many as CelebA has, lie in folders beside a CSV of five
    keypoints. They are hard links to 400 different ones and lie in the page cache. Everything runs with
    a heap of 1 GB (`%s`). Filters and orders are the medians of %d turns and end with the list of faces
    that the window shows. The gallery is scrolled by 60 pixels a frame in a window of 1280 × 800 without a
    display, painted in software, as fast as frames can be made.

    %s
    """
        .formatted(report.circumstances(), images, HEAP, turns, tables.strip());
  }
}
