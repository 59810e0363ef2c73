package org.keypointstudio.dataset.format.sleap;

import io.jhdf.api.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.format.EmbeddedImages;

/**
 * The frames that a package of SLEAP ({@code .pkg.slp}) has in it.
 *
 * @param path of the file
 * @param names of the frames' images
 */
record SleapFrames(Path path, Set<String> names) implements EmbeddedImages {
  private static final int MOST_VIDEOS = 100_000;

  /** Copies the set. */
  SleapFrames {
    names = Set.copyOf(names);
  }

  /** The frames that are in a file. */
  static SleapFrames of(Path path) throws DataSetException {
    return new SleapFrames(path, SleapFile.read(path, SleapFrames::names));
  }

  private static Set<String> names(SleapFile file) {
    Set<String> names = new HashSet<>();
    for (String group : file.groups("video\\d{1,9}", MOST_VIDEOS)) {
      file.dataset(group + "/frame_numbers")
          .filter(numbers -> numbers.getSize() > 0)
          .map(Dataset::getDataFlat)
          .ifPresent(
              numbers ->
                  EmbeddedFrame.numbers(numbers)
                      .forEach(number -> names.add(EmbeddedFrame.name(group, number))));
    }
    return names;
  }

  @Override
  public boolean has(String imageName) {
    return names.contains(imageName);
  }

  @Override
  public byte[] encoded(String imageName) throws IOException {
    return SleapFile.read(
        path,
        file ->
            EmbeddedFrame.of(imageName)
                .flatMap(frame -> frame.in(file))
                .orElseThrow(() -> new IllegalArgumentException("there is no frame " + imageName)));
  }
}
