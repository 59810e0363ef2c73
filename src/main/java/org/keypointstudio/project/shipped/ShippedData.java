package org.keypointstudio.project.shipped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.AtomicFile;

/**
 * The sample data that comes with the program. A person gets a copy in their home, which they may
 * change and save; where the program lies nothing is ever written.
 *
 * @param shipped the folder that comes with the program; nothing if none does
 * @param home the folder in which the copy lies
 */
public record ShippedData(Optional<Path> shipped, Path home) {
  private static final String FOLDER = "sample-data";

  /** As an installed program has it, and as a source checkout does. */
  private static final List<String> NAMES = List.of("training.csv.gz", "training.csv");

  private static final List<String> COMPANIONS = List.of("test.csv", "IdLookupTable.csv");

  /**
   * The sample data of a process.
   *
   * @param named the folder that the installed program names; empty if it names none
   * @param working the folder in which the program was started, of a source checkout perhaps
   */
  public static ShippedData of(Optional<String> named, Path working, Path home) {
    Path folder = named.map(Path::of).orElseGet(() -> working.resolve(FOLDER));
    return new ShippedData(Optional.of(folder).filter(place -> dataSet(place).isPresent()), home);
  }

  private static Optional<Path> dataSet(Path folder) {
    return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  /** Whether there is any. */
  public boolean isPresent() {
    return shipped.isPresent();
  }

  /**
   * The person's own copy, which is made the first time; later it is as they left it.
   *
   * @return the data set
   * @throws IOException with a sentence for the person if there is none, or it cannot be copied
   */
  public Path ownCopy() throws IOException {
    Path from =
        shipped.orElseThrow(
            () -> new DataSetException("The sample data is missing: install the program anew."));
    Path own = home.resolve(FOLDER);
    Optional<Path> present = dataSet(own);
    if (present.isPresent()) {
      return present.get();
    }
    Path source = dataSet(from).orElseThrow(() -> missing(from));
    try {
      Files.createDirectories(own);
      for (String name : COMPANIONS) {
        if (Files.isRegularFile(from.resolve(name))) {
          copy(from.resolve(name), own.resolve(name));
        }
      }
      Path copy = own.resolve(source.getFileName());
      copy(source, copy);
      return copy;
    } catch (IOException problem) {
      throw new DataSetException(
          "The sample data cannot be copied to %s (%s): make room there, or check who may write."
              .formatted(own, problem.getMessage()),
          problem);
    }
  }

  private static DataSetException missing(Path folder) {
    return new DataSetException(
        "The sample data is no longer in %s: install the program anew.".formatted(folder));
  }

  private static void copy(Path from, Path to) throws IOException {
    AtomicFile.replace(to, temporary -> Files.copy(from, temporary));
  }
}
