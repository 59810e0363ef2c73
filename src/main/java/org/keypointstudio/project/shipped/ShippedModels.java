package org.keypointstudio.project.shipped;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.training.RunRecord;

/**
 * The models that come with the program. They lie in it packed; the folder of one that is used is
 * laid out in the person's home, where it is a run folder like any other. Safe for use by several
 * threads.
 */
public final class ShippedModels {
  /** Names one model a line. */
  private static final String INDEX = "models.txt";

  private static final List<String> FILES =
      List.of("run.json", "metrics.csv", "model.json", "weights.bin", ModelPack.CARD);

  /** Written last: a folder that has it is whole. */
  private static final String SUMS = "SHA256SUMS";

  private final Source source;
  private final Path home;

  /** Gives the files that come with the program. */
  @FunctionalInterface
  public interface Source {
    /**
     * A file.
     *
     * @param path {@code models.txt}, or a model's name, a slash and the name of a file
     * @return its content, nothing if there is none
     */
    Optional<byte[]> file(String path) throws IOException;
  }

  /**
   * Models.
   *
   * @param home the folder in which their folders are laid out
   */
  public ShippedModels(Source source, Path home) {
    this.source = source;
    this.home = home;
  }

  /** Those of this program. */
  public static ShippedModels ofProgram(Path home) {
    return new ShippedModels(ShippedModels::resource, home);
  }

  private static Optional<byte[]> resource(String path) throws IOException {
    try (InputStream stream =
        ShippedModels.class.getResourceAsStream("/org/keypointstudio/assets/models/" + path)) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    }
  }

  /**
   * The models for the keypoints of a data set, in the order in which they are listed.
   *
   * @param keypointNames of its schema
   * @throws IOException with a sentence for the person if one of them cannot be read
   */
  public List<ShippedModel> fitting(List<String> keypointNames) throws IOException {
    List<ShippedModel> models = new ArrayList<>();
    for (String name : names()) {
      RunRecord record = RunFolder.recordOf(require(name, "run.json"));
      if (record.keypointNames().equals(keypointNames)) {
        models.add(new ShippedModel(name, record));
      }
    }
    return List.copyOf(models);
  }

  /** What the models are called; none where none are shipped. */
  public List<String> names() throws IOException {
    return source
        .file(INDEX)
        .map(index -> new String(index, StandardCharsets.UTF_8).lines().map(String::strip))
        .map(lines -> lines.filter(line -> !line.isEmpty()).toList())
        .orElse(List.of());
  }

  /** The run folder of a model, which need not be laid out yet. */
  public Path folder(String name) {
    return home.resolve("models").resolve(name);
  }

  /**
   * Lays a model out where it is not there yet, or another version of it is.
   *
   * @return its run folder
   * @throws IOException with a sentence for the person if it cannot be written
   */
  public Path layOut(String name) throws IOException {
    Path folder = folder(name);
    byte[] sums = require(name, SUMS);
    Path written = folder.resolve(SUMS);
    if (Files.isRegularFile(written) && Arrays.equals(Files.readAllBytes(written), sums)) {
      return folder;
    }
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(written);
      for (String file : FILES) {
        byte[] content = require(name, file);
        AtomicFile.replace(folder.resolve(file), temporary -> Files.write(temporary, content));
      }
      AtomicFile.replace(written, temporary -> Files.write(temporary, sums));
      return folder;
    } catch (IOException problem) {
      throw new DataSetException(
          "The model %s cannot be laid out in %s (%s): make room there, or check who may write."
              .formatted(name, folder, problem.getMessage()),
          problem);
    }
  }

  private byte[] require(String name, String file) throws IOException {
    return source
        .file(name + "/" + file)
        .orElseThrow(
            () ->
                new DataSetException(
                    "The program lacks its own file models/%s/%s: install it anew."
                        .formatted(name, file)));
  }
}
