package org.keypointstudio.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.dataset.format.KeypointFormats;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.schema.SchemaGuess;
import org.keypointstudio.task.TaskContext;

/** A damaged file is told in a sentence, or opens; it never takes the program along. */
class FormatDamageTest {
  private static final List<String> PIECES =
      List.of(
          "",
          "null",
          "-1",
          "1e308",
          "NaN",
          "[",
          "]",
          "{",
          "}",
          "\"",
          ",",
          "<",
          ">",
          "&x;",
          "\n",
          "\0",
          "\u00ff",
          "../../../etc/passwd",
          "99999999999999999999",
          "\"a\":",
          "<box>");

  private final KeypointFormats formats = KnownFormats.all();

  /** One place of damage: where, how much is taken out, and what comes in. */
  private record Damage(double place, int removed, String inserted) {}

  @Provide
  Arbitrary<Damage> damages() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1),
            Arbitraries.integers().between(0, 12),
            Arbitraries.of(PIECES))
        .as(Damage::new);
  }

  @Provide
  Arbitrary<KeypointFormat> format() {
    return Arbitraries.of(formats.all());
  }

  private static AnnotatedImages sample() {
    ImageSize size = new ImageSize(40, 30);
    AnnotatedFace first =
        new AnnotatedFace(
            "a.png",
            Optional.of(size),
            Optional.of(new FaceBox(1, 2, 20, 20)),
            Annotation.ofCoordinates(3, 4.5, 5, 6),
            "face");
    AnnotatedFace second =
        new AnnotatedFace(
            "b.png",
            Optional.of(size),
            Optional.of(new FaceBox(2, 2, 9, 9)),
            Annotation.ofCoordinates(7, 8, 1, 2),
            "face");
    return new AnnotatedImages(
        SchemaGuess.of(List.of("left_eye", "right_eye")), List.of(first, second));
  }

  private static byte[] damaged(byte[] whole, Damage damage) {
    int from = (int) (damage.place() * whole.length);
    int to = Math.min(whole.length, from + damage.removed());
    byte[] inserted = damage.inserted().getBytes(StandardCharsets.UTF_8);
    byte[] result = new byte[from + inserted.length + whole.length - to];
    System.arraycopy(whole, 0, result, 0, from);
    System.arraycopy(inserted, 0, result, from, inserted.length);
    System.arraycopy(whole, to, result, from + inserted.length, whole.length - to);
    return result;
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void a_damaged_file_opens_or_is_told_in_a_sentence(
      @ForAll("format") KeypointFormat format,
      @ForAll @Size(min = 1, max = 3) List<@From("damages") Damage> damages)
      throws IOException {
    Path folder = Files.createTempDirectory("damage");
    try {
      Path target =
          format.layout() == KeypointFormat.Layout.ONE_FILE
              ? folder.resolve("labels" + format.fileEnding())
              : folder;
      format.write(sample(), target, TaskContext.unattended());
      damage(folder, damages);

      try {
        FaceDataSet faces = new DataSetFiles().open(target, TaskContext.unattended());
        assertThat(faces.size()).isPositive();
      } catch (DataSetException problem) {
        assertThat(problem.getMessage()).isNotBlank().endsWith(".");
      }
    } finally {
      delete(folder);
    }
  }

  private static void damage(Path folder, List<Damage> damages) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (int i = 0; i < damages.size(); i++) {
      Path file = files.get(i % files.size());
      Files.write(file, damaged(Files.readAllBytes(file), damages.get(i)));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
