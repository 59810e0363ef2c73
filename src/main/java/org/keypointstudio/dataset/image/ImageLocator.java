package org.keypointstudio.dataset.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds image files by the names that a CSV gives: beside it, or in a folder beside it. */
public final class ImageLocator {
  private final List<Path> folders;

  private ImageLocator(List<Path> folders) {
    this.folders = folders;
  }

  /** A locator for the images of a CSV. */
  public static ImageLocator beside(Path csv) throws IOException {
    Path folder = csv.toAbsolutePath().normalize().getParent();
    if (folder == null) {
      return new ImageLocator(List.of());
    }
    List<Path> folders = new ArrayList<>(List.of(folder));
    try (Stream<Path> children = Files.list(folder)) {
      children.filter(Files::isDirectory).sorted().forEach(folders::add);
    }
    return new ImageLocator(List.copyOf(folders));
  }

  /**
   * The file of an image.
   *
   * @throws IOException with a sentence if there is none, or the name leads out of the data set
   */
  public Path find(String name) throws IOException {
    try {
      for (Path folder : folders) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folders.getFirst())) {
          throw new IOException(
              "The image " + name + " lies outside the data set's folder: move it beside the CSV.");
        }
        if (Files.isRegularFile(file)) {
          return file;
        }
      }
    } catch (InvalidPathException problem) {
      throw new IOException("The image " + name + " has no valid file name.", problem);
    }
    throw new IOException("The image " + name + " is missing: put it back beside its CSV.");
  }
}
