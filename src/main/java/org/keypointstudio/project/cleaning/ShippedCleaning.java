package org.keypointstudio.project.cleaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The cleaning rules that come with the program. */
public final class ShippedCleaning {
  private static final String FILE = "usual.json";

  private ShippedCleaning() {}

  /** What most data sets need, and nothing that a person would want to decide. */
  public static CleaningRules usual() {
    String resource = "/org/keypointstudio/assets/cleaning/" + FILE;
    try (InputStream in = ShippedCleaning.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + resource);
      }
      return new CleaningRulesFile().read(FILE, in.readAllBytes());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
