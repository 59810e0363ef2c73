package org.keypointstudio.dataset.format.sleap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.task.TaskContext;

/**
 * Puts changed points where they were: a copy of the file in which nothing but their bytes differs,
 * so that films, tracks, predictions and everything else stay as SLEAP wrote them.
 */
final class SleapRewriter {
  private final Path original;
  private final SleapReader.Content before;

  /** Bytes that are to be at a place of the file. */
  private record Patch(long position, ByteBuffer bytes) {}

  private SleapRewriter(Path original, SleapReader.Content before) {
    this.original = original;
    this.before = before;
  }

  /** Writes the file with the annotations of these faces. */
  static void write(Path original, AnnotatedImages after, Path target, TaskContext context)
      throws DataSetException {
    List<Patch> patches =
        SleapFile.read(
            original,
            file ->
                new SleapRewriter(original, SleapReader.read(original, file, context))
                    .patches(after));
    AnnotationFile.replace(
        target,
        temporary -> {
          Files.copy(original, temporary, StandardCopyOption.REPLACE_EXISTING);
          context.throwIfCancelled();
          apply(patches, temporary);
        });
  }

  private static void apply(List<Patch> patches, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (Patch patch : patches) {
        ByteBuffer bytes = patch.bytes().duplicate();
        long position = patch.position();
        while (bytes.hasRemaining()) {
          position += channel.write(bytes, position);
        }
      }
    }
  }

  private List<Patch> patches(AnnotatedImages after) throws DataSetException {
    List<Patch> patches = new ArrayList<>();
    for (int face = 0; face < after.faces().size(); face++) {
      Annotation read = before.images().faces().get(face).annotation();
      Annotation changed = after.faces().get(face).annotation();
      if (!changed.equals(read)) {
        addPatches(face, read, changed, patches);
      }
    }
    return patches;
  }

  private void addPatches(int face, Annotation read, Annotation changed, List<Patch> patches)
      throws DataSetException {
    SleapReader.Place place = before.places().get(face);
    String image = before.images().faces().get(face).imageName();
    for (int keypoint = 0; keypoint < changed.size(); keypoint++) {
      boolean isNowhere = !changed.isPlaced(keypoint) && !read.isPlaced(keypoint);
      if (isNowhere || changed.keypoint(keypoint).equals(read.keypoint(keypoint))) {
        continue; // an absent point is no other than one without a label
      }
      String name = before.images().schema().keypointNames().get(keypoint);
      int node = place.nodes().indexOf(name);
      if (node < 0) {
        throw new DataSetException(
            "%s has no instance with %s on %s, and this program adds none: add one in SLEAP, or use File > Export as… to write a new file of SLEAP."
                .formatted(CsvSource.fileName(original), name, image));
      }
      requireInPlace();
      addPatches(place.row() + node, changed.keypoint(keypoint), patches);
    }
  }

  private void requireInPlace() throws DataSetException {
    if (!before.points().isInPlace()) {
      throw new DataSetException(
          "%s has its points compressed, where this program cannot change them: use File > Export as… to write a new file of SLEAP."
              .formatted(CsvSource.fileName(original)));
    }
  }

  private void addPatches(long row, Keypoint keypoint, List<Patch> patches) {
    add(row, "x", keypoint.x() - before.shift(), patches);
    add(row, "y", keypoint.y() - before.shift(), patches);
    if (before.points().has("visible")) {
      add(row, "visible", keypoint.visibility() == Visibility.VISIBLE ? 1 : 0, patches);
    }
  }

  private void add(long row, String field, double number, List<Patch> patches) {
    patches.add(
        new Patch(
            before.points().positionInFile(row, field), before.points().encoded(field, number)));
  }
}
