package org.keypointstudio.dataset.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.image.ImageLocator;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.task.TaskContext;

/** Opens data sets of the annotation formats, and saves them in the format that they came in. */
public final class FormatStore {
  private static final int NAMED_IMAGES = 3;

  /**
   * Opens a file or folder.
   *
   * @throws DataSetException with one sentence for the person if it is not whole and well-formed
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public FormatDataSet open(Path path, KeypointFormat format, TaskContext context)
      throws DataSetException {
    FormatSource source = FormatSource.of(path, format);
    AnnotatedImages images = read(source, context);
    if (images.faces().isEmpty()) {
      throw new DataSetException(
          CsvSource.fileName(path) + " names no images: there is nothing to show or to label.");
    }
    try {
      ImageLocator locator =
          Files.isDirectory(path) ? ImageLocator.in(path) : ImageLocator.beside(path);
      List<String> remarks = new ArrayList<>(images.remarks());
      EmbeddedImages embedded = format.embedded(path);
      addMissing(images, locator, embedded, remarks, context);
      return FormatDataSet.of(source, images, locator, embedded, remarks);
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(path, problem);
    }
  }

  private static AnnotatedImages read(FormatSource source, TaskContext context)
      throws DataSetException {
    try {
      return source.format().read(source.path(), context);
    } catch (UncheckedIOException problem) {
      throw AnnotationFile.unreadable(source.path(), new IOException(problem));
    }
  }

  private static void addMissing(
      AnnotatedImages images,
      ImageLocator locator,
      EmbeddedImages embedded,
      List<String> remarks,
      TaskContext context) {
    Set<String> names = new LinkedHashSet<>();
    images.faces().forEach(face -> names.add(face.imageName()));
    List<String> problems = new ArrayList<>();
    for (String name : names) {
      context.throwIfCancelled();
      if (embedded.has(name)) {
        continue;
      }
      try {
        locator.find(name);
      } catch (IOException problem) {
        problems.add(String.valueOf(problem.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      String more =
          problems.size() > NAMED_IMAGES
              ? " And %,d more.".formatted(problems.size() - NAMED_IMAGES)
              : "";
      remarks.add(
          "%,d of %,d images cannot be shown: %s%s"
              .formatted(
                  problems.size(),
                  names.size(),
                  String.join(" ", problems.subList(0, Math.min(NAMED_IMAGES, problems.size()))),
                  more));
    }
  }

  /**
   * Writes a data set with these annotations, in its own format.
   *
   * @param opened the data set as {@link #open} or the last save gave it
   * @param annotations one a face, in the data set's order
   * @param target the path that was opened, or another one
   * @return the data set as it now stands at the target
   * @throws org.keypointstudio.dataset.ChangedOutsideException if the opened file was changed since
   * @throws DataSetException if it could not be written
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public FormatDataSet save(
      FormatDataSet opened, List<Annotation> annotations, Path target, TaskContext context)
      throws DataSetException {
    FormatSource source = opened.source();
    source.requireUnchanged();
    try {
      boolean inPlace = Files.exists(target) && Files.isSameFile(source.path(), target);
      AnnotatedImages edited = opened.annotated(annotations);
      if (inPlace && edited.equals(opened.images())) {
        return opened.withAnnotations(annotations);
      }
      AnnotatedImages moved =
          inPlace ? edited : ImageNames.relativeTo(folderOf(source, target), opened, edited);
      source.format().rewrite(source.path(), moved, target, context);
      ImageLocator locator = inPlace ? opened.locator() : ImageLocator.in(folderOf(source, target));
      return FormatDataSet.of(
              FormatSource.of(target, source.format()),
              moved,
              locator,
              source.format().embedded(target),
              List.of())
          .withAnnotations(annotations);
    } catch (DataSetException problem) {
      throw problem;
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(target, problem);
    }
  }

  /**
   * Writes a copy of a data set in which some faces are missing, in its own format.
   *
   * @param annotations one a face, of the missing ones too
   * @param dropped which faces the copy does not have, by their positions
   * @param target another path than the one that was opened
   * @throws org.keypointstudio.dataset.ChangedOutsideException if the opened file was changed since
   * @throws DataSetException if it could not be written
   */
  public void saveWithout(
      FormatDataSet opened,
      List<Annotation> annotations,
      IntPredicate dropped,
      Path target,
      TaskContext context)
      throws DataSetException {
    FormatSource source = opened.source();
    source.requireUnchanged();
    AnnotatedImages moved =
        ImageNames.relativeTo(folderOf(source, target), opened, opened.annotated(annotations));
    List<AnnotatedFace> kept =
        IntStream.range(0, moved.faces().size())
            .filter(dropped.negate())
            .mapToObj(moved.faces()::get)
            .toList();
    source.format().write(moved.withFaces(kept), target, context);
  }

  /** The folder that names of images are relative to. */
  private static Path folderOf(FormatSource source, Path target) {
    Path absolute = target.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    boolean isFolder = Files.isDirectory(source.path());
    return isFolder || parent == null ? absolute : parent;
  }

  /**
   * Looks whether the files of a data set are still those that were opened or saved.
   *
   * @throws org.keypointstudio.dataset.ChangedOutsideException if another program changed them
   */
  public void requireUnchanged(FormatDataSet opened) throws DataSetException {
    opened.source().requireUnchanged();
  }
}
