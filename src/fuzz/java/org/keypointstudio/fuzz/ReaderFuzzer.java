package org.keypointstudio.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Jazzer calls: one process feeds one reader, whose id is the argument. Jazzer knows static
 * methods alone, so this class holds the only static state of the fuzzing.
 */
public final class ReaderFuzzer {
  private static FuzzedReader reader;
  private static Path folder;

  private ReaderFuzzer() {}

  /**
   * Called once by Jazzer.
   *
   * @param arguments the id of the reader
   */
  public static void fuzzerInitialize(String[] arguments) throws IOException {
    reader = FuzzedReaders.byId(arguments[0]).orElseThrow();
    folder = Files.createTempDirectory("fuzz-" + reader.id());
    reader.prepare(folder);
    for (byte[] seed : reader.seeds().make()) {
      reader.feed(folder, seed); // loads the classes, which takes longer than an input may
    }
  }

  /** Called by Jazzer with each input; whatever it throws is a finding. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    reader.feed(folder, input);
  }
}
