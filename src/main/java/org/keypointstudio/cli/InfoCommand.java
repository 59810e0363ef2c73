package org.keypointstudio.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.statistics.LabelStatistics;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.project.labels.MarkCounts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a data set holds. */
@Command(name = "info", description = "Say what a data set holds: rows, image size, labels.")
final class InfoCommand implements Callable<Integer> {
  private final DataSets store;
  private final Console console;

  @Parameters(paramLabel = "PATH", description = "The data set.")
  private Path path = Path.of("");

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  InfoCommand(DataSets store, Console console) {
    this.store = store;
    this.console = console;
  }

  /** The sizes of the images that can be read, and how many cannot. */
  private record Images(Set<ImageSize> sizes, int unreadable) {}

  @Override
  public Integer call() throws Exception {
    LabelledDataSet opened = console.run(context -> store.openLabelled(path, context));
    FaceDataSet faces = opened.dataSet();
    MarkCounts marks = MarkCounts.of(opened.labels());
    List<Annotation> annotations =
        IntStream.range(0, faces.size()).mapToObj(faces::annotation).toList();
    LabelStatistics labels = LabelStatistics.of(faces.schema(), annotations);
    Images images = images(faces);
    if (json) {
      Json.print(console, toJson(faces, labels, images, marks));
    } else {
      print(faces, labels, images, marks);
    }
    return CommandLine.ExitCode.OK;
  }

  private static Images images(FaceDataSet faces) {
    Set<ImageSize> sizes = new LinkedHashSet<>();
    int unreadable = 0;
    for (int i = 0; i < faces.size(); i++) {
      try {
        sizes.add(faces.imageSize(i));
      } catch (IOException _) {
        unreadable++; // counted in the result
      }
    }
    return new Images(sizes, unreadable);
  }

  private ObjectNode toJson(
      FaceDataSet faces, LabelStatistics labels, Images images, MarkCounts marks) {
    ObjectNode result = Json.object();
    result.put("path", path.toString());
    result.put("rows", labels.faces());
    result.put("completeRows", labels.completeFaces());
    ObjectNode size = result.putObject("image");
    size.put("width", side(images, true, false));
    size.put("height", side(images, false, false));
    size.put("largestWidth", side(images, true, true));
    size.put("largestHeight", side(images, false, true));
    size.put("unreadable", images.unreadable());
    result.put("schema", faces.schema().name());
    result
        .putObject("marks")
        .put("occluded", marks.occluded())
        .put("absent", marks.absent())
        .put("origins", marks.origins())
        .put("locked", marks.locked())
        .put("notes", marks.notes())
        .put("tagged", marks.tagged())
        .put("reviewed", marks.reviewed());
    ObjectNode keypoints = result.putObject("keypoints");
    for (LabelStatistics.KeypointCount keypoint : labels.keypoints()) {
      keypoints
          .putObject(keypoint.name())
          .put("labelled", keypoint.labelled())
          .put("missing", keypoint.missing());
    }
    return result;
  }

  /** The smallest or largest side; 0 if no image can be read. */
  private static int side(Images images, boolean width, boolean largest) {
    IntStream sides =
        images.sizes().stream().mapToInt(size -> width ? size.width() : size.height());
    return (largest ? sides.max() : sides.min()).orElse(0);
  }

  private void print(FaceDataSet faces, LabelStatistics labels, Images images, MarkCounts marks) {
    console.out().println("rows           " + labels.faces());
    console.out().println("complete rows  " + labels.completeFaces());
    console.out().println("image          " + describe(images));
    console.out().println("schema         " + faces.schema().name());
    console.out().println("marks          " + (marks.isEmpty() ? "none" : marks.describe()));
    console.out().printf("%n%-28s %9s %9s%n", "keypoint", "labelled", "missing");
    for (LabelStatistics.KeypointCount keypoint : labels.keypoints()) {
      console
          .out()
          .printf("%-28s %9d %9d%n", keypoint.name(), keypoint.labelled(), keypoint.missing());
    }
    console.out().flush();
  }

  private static String describe(Images images) {
    String sizes =
        images.sizes().size() == 1
            ? images.sizes().iterator().next() + " pixels"
            : "%d × %d to %d × %d pixels"
                .formatted(
                    side(images, true, false),
                    side(images, false, false),
                    side(images, true, true),
                    side(images, false, true));
    return images.unreadable() == 0 ? sizes : sizes + ", " + images.unreadable() + " unreadable";
  }
}
