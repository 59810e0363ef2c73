package org.keypointstudio.dataset.format.sleap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.EmbeddedImages;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.task.TaskContext;

/**
 * The labels of SLEAP ({@code .slp}), an HDF5 file whose layout is documented by sleap-io
 * (io.sleap.ai, "SLP File Format"). Coordinates are pixel indices; those of files before version
 * 1.1, which count from the corner of the top-left pixel, are moved by half a pixel. Images are
 * image files that the file names, or the encoded frames in a package ({@code .pkg.slp}).
 */
public final class Sleap implements KeypointFormat {
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  @Override
  public String id() {
    return "sleap";
  }

  @Override
  public String displayName() {
    return "SLEAP (.slp)";
  }

  @Override
  public Layout layout() {
    return Layout.ONE_FILE;
  }

  @Override
  public String fileEnding() {
    return ".slp";
  }

  @Override
  public Set<Feature> carries() {
    return EnumSet.of(
        Feature.OCCLUDED,
        Feature.PARTLY_LABELLED,
        Feature.FRACTIONS,
        Feature.SEVERAL_FACES,
        Feature.EMPTY_IMAGES,
        Feature.KEYPOINT_NAMES,
        Feature.FLIP_PAIRS,
        Feature.SKELETON,
        Feature.IMAGE_SIZE);
  }

  @Override
  public boolean recognises(Path path, byte[] head) {
    if (!Arrays.equals(Arrays.copyOf(head, HDF5.length), HDF5)) {
      return false;
    }
    try {
      return SleapFile.read(path, SleapFile::isSleap);
    } catch (DataSetException _) {
      return CsvSource.fileName(path).endsWith(fileEnding()); // reading it says what is wrong
    }
  }

  @Override
  public AnnotatedImages read(Path path, TaskContext context) throws DataSetException {
    return SleapFile.read(path, file -> SleapReader.read(path, file, context)).images();
  }

  @Override
  public EmbeddedImages embedded(Path path) throws DataSetException {
    return SleapFrames.of(path);
  }

  @Override
  public void write(AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    byte[] bytes;
    try {
      bytes = SleapWriter.write(images, context);
    } catch (IllegalArgumentException problem) {
      throw new DataSetException(
          "%s cannot be written: SLEAP keeps the names of all keypoints in less than 64 KiB, so shorten them."
              .formatted(CsvSource.fileName(target)),
          problem);
    }
    AnnotationFile.replace(target, temporary -> Files.write(temporary, bytes));
  }

  @Override
  public void rewrite(Path original, AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    SleapRewriter.write(original, images, target, context);
  }
}
