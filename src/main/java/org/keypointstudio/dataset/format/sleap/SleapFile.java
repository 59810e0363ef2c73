package org.keypointstudio.dataset.format.sleap;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.StringData;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.AnnotationFile;

/**
 * An open file of SLEAP, by its names as the documentation of sleap-io gives them (io.sleap.ai,
 * "SLP File Format"). Links to other places are not followed, so that a file can neither name
 * others nor run in circles.
 */
final class SleapFile {
  /** More than the labels of a million faces; a hostile header may claim any size. */
  private static final long MOST_BYTES = 256L << 20;

  private final HdfFile file;

  private SleapFile(HdfFile file) {
    this.file = file;
  }

  /** Reads something from an open file. */
  @FunctionalInterface
  interface Reading<T> {
    /** Reads; whatever it throws means that the file is damaged. */
    T from(SleapFile file) throws IOException;
  }

  /**
   * Opens a file for one reading.
   *
   * @throws DataSetException with a sentence if it cannot be read, or is no file of SLEAP
   */
  static <T> T read(Path path, Reading<T> reading) throws DataSetException {
    // From memory the library takes slices; from a channel it would allocate what a header claims.
    // The arena gives the memory back at once: a mapped file cannot be replaced on Windows.
    AnnotationFile.requireAtMost(path, Integer.MAX_VALUE);
    try (FileChannel channel = FileChannel.open(path);
        Arena arena = Arena.ofConfined();
        HdfFile file =
            HdfFile.fromByteBuffer(
                channel
                    .map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
                    .asByteBuffer())) {
      return reading.from(new SleapFile(file));
    } catch (DataSetException | CancellationException problem) {
      throw problem;
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(path, problem);
    } catch (RuntimeException | StackOverflowError problem) {
      // The library throws exceptions of all kinds at damaged files.
      throw new DataSetException(
          "%s is no whole file of SLEAP (%s): open and save it with SLEAP, or download it again."
              .formatted(CsvSource.fileName(path), problem.getMessage()),
          problem);
    }
  }

  /** Whether it has what every file of SLEAP has. */
  boolean isSleap() {
    return child(file, "metadata").isPresent()
        && child(file, "points").isPresent()
        && child(file, "frames").isPresent();
  }

  HdfFile hdf() {
    return file;
  }

  private static Optional<Node> child(Group group, String name) {
    Node node = group.getChild(name);
    return node == null || node.isLink() ? Optional.empty() : Optional.of(node);
  }

  private Optional<Node> at(String path) {
    Optional<Node> node = Optional.of(file);
    for (String name : path.split("/", -1)) {
      node =
          node.flatMap(
              found -> found instanceof Group group ? child(group, name) : Optional.empty());
    }
    return node;
  }

  /** A dataset at a path from the root. */
  Optional<Dataset> dataset(String path) {
    Optional<Dataset> dataset =
        at(path)
            .flatMap(node -> node instanceof Dataset found ? Optional.of(found) : Optional.empty());
    if (dataset.isPresent() && dataset.get().getSizeInBytes() > MOST_BYTES) {
      throw new IllegalArgumentException(
          "%s claims to have %,d bytes".formatted(path, dataset.get().getSizeInBytes()));
    }
    return dataset;
  }

  /** The names of groups at the root that fit a pattern. */
  List<String> groups(String pattern, int most) {
    return file.getChildren().values().stream()
        .filter(node -> !node.isLink() && node instanceof Group)
        .map(Node::getName)
        .filter(name -> name.matches(pattern))
        .limit(most)
        .toList();
  }

  /**
   * A table.
   *
   * @param columns names of the columns if it is a matrix
   * @throws IllegalArgumentException if there is none
   */
  HdfTable table(String path, List<String> columns) {
    return HdfTable.of(
        file,
        dataset(path)
            .orElseThrow(() -> new IllegalArgumentException("there is no %s".formatted(path))),
        columns);
  }

  /** The texts of a dataset; none if there is no such dataset. */
  List<String> texts(String path) {
    Optional<Dataset> dataset = dataset(path);
    if (dataset.isEmpty() || dataset.get().getSize() == 0 || dataset.get().isEmpty()) {
      return List.of();
    }
    if (dataset.get().getDataType() instanceof StringData fixed) {
      return split(((DatasetBase) dataset.get()).getDataBuffer(), fixed.getSize());
    }
    return switch (dataset.get().getData()) {
      case String text -> List.of(text);
      case String[] texts -> Arrays.asList(texts);
      default -> throw new IllegalArgumentException("%s holds no texts".formatted(path));
    };
  }

  /** Texts of one length, filled up with zeros. The library would take them for ASCII. */
  private static List<String> split(ByteBuffer bytes, int length) {
    List<String> texts = new ArrayList<>();
    while (length > 0 && bytes.remaining() >= length) {
      byte[] text = new byte[length];
      bytes.get(text);
      int end = length;
      while (end > 0 && text[end - 1] == 0) {
        end--;
      }
      texts.add(new String(text, 0, end, StandardCharsets.UTF_8));
    }
    return texts;
  }

  /** The text of an attribute. */
  Optional<String> textAttribute(String path, String name) {
    Optional<Attribute> attribute = attribute(path, name);
    if (attribute.isPresent() && attribute.get().getDataType() instanceof StringData fixed) {
      return split(attribute.get().getBuffer(), fixed.getSize()).stream().findFirst();
    }
    return attribute.map(
        found ->
            switch (found.getData()) {
              case String text -> text;
              case String[] texts when texts.length > 0 -> texts[0];
              case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
              default -> "";
            });
  }

  /** The number of an attribute. */
  Optional<Double> numberAttribute(String path, String name) {
    return attribute(path, name)
        .flatMap(
            found ->
                found.getData() instanceof Number number
                    ? Optional.of(number.doubleValue())
                    : Optional.empty());
  }

  private Optional<Attribute> attribute(String path, String name) {
    return at(path).flatMap(node -> Optional.ofNullable(node.getAttribute(name)));
  }
}
