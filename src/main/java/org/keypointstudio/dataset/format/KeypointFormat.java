package org.keypointstudio.dataset.format;

import java.nio.file.Path;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.task.TaskContext;

/**
 * A format of annotation files. Has no state, so it is safe for use by several threads.
 *
 * <p>Inside the program coordinates are pixel indices with the origin at the centre of the top-left
 * pixel. Few formats say where in a pixel their origin lies, and the tools' own converters pass the
 * numbers on as they are; so does this program: a coordinate of a file is a pixel index unless the
 * format's own documents say otherwise. Each implementation states its convention.
 */
public interface KeypointFormat {

  /** Where a data set of a format lies. */
  enum Layout {
    /** All annotations are in one file. */
    ONE_FILE,
    /** There is one file an image; the data set is their folder. */
    ONE_FILE_PER_IMAGE
  }

  /** A short word for the command line, in lower case: {@code coco}. */
  String id();

  /** What people call it: "COCO keypoints (JSON)". */
  String displayName();

  /** Where a data set of this format lies. */
  Layout layout();

  /** The usual ending of its files, with the dot: {@code .json}. */
  String fileEnding();

  /** What the format can say. */
  Set<Feature> carries();

  /**
   * Whether writing needs the size of every image: {@link AnnotatedFace#imageSize()} is then
   * present in what {@link #write} is given.
   */
  default boolean needsImageSizes() {
    return false;
  }

  /**
   * Whether a file or folder seems to be of this format, which its content tells and not its name.
   * Must be cheap, and must not throw whatever the bytes are.
   *
   * @param path a regular file, or a folder
   * @param head the first bytes of a file, at most 64 KiB, possibly cut off in the midst of a
   *     character; empty for a folder, into which the format may look
   */
  boolean recognises(Path path, byte[] head);

  /**
   * Reads all annotations. Images are not decoded; a format whose coordinates are shares of the
   * image's size, and whose files do not give it, may read the headers of the images beside.
   *
   * <p>Memory is bounded by what the file holds; numbers that are no coordinates (NaN, infinite,
   * beyond ±1e6) are a problem of the file.
   *
   * @param path a regular file, or a folder where the layout is one file an image
   * @throws DataSetException with one sentence that names file, place, what was expected and what
   *     to do
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  AnnotatedImages read(Path path, TaskContext context) throws DataSetException;

  /**
   * The images that are part of the labels' file; none in most formats. They are read when they are
   * asked for.
   *
   * @param path what {@link #read} read
   * @throws DataSetException with one sentence if the file cannot be read
   */
  default EmbeddedImages embedded(Path path) throws DataSetException {
    return EmbeddedImages.NONE;
  }

  /**
   * Writes a new data set, each file in one step: whatever fails, there is no half-written file. An
   * old file at the target is replaced. What {@link #carries} does not name is left out.
   *
   * @param images with names relative to the target's folder
   * @param target a file, or a folder (made if need be) where the layout is one file an image
   * @throws DataSetException with one sentence if it cannot be written, or if something that the
   *     format must have is missing
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  void write(AnnotatedImages images, Path target, TaskContext context) throws DataSetException;

  /**
   * Writes faces that were read from a data set of this format and then changed, with everything
   * else that it says (fields that the program does not know, the text of numbers that were not
   * changed) as far as the format can. Without an implementation of its own that is {@link #write}.
   *
   * @param original what was read, unchanged since then
   * @param images the faces that {@link #read} gave, as many and in the same order, with other
   *     annotations
   * @param target may be the original
   * @throws DataSetException as {@link #write}
   * @throws java.util.concurrent.CancellationException if cancelled; a target of one file is as it
   *     was
   */
  default void rewrite(Path original, AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    write(images, target, context);
  }
}
