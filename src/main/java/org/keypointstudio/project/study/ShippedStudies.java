package org.keypointstudio.project.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The studies that come with the program. */
public final class ShippedStudies {
  private static final String FOLDER = "/org/keypointstudio/assets/studies/";
  private static final List<String> NAMES = List.of("labels-and-augmentation", "ingredients");

  private ShippedStudies() {}

  /** What they are called. */
  public static List<String> names() {
    return NAMES;
  }

  /** The study of that name, if there is one. */
  public static Optional<Study> find(String name) {
    return NAMES.contains(name) ? Optional.of(read(name + ".json")) : Optional.empty();
  }

  private static Study read(String fileName) {
    try (InputStream stream = ShippedStudies.class.getResourceAsStream(FOLDER + fileName)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its own file " + fileName);
      }
      return new StudyFile().read(fileName, stream.readAllBytes());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
