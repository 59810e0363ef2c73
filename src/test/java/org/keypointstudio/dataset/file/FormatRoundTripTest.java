package org.keypointstudio.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.assertj.core.api.SoftAssertions;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.dataset.format.KeypointFormats;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.model.schema.SchemaGuess;
import org.keypointstudio.task.TaskContext;

/** What a format says that it carries comes back as it was; this holds for every format. */
class FormatRoundTripTest {
  private static final ImageSize SIZE = new ImageSize(40, 30);
  private static final List<String> NAMES = List.of("left_eye", "right_eye", "nose tip");
  private static final List<String> IMAGES = List.of("a.png", "pictures/b c.png", "ü.png");

  /** Coordinates that survive percentages and normalisation to within this. */
  private static final double CLOSE = 1e-9;

  private final KeypointFormats formats = KnownFormats.all();

  private final byte[] picture = picture();

  private static byte[] picture() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(
          new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_BYTE_GRAY), "png", png);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return png.toByteArray();
  }

  /** One face: where it is, its keypoints, whether it has a box. */
  private record Drawn(List<Keypoint> keypoints, Optional<FaceBox> box) {}

  @Provide
  Arbitrary<KeypointFormat> format() {
    return Arbitraries.of(formats.all());
  }

  @Provide
  Arbitrary<List<List<Drawn>>> faces() {
    Arbitrary<Double> coordinates = Arbitraries.doubles().between(0, 29).ofScale(3);
    Arbitrary<Keypoint> placed =
        Combinators.combine(
                coordinates, coordinates, Arbitraries.of(Visibility.VISIBLE, Visibility.OCCLUDED))
            .as(Keypoint::new);
    Arbitrary<Keypoint> keypoints =
        Arbitraries.frequencyOf(
            Tuple.of(4, placed),
            Tuple.of(1, Arbitraries.just(Keypoint.unlabelled())),
            Tuple.of(1, Arbitraries.just(Keypoint.absent())));
    Arbitrary<FaceBox> boxes =
        Combinators.combine(
                Arbitraries.integers().between(0, 20),
                Arbitraries.integers().between(0, 15),
                Arbitraries.integers().between(1, 19),
                Arbitraries.integers().between(1, 14))
            .as(FaceBox::new);
    return Combinators.combine(keypoints.list().ofSize(NAMES.size()), boxes.optional())
        .as(Drawn::new)
        .list()
        .ofMaxSize(3)
        .list()
        .ofSize(IMAGES.size());
  }

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.MIXIN)
  void what_a_format_carries_comes_back(
      @ForAll("format") KeypointFormat format, @ForAll("faces") List<List<Drawn>> drawn)
      throws IOException {
    AnnotatedImages written = images(format.carries(), drawn);
    Path folder = Files.createTempDirectory("round-trip");
    try {
      for (String image : IMAGES) {
        Path file = folder.resolve(image);
        Files.createDirectories(file.getParent());
        Files.write(file, picture);
      }
      Path target =
          format.layout() == KeypointFormat.Layout.ONE_FILE
              ? folder.resolve("labels" + format.fileEnding())
              : folder;
      format.write(written, target, TaskContext.unattended());

      assertThat(formats.recognise(target)).as("recognised").contains(format);
      assertSame(format, written, format.read(target, TaskContext.unattended()));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Faces of which the format can carry everything. */
  private static AnnotatedImages images(Set<Feature> carries, List<List<Drawn>> drawn) {
    List<AnnotatedFace> faces = new ArrayList<>();
    for (int image = 0; image < drawn.size(); image++) {
      List<Drawn> several = drawn.get(image);
      List<AnnotatedFace> ofImage = new ArrayList<>();
      for (Drawn face : several) {
        if (carries.contains(Feature.SEVERAL_FACES) || ofImage.isEmpty()) {
          ofImage.add(face(carries, IMAGES.get(image), face));
        }
      }
      ofImage.removeIf(AnnotatedFace::isEmptyImage);
      // Faces without boxes of one image cannot be told from each other by every format.
      if (ofImage.stream().anyMatch(face -> face.box().isEmpty())) {
        ofImage = new ArrayList<>(ofImage.subList(0, Math.min(1, ofImage.size())));
      }
      if (ofImage.isEmpty() && carries.contains(Feature.EMPTY_IMAGES)) {
        ofImage.add(
            new AnnotatedFace(
                IMAGES.get(image),
                Optional.of(SIZE),
                Optional.empty(),
                Annotation.unlabelled(NAMES.size()),
                ""));
      }
      faces.addAll(ofImage);
    }
    if (faces.stream().allMatch(AnnotatedFace::isEmptyImage)) {
      faces.removeIf(face -> face.imageName().equals(IMAGES.getFirst()));
      faces.addFirst(face(carries, IMAGES.getFirst(), whole()));
    }
    return new AnnotatedImages(SchemaGuess.of(NAMES), faces);
  }

  private static Drawn whole() {
    Keypoint keypoint = Keypoint.visible(3.25, 4);
    return new Drawn(List.of(keypoint, keypoint, keypoint), Optional.of(new FaceBox(1, 2, 30, 20)));
  }

  private static AnnotatedFace face(Set<Feature> carries, String image, Drawn drawn) {
    List<Keypoint> keypoints = new ArrayList<>();
    for (Keypoint keypoint : drawn.keypoints()) {
      keypoints.add(carried(carries, keypoint));
    }
    return new AnnotatedFace(
        image,
        Optional.of(SIZE),
        drawn.box().filter(_ -> carries.contains(Feature.BOXES)),
        Annotation.of(keypoints),
        carries.contains(Feature.LABELS) ? "face" : "");
  }

  private static Keypoint carried(Set<Feature> carries, Keypoint keypoint) {
    if (keypoint.isPlaced()) {
      boolean fractions = carries.contains(Feature.FRACTIONS);
      boolean hidden =
          keypoint.visibility() == Visibility.OCCLUDED && carries.contains(Feature.OCCLUDED);
      return new Keypoint(
          fractions ? keypoint.x() : Math.rint(keypoint.x()),
          fractions ? keypoint.y() : Math.rint(keypoint.y()),
          hidden ? Visibility.OCCLUDED : Visibility.VISIBLE);
    }
    if (!carries.contains(Feature.PARTLY_LABELLED)) {
      return Keypoint.visible(5, 6);
    }
    boolean absent = keypoint.visibility() == Visibility.ABSENT && carries.contains(Feature.ABSENT);
    return absent ? Keypoint.absent() : Keypoint.unlabelled();
  }

  private static void assertSame(
      KeypointFormat format, AnnotatedImages written, AnnotatedImages read) {
    SoftAssertions.assertSoftly(
        soft -> {
          if (format.carries().contains(Feature.KEYPOINT_NAMES)) {
            soft.assertThat(NAMES).containsAll(read.schema().keypointNames());
          }
          soft.assertThat(read.faces()).hasSameSizeAs(written.faces());
          for (int i = 0; i < Math.min(read.faces().size(), written.faces().size()); i++) {
            assertSame(
                soft, format.carries(), written.faces().get(i), read.faces().get(i), read.schema());
          }
        });
  }

  private static void assertSame(
      SoftAssertions soft,
      Set<Feature> carries,
      AnnotatedFace written,
      AnnotatedFace read,
      KeypointSchema schema) {
    soft.assertThat(read.imageName()).isEqualTo(written.imageName());
    if (carries.contains(Feature.LABELS)) {
      soft.assertThat(read.label()).isEqualTo(written.label());
    }
    if (carries.contains(Feature.IMAGE_SIZE)) {
      soft.assertThat(read.imageSize()).isEqualTo(written.imageSize());
    }
    if (carries.contains(Feature.BOXES)) {
      assertSame(soft, written.box(), read.box());
    }
    for (int i = 0; i < NAMES.size(); i++) {
      Keypoint expected = written.annotation().keypoint(i);
      // A file of named points knows no name that no point has.
      int index = carries.contains(Feature.KEYPOINT_NAMES) ? schema.indexOf(NAMES.get(i)) : i;
      Keypoint actual = index < 0 ? Keypoint.unlabelled() : read.annotation().keypoint(index);
      soft.assertThat(actual.visibility()).isEqualTo(expected.visibility());
      if (expected.isPlaced()) {
        soft.assertThat(actual.distanceTo(expected)).isLessThan(CLOSE);
      }
    }
  }

  private static void assertSame(
      SoftAssertions soft, Optional<FaceBox> written, Optional<FaceBox> read) {
    FaceBox whole = new FaceBox(0, 0, SIZE.width(), SIZE.height());
    if (written.isEmpty()) {
      soft.assertThat(read.orElse(whole)).isEqualTo(whole);
    } else {
      soft.assertThat(read).isPresent();
    }
    if (read.isPresent() && written.isPresent()) {
      soft.assertThat(read.get().left()).isCloseTo(written.get().left(), within(CLOSE));
      soft.assertThat(read.get().top()).isCloseTo(written.get().top(), within(CLOSE));
      soft.assertThat(read.get().width()).isCloseTo(written.get().width(), within(CLOSE));
      soft.assertThat(read.get().height()).isCloseTo(written.get().height(), within(CLOSE));
    }
  }
}
