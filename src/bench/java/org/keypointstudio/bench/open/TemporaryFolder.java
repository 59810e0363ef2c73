package org.keypointstudio.bench.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what a benchmark makes, of which nothing is left when it is closed. */
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;

  /** A new folder. */
  public TemporaryFolder() throws IOException {
    path = Files.createTempDirectory("keypoint-benchmark");
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** The option of Java that lets a process leave its temporary files here. */
  public String javaOption() {
    return "-Djava.io.tmpdir=" + path;
  }

  @Override
  public void close() throws IOException {
    List<Path> paths;
    try (Stream<Path> found = Files.walk(path)) {
      paths = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : paths) {
      Files.delete(each);
    }
  }
}
