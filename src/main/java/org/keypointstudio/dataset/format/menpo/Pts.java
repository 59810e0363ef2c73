package org.keypointstudio.dataset.format.menpo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
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
import org.keypointstudio.model.schema.SchemaGuess;
import org.keypointstudio.task.TaskContext;

/**
 * The files of 300-W (ibug.doc.ic.ac.uk/resources/300-W): beside {@code face.png} a {@code
 * face.pts} with its points. The points count from 1, as Menpo takes it (menpo/io/input/landmark
 * .py: "1-based … subtract 1"), so a pixel index is one less. Points have no names.
 */
public final class Pts implements KeypointFormat {
  private static final String ID = "pts";
  private static final String ENDING = ".pts";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String displayName() {
    return "Points of 300-W (.pts)";
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
    return EnumSet.of(Feature.PARTLY_LABELLED, Feature.FRACTIONS, Feature.EMPTY_IMAGES);
  }

  @Override
  public boolean recognises(Path path, byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return head.length == 0
        ? SidecarFiles.hasAny(path, ENDING)
        : text.contains("n_points") && text.contains("{") && !text.stripLeading().startsWith("{");
  }

  @Override
  public AnnotatedImages read(Path path, TaskContext context) throws DataSetException {
    List<SidecarFiles.Pair> pairs = SidecarFiles.find(path, ENDING, context);
    List<Optional<Annotation>> annotations = new ArrayList<>(pairs.size());
    int size = 0;
    for (SidecarFiles.Pair pair : pairs) {
      context.throwIfCancelled();
      context.report(annotations.size(), pairs.size(), "Opening " + path.getFileName());
      if (pair.sidecar().isEmpty()) {
        annotations.add(Optional.empty());
        continue;
      }
      Path file = pair.sidecar().get();
      Annotation annotation = PtsFile.read(file).annotation(file);
      if (size != 0 && annotation.size() != size) {
        throw new DataSetException(
            "%s has %,d points where the files before it have %,d: open folders with other points by themselves."
                .formatted(CsvSource.fileName(file), annotation.size(), size));
      }
      size = annotation.size();
      annotations.add(Optional.of(annotation));
    }
    if (size == 0) {
      throw new DataSetException(
          "The folder %s holds no .pts file: expected one beside each image.".formatted(path));
    }
    Annotation unlabelled = Annotation.unlabelled(size);
    List<AnnotatedFace> faces = new ArrayList<>(pairs.size());
    for (int i = 0; i < pairs.size(); i++) {
      faces.add(AnnotatedFace.of(pairs.get(i).imageName(), annotations.get(i).orElse(unlabelled)));
    }
    List<String> names = IntStream.range(0, size).mapToObj(i -> "point_" + i).toList();
    return new AnnotatedImages(SchemaGuess.of(names), faces);
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
      Path file = SidecarFiles.target(folder, image.getKey(), ENDING);
      Annotation annotation = image.getValue().getFirst().annotation();
      if (annotation.placedCount() > 0) {
        PtsFile.of(annotation).write(file);
      }
    }
  }

  @Override
  public void rewrite(Path original, AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    Path from = SidecarFiles.folder(original);
    Path to = SidecarFiles.folder(target);
    int done = 0;
    for (AnnotatedFace face : images.faces()) {
      context.throwIfCancelled();
      context.report(done++, images.faces().size(), "Writing " + target.getFileName());
      Path old = SidecarFiles.target(from, face.imageName(), ENDING);
      Path file = SidecarFiles.target(to, face.imageName(), ENDING);
      if (Files.isRegularFile(old)) {
        PtsFile points = PtsFile.read(old);
        PtsFile changed = points.with(points.annotation(old), face.annotation());
        if (!changed.equals(points) || !file.equals(old)) {
          changed.write(file);
        }
      } else if (face.annotation().placedCount() > 0) {
        PtsFile.of(face.annotation()).write(file);
      }
    }
  }
}
