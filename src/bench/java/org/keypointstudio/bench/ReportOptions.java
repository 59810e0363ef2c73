package org.keypointstudio.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of a benchmark that writes a page of what it measured. */
public final class ReportOptions {
  @Option(names = "--report", description = "file to write; nothing is written if left out")
  private List<Path> report = List.of();

  @Option(
      names = "--remark",
      arity = "1..*",
      description = "a sentence on the circumstances, for the report; the last of the options")
  private List<String> remark = List.of();

  /** Writes the page, if it is wanted. */
  public void write(String page) throws IOException {
    for (Path file : report) {
      Files.writeString(file, page);
    }
  }

  /** On which machine it was measured, and what else there is to say of that. */
  public String circumstances() throws IOException {
    return (Machine.describe() + " " + String.join(" ", remark)).strip();
  }
}
