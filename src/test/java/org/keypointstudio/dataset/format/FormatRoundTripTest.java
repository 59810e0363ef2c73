package org.keypointstudio.dataset.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.keypointstudio.dataset.format.deeplabcut.DeepLabCutCsv;
import org.keypointstudio.dataset.format.menpo.Ljson;
import org.keypointstudio.dataset.format.menpo.Pts;
import org.keypointstudio.dataset.format.sleap.Sleap;
import org.keypointstudio.dataset.format.xml.CvatXml;
import org.keypointstudio.dataset.format.xml.DlibXml;
import org.keypointstudio.dataset.format.yolo.YoloPose;
import org.keypointstudio.task.TaskContext;

class FormatRoundTripTest {
  private static final List<KeypointFormat> FORMATS =
      List.of(
          new CvatXml(),
          new DlibXml(),
          new DeepLabCutCsv(),
          new YoloPose(),
          new Pts(),
          new Ljson(),
          new Sleap());

  @Provide
  Arbitrary<KeypointFormat> formats() {
    return Arbitraries.of(FORMATS);
  }

  @FunctionalInterface
  private interface InFolder {
    void run(Path folder) throws IOException;
  }

  private static void inNewFolder(InFolder test) throws IOException {
    Path folder = Files.createTempDirectory("round-trip");
    try {
      test.run(folder);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Property(tries = 200)
  void what_a_format_carries_comes_back(
      @ForAll("formats") KeypointFormat format, @ForAll @LongRange(min = 0) long seed)
      throws IOException {
    FormatRoundTrip trip = new FormatRoundTrip(format, seed);
    AnnotatedImages images = trip.faces();

    inNewFolder(folder -> trip.requireSame(images, trip.writeAndRead(images, folder)));
  }

  @Property(tries = 50)
  void what_was_written_is_known_by_its_content(
      @ForAll("formats") KeypointFormat format, @ForAll @LongRange(min = 0) long seed)
      throws IOException {
    FormatRoundTrip trip = new FormatRoundTrip(format, seed);

    inNewFolder(
        folder -> {
          trip.writeAndRead(trip.faces(), folder);
          assertThat(new KeypointFormats(FORMATS).recognise(trip.target(folder))).hasValue(format);
        });
  }

  @Property(tries = 50)
  void a_file_that_was_changed_gives_the_changed_faces(
      @ForAll("formats") KeypointFormat format, @ForAll @LongRange(min = 0) long seed)
      throws IOException {
    FormatRoundTrip trip = new FormatRoundTrip(format, seed);
    AnnotatedImages images = trip.faces();

    inNewFolder(
        folder -> {
          AnnotatedImages read = trip.writeAndRead(images, folder);
          AnnotatedImages moved = trip.moved(read);
          Path target = trip.target(folder);
          format.rewrite(target, moved, target, TaskContext.unattended());
          trip.requireSame(moved, format.read(target, TaskContext.unattended()));
        });
  }
}
