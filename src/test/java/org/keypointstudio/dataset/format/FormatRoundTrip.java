package org.keypointstudio.dataset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.task.TaskContext;

/** Writes random faces in a format, as far as it says that it can carry them, and reads them. */
public final class FormatRoundTrip {
  private static final ImageSize SIZE = new ImageSize(40, 30);

  private final KeypointFormat format;
  private final Random random;

  /** A trip of its own for each seed. */
  public FormatRoundTrip(KeypointFormat format, long seed) {
    this.format = format;
    this.random = new Random(seed);
  }

  private boolean carries(Feature feature) {
    return format.carries().contains(feature);
  }

  /** Faces that the format can carry. */
  public AnnotatedImages faces() {
    List<String> names =
        carries(Feature.KEYPOINT_NAMES)
            ? List.of("left_eye", "right_eye", "nose", "chin & <lip>")
            : IntStream.range(0, 4).mapToObj(i -> "point_" + i).toList();
    KeypointSchema schema =
        new KeypointSchema(
            "face",
            names,
            List.of(new IndexPair(0, 1)),
            List.of(new IndexPair(0, 2), new IndexPair(2, 3)),
            List.of());
    List<AnnotatedFace> faces = new ArrayList<>();
    int images = 1 + random.nextInt(4);
    for (int image = 0; image < images; image++) {
      int here = carries(Feature.SEVERAL_FACES) ? 1 + random.nextInt(3) : 1;
      boolean empty = image > 0 && carries(Feature.EMPTY_IMAGES) && random.nextInt(4) == 0;
      for (int face = 0; face < (empty ? 1 : here); face++) {
        faces.add(face("image " + image + ".png", schema.size(), empty));
      }
    }
    return new AnnotatedImages(schema, faces);
  }

  private AnnotatedFace face(String image, int keypoints, boolean empty) {
    List<Keypoint> points = new ArrayList<>(List.of(Keypoint.visible(number(), number())));
    while (points.size() < keypoints) {
      points.add(keypoint());
    }
    boolean boxed = carries(Feature.BOXES) && !empty;
    return new AnnotatedFace(
        image,
        Optional.of(SIZE),
        boxed
            ? Optional.of(
                new FaceBox(number(), number(), 1 + Math.abs(number()), 1 + Math.abs(number())))
            : Optional.empty(),
        empty ? Annotation.unlabelled(keypoints) : Annotation.of(points),
        "");
  }

  private Keypoint keypoint() {
    return switch (random.nextInt(5)) {
      case 0 -> carries(Feature.PARTLY_LABELLED) ? Keypoint.unlabelled() : visible();
      case 1 -> carries(Feature.ABSENT) ? Keypoint.absent() : visible();
      case 2 ->
          carries(Feature.OCCLUDED)
              ? new Keypoint(number(), number(), Visibility.OCCLUDED)
              : visible();
      default -> visible();
    };
  }

  private Keypoint visible() {
    return Keypoint.visible(number(), number());
  }

  /** Some lie outside of the image. */
  private double number() {
    double number = random.nextDouble(0.5, 50);
    return carries(Feature.FRACTIONS) ? number : Math.rint(number);
  }

  /** Puts an image file of the right size for each face. */
  public static void putImages(AnnotatedImages images, Path folder) throws IOException {
    for (String name : images.byImage().keySet()) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      ImageIO.write(
          new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_BYTE_GRAY),
          "png",
          file.toFile());
    }
  }

  /** Writes the faces into a folder with their images, and reads them. */
  public AnnotatedImages writeAndRead(AnnotatedImages images, Path folder) throws IOException {
    putImages(images, folder);
    Path target = target(folder);
    format.write(images, target, TaskContext.unattended());
    return format.read(target, TaskContext.unattended());
  }

  /** Where the format is to be written. */
  public Path target(Path folder) {
    return format.layout() == KeypointFormat.Layout.ONE_FILE
        ? folder.resolve("labels" + format.fileEnding())
        : folder;
  }

  /** The faces that were read with some keypoints at other places. */
  public AnnotatedImages moved(AnnotatedImages read) {
    return read.withFaces(
        read.faces().stream()
            .map(
                face -> {
                  Annotation annotation = face.annotation();
                  for (int i = 0; i < annotation.size(); i++) {
                    if (annotation.isPlaced(i) && random.nextBoolean()) {
                      annotation = annotation.with(i, visible());
                    }
                  }
                  return face.withAnnotation(annotation);
                })
            .toList());
  }

  /** Whether what was read is what was written, keypoint by keypoint. */
  public void requireSame(AnnotatedImages written, AnnotatedImages read) {
    assertThat(read.faces()).hasSameSizeAs(written.faces());
    for (int i = 0; i < written.faces().size(); i++) {
      AnnotatedFace expected = written.faces().get(i);
      AnnotatedFace found = read.faces().get(i);
      assertThat(found.imageName()).isEqualTo(expected.imageName());
      for (int k = 0; k < written.schema().size(); k++) {
        requireSame(
            expected.annotation().keypoint(k), keypoint(read, found, written.schema(), k), i, k);
      }
      if (expected.box().isPresent()) {
        assertThat(found.box()).isPresent();
        FaceBox box = found.box().orElseThrow();
        assertThat(box.left()).isCloseTo(expected.box().get().left(), within(1e-3));
        assertThat(box.bottom()).isCloseTo(expected.box().get().bottom(), within(1e-3));
      }
    }
    if (carries(Feature.FLIP_PAIRS)) {
      assertThat(read.schema().flipPairs()).isEqualTo(written.schema().flipPairs());
    }
    if (carries(Feature.SKELETON)) {
      assertThat(read.schema().skeleton())
          .containsExactlyInAnyOrderElementsOf(written.schema().skeleton());
    }
  }

  private Keypoint keypoint(
      AnnotatedImages read, AnnotatedFace face, KeypointSchema schema, int keypoint) {
    int index =
        carries(Feature.KEYPOINT_NAMES)
            ? read.schema().indexOf(schema.keypointNames().get(keypoint))
            : keypoint;
    return index < 0 ? Keypoint.unlabelled() : face.annotation().keypoint(index);
  }

  private static void requireSame(Keypoint expected, Keypoint found, int face, int keypoint) {
    assertThat(found.visibility())
        .as("face %d keypoint %d", face, keypoint)
        .isEqualTo(expected.visibility());
    if (expected.isPlaced()) {
      assertThat(found.x()).isCloseTo(expected.x(), within(1e-3));
      assertThat(found.y()).isCloseTo(expected.y(), within(1e-3));
    }
  }
}
