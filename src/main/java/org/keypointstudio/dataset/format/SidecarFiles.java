package org.keypointstudio.dataset.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.task.TaskContext;

/** The files of a data set that has an annotation file beside each image, of the same name. */
public final class SidecarFiles {
  private static final Set<String> IMAGE_ENDINGS =
      Set.of("jpg", "jpeg", "png", "bmp", "gif", "tif", "tiff", "webp");

  private static final int DEEPEST = 8;
  private static final int MOST_LOOKED_AT = 20_000;

  private SidecarFiles() {}

  /**
   * An image and the file that describes it.
   *
   * @param imageName relative to the data set's folder; a guess where there is no such image
   * @param sidecar empty for an image that nothing describes
   */
  public record Pair(String imageName, Optional<Path> sidecar) {}

  /** Whether a folder holds a file of an ending, looked for among the first thousands of files. */
  public static boolean hasAny(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      return files.limit(MOST_LOOKED_AT).anyMatch(file -> endsWith(file, ending));
    } catch (IOException | RuntimeException _) {
      return false; // what cannot be listed is recognised by nobody
    }
  }

  private static boolean endsWith(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /**
   * All images of a data set, with or without a file that describes them, by their names; of a
   * single annotation file, that one.
   *
   * @param path the folder, or one annotation file in it
   * @param ending of annotation files, with the dot, in lower case
   */
  public static List<Pair> find(Path path, String ending, TaskContext context)
      throws DataSetException {
    Path folder = folder(path);
    Map<String, Path> sidecars = new TreeMap<>();
    Map<String, Path> images = new TreeMap<>();
    boolean single = Files.isRegularFile(path);
    for (Path file : files(folder, single ? 1 : DEEPEST, context)) {
      String stem = stem(name(folder, file));
      if (endsWith(file, ending)) {
        sidecars.putIfAbsent(stem, file);
      } else if (isImage(file)) {
        images.putIfAbsent(stem, file);
      }
    }
    if (single) {
      String stem = stem(name(folder, path));
      return List.of(new Pair(imageName(folder, stem, images), Optional.of(path)));
    }
    Set<String> stems = new TreeSet<>(sidecars.keySet());
    stems.addAll(images.keySet());
    List<Pair> pairs = new ArrayList<>(stems.size());
    for (String stem : stems) {
      pairs.add(new Pair(imageName(folder, stem, images), Optional.ofNullable(sidecars.get(stem))));
    }
    return pairs;
  }

  /** The names of all images in a folder and the folders in it, in order. */
  public static List<String> images(Path folder, TaskContext context) throws DataSetException {
    Path absolute = folder(folder);
    return files(absolute, DEEPEST, context).stream()
        .filter(SidecarFiles::isImage)
        .map(file -> name(absolute, file))
        .toList();
  }

  /** Symbolic links are not followed, so that nothing outside is found and nothing twice. */
  private static List<Path> files(Path folder, int depth, TaskContext context)
      throws DataSetException {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      Path real = folder.toRealPath();
      return files
          .peek(_ -> context.throwIfCancelled())
          .filter(file -> staysIn(real, file))
          .sorted()
          .toList();
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(folder, problem);
    } catch (UncheckedIOException problem) {
      throw AnnotationFile.unreadable(folder, new IOException(problem.getMessage(), problem));
    }
  }

  /**
   * Whether a file is in a folder and not brought into it from outside by a symbolic link.
   *
   * @param realFolder the folder, without symbolic links
   */
  public static boolean staysIn(Path realFolder, Path file) {
    if (!Files.isSymbolicLink(file)) {
      return true;
    }
    try {
      return file.toRealPath().startsWith(realFolder);
    } catch (IOException _) {
      return false; // a link to nothing
    }
  }

  private static String imageName(Path folder, String stem, Map<String, Path> images) {
    Path image = images.get(stem);
    return image == null ? stem + ".jpg" : name(folder, image);
  }

  /** The folder of a data set that is named by it, there or not, or by one of its files. */
  public static Path folder(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    return Files.isRegularFile(absolute) && parent != null ? parent : absolute;
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }

  private static boolean isImage(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return IMAGE_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
        && Files.isRegularFile(file);
  }

  /** A name without its ending. */
  public static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
  }

  /**
   * Where the file that describes an image goes.
   *
   * @throws DataSetException if the image's name leads out of the folder
   */
  public static Path target(Path folder, String imageName, String ending) throws DataSetException {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Path target = absolute.resolve(stem(imageName) + ending).normalize();
      if (target.startsWith(absolute) && !target.equals(absolute)) {
        return target;
      }
    } catch (InvalidPathException problem) {
      throw new DataSetException(
          "The image %s has no name that a file can have: rename it."
              .formatted(Excerpt.of(imageName)),
          problem);
    }
    throw new DataSetException(
        "The image %s lies outside of %s, where its labels cannot be written: move it there first."
            .formatted(Excerpt.of(imageName), folder));
  }
}
