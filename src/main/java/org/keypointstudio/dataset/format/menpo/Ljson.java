package org.keypointstudio.dataset.format.menpo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.dataset.format.SidecarFiles;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaGuess;
import org.keypointstudio.task.TaskContext;

/**
 * Menpo's landmark JSON, versions 1 to 3 (menpo/io/input/landmark.py), as landmarker.io writes it
 * too: beside {@code face.png} a {@code face.ljson}. Points are [y, x], counted from 0. Of a file
 * of version 3 each group is a face; written are files of version 3 in which each keypoint has a
 * label of its own.
 */
public final class Ljson implements KeypointFormat {
  private static final String ID = "ljson";
  private static final String ENDING = ".ljson";
  private static final String GROUP = "LJSON";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String displayName() {
    return "Menpo landmarks (LJSON)";
  }

  @Override
  public Layout layout() {
    return Layout.ONE_FILE_PER_IMAGE;
  }

  @Override
  public String fileEnding() {
    return ENDING;
  }

  @Override
  public Set<Feature> carries() {
    return EnumSet.of(
        Feature.PARTLY_LABELLED,
        Feature.FRACTIONS,
        Feature.SEVERAL_FACES,
        Feature.EMPTY_IMAGES,
        Feature.KEYPOINT_NAMES,
        Feature.SKELETON);
  }

  @Override
  public boolean recognises(Path path, byte[] head) {
    if (head.length == 0) {
      return SidecarFiles.hasAny(path, ENDING);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
    return text.startsWith("{")
        && text.contains("\"landmarks\"")
        && text.contains("\"version\"")
        && (text.contains("\"points\"") || text.contains("\"point\""));
  }

  /** What the first file that has points says of them. */
  private record Points(KeypointSchema schema) {
    static Points of(LjsonFile file, int size) {
      List<String> own = file.names(size);
      List<String> names =
          own.isEmpty() ? IntStream.range(0, size).mapToObj(i -> "point_" + i).toList() : own;
      KeypointSchema guess =
          own.isEmpty() ? SchemaGuess.of(names) : SchemaGuess.plain(size + " keypoints", names);
      List<IndexPair> lines = file.skeleton(size);
      return new Points(
          lines.isEmpty()
              ? guess
              : new KeypointSchema(
                  guess.name(), names, guess.flipPairs(), lines, guess.interOcularPairs()));
    }
  }

  @Override
  public AnnotatedImages read(Path path, TaskContext context) throws DataSetException {
    List<SidecarFiles.Pair> pairs = SidecarFiles.find(path, ENDING, context);
    Optional<Points> points = Optional.empty();
    List<Map<String, Annotation>> groups = new ArrayList<>(pairs.size());
    for (SidecarFiles.Pair pair : pairs) {
      context.throwIfCancelled();
      context.report(groups.size(), pairs.size(), "Opening " + path.getFileName());
      if (pair.sidecar().isEmpty()) {
        groups.add(Map.of());
        continue;
      }
      LjsonFile file = LjsonFile.read(pair.sidecar().get());
      Map<String, Annotation> here = file.groups();
      for (Annotation annotation : here.values()) {
        points = points.or(() -> Optional.of(Points.of(file, annotation.size())));
        requireSize(pair.sidecar().get(), annotation.size(), points.get().schema().size());
      }
      groups.add(here);
    }
    if (points.isEmpty()) {
      throw new DataSetException(
          "%s holds no landmarks: expected an .ljson file beside each image.".formatted(path));
    }
    return images(points.get().schema(), pairs, groups);
  }

  private static AnnotatedImages images(
      KeypointSchema schema, List<SidecarFiles.Pair> pairs, List<Map<String, Annotation>> groups) {
    Annotation unlabelled = Annotation.unlabelled(schema.size());
    List<AnnotatedFace> faces = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      String image = pairs.get(i).imageName();
      groups.get(i).values().forEach(annotation -> faces.add(AnnotatedFace.of(image, annotation)));
      if (groups.get(i).isEmpty()) {
        faces.add(AnnotatedFace.of(image, unlabelled));
      }
    }
    return new AnnotatedImages(schema, faces);
  }

  private static void requireSize(Path file, int size, int expected) throws DataSetException {
    if (size != expected) {
      throw new DataSetException(
          "%s has %,d points where the files before it have %,d: open folders with other points by themselves."
              .formatted(CsvSource.fileName(file), size, expected));
    }
  }

  @Override
  public void write(AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    Path folder = SidecarFiles.folder(target);
    Map<String, List<AnnotatedFace>> byImage = images.byImage();
    int done = 0;
    for (Map.Entry<String, List<AnnotatedFace>> image : byImage.entrySet()) {
      context.throwIfCancelled();
      context.report(done++, byImage.size(), "Writing " + target.getFileName());
      writeNew(images.schema(), folder, image.getKey(), image.getValue());
    }
  }

  private static void writeNew(
      KeypointSchema schema, Path folder, String image, List<AnnotatedFace> faces)
      throws DataSetException {
    Map<String, Annotation> groups = new LinkedHashMap<>();
    for (AnnotatedFace face : faces) {
      if (!face.isEmptyImage()) {
        groups.put(groups.isEmpty() ? GROUP : GROUP + "_" + groups.size(), face.annotation());
      }
    }
    Path file = SidecarFiles.target(folder, image, ENDING);
    if (!groups.isEmpty()) {
      LjsonFile.of(schema, groups).write(file);
    }
  }

  @Override
  public void rewrite(Path original, AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    Path from = SidecarFiles.folder(original);
    Path to = SidecarFiles.folder(target);
    Map<String, List<AnnotatedFace>> byImage = images.byImage();
    int done = 0;
    for (Map.Entry<String, List<AnnotatedFace>> image : byImage.entrySet()) {
      context.throwIfCancelled();
      context.report(done++, byImage.size(), "Writing " + target.getFileName());
      Path old = SidecarFiles.target(from, image.getKey(), ENDING);
      Path file = SidecarFiles.target(to, image.getKey(), ENDING);
      if (Files.isRegularFile(old)) {
        LjsonFile landmarks = LjsonFile.read(old);
        boolean changed =
            landmarks.replace(image.getValue().stream().map(AnnotatedFace::annotation).toList());
        if (changed || !file.equals(old)) {
          landmarks.write(file);
        }
      } else {
        writeNew(images.schema(), to, image.getKey(), image.getValue());
      }
    }
  }
}
