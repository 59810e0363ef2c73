package org.keypointstudio.project;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The file {@code SHA256SUMS}, which {@code sha256sum -c} understands too. */
final class Checksums {
  static final String FILE_NAME = "SHA256SUMS";

  private final Map<RunFile, String> sums;

  private Checksums(Map<RunFile, String> sums) {
    this.sums = sums;
  }

  static Checksums of(Map<RunFile, byte[]> contents) {
    Map<RunFile, String> sums = new EnumMap<>(RunFile.class);
    contents.forEach((file, content) -> sums.put(file, hex(content)));
    return new Checksums(sums);
  }

  /**
   * Reads the lines of the file.
   *
   * @throws IOException if they do not name each file of a run once
   */
  static Checksums parse(List<String> lines) throws IOException {
    Map<RunFile, String> sums = new EnumMap<>(RunFile.class);
    for (String line : lines) {
      String[] parts = line.split("  ", 2);
      RunFile file = RunFile.ofFileName(parts[parts.length - 1]).orElse(null);
      if (parts.length != 2 || file == null || sums.put(file, parts[0]) != null) {
        throw new IOException("its " + FILE_NAME + " has the unexpected line \"" + line + "\"");
      }
    }
    if (sums.size() != RunFile.values().length) {
      throw new IOException("its " + FILE_NAME + " does not list every file of a run");
    }
    return new Checksums(sums);
  }

  boolean matches(RunFile file, byte[] content) {
    return hex(content).equals(sums.get(file));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    sums.forEach((file, sum) -> text.append(sum).append("  ").append(file.fileName()).append('\n'));
    return text.toString();
  }

  private static String hex(byte[] content) {
    return Sha256Sum.of(List.of(content));
  }
}
