package org.keypointstudio.dataset.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds image files by the names that a file of labels gives: in its folder, or in a folder beside
 * it. Labels in a folder called {@code annotations} or {@code labels} have their images in the
 * folder around it or in that folder's folders, as COCO's have. Nothing outside is ever read, be it
 * by {@code ..}, by an absolute path or by a symbolic link.
 */
public final class ImageLocator {
  private static final Set<String> LABEL_FOLDERS = Set.of("annotations", "labels");

  /** A hostile or careless folder may hold any number. */
  private static final int MOST_FOLDERS = 200;

  private final Path root;
  private final List<Path> folders;

  private final Path realRoot;

  private ImageLocator(Path root, List<Path> folders) throws IOException {
    this.root = root;
    this.realRoot = root.toRealPath();
    this.folders = folders;
  }

  /** A locator for the images of a file of labels. */
  public static ImageLocator beside(Path file) throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? in(file.toAbsolutePath().normalize()) : in(folder);
  }

  /**
   * A locator for the images of labels that lie in a folder.
   *
   * @throws IOException if the folder cannot be listed
   */
  public static ImageLocator in(Path labelFolder) throws IOException {
    Path folder = labelFolder.toAbsolutePath().normalize();
    List<Path> folders = new ArrayList<>(List.of(folder));
    addFoldersIn(folder, folders);
    Path parent = folder.getParent();
    boolean imagesLieBeside =
        parent != null
            && LABEL_FOLDERS.contains(
                String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT));
    if (parent == null || !imagesLieBeside) {
      return new ImageLocator(folder, List.copyOf(folders));
    }
    folders.add(parent);
    List<Path> siblings = new ArrayList<>();
    addFoldersIn(parent, siblings);
    folders.addAll(siblings);
    for (Path sibling : siblings) {
      addFoldersIn(sibling, folders);
    }
    return new ImageLocator(parent, List.copyOf(folders));
  }

  private static void addFoldersIn(Path folder, List<Path> folders) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      children
          .filter(Files::isDirectory)
          .sorted()
          .limit(Math.max(0, MOST_FOLDERS - folders.size()))
          .forEach(folders::add);
    }
  }

  /** The folder out of which no image is read. */
  public Path root() {
    return root;
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
        if (!file.startsWith(root)) {
          throw outside(name);
        }
        if (Files.isRegularFile(file)) {
          if (!file.toRealPath().startsWith(realRoot)) {
            throw outside(name);
          }
          return file;
        }
      }
    } catch (InvalidPathException problem) {
      throw new IOException("The image " + name + " has no valid file name.", problem);
    }
    throw new NoSuchImageException(name);
  }

  private static IOException outside(String name) {
    return new IOException(
        "The image " + name + " lies outside the data set's folder: move it beside the labels.");
  }
}
