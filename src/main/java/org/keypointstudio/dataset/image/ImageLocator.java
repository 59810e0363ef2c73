package org.keypointstudio.dataset.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  private final Path labelFolder;
  private final Path root;
  private final Path realRoot;

  /** Where else images may be; empty until one is not found in the folder of the labels. */
  private volatile Optional<List<Path>> otherFolders = Optional.empty();

  private ImageLocator(Path labelFolder, Path root) throws IOException {
    this.labelFolder = labelFolder;
    this.root = root;
    this.realRoot = root.toRealPath();
  }

  /** A locator for the images of a file of labels. */
  public static ImageLocator beside(Path file) throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? in(file.toAbsolutePath().normalize()) : in(folder);
  }

  /**
   * A locator for the images of labels that lie in a folder. No folder is listed before an image is
   * looked for: one that holds hundreds of thousands takes seconds.
   *
   * @throws IOException if there is no such folder
   */
  public static ImageLocator in(Path labelFolder) throws IOException {
    Path folder = labelFolder.toAbsolutePath().normalize();
    Path parent = folder.getParent();
    boolean imagesLieBeside =
        parent != null
            && LABEL_FOLDERS.contains(
                String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT));
    return new ImageLocator(folder, parent == null || !imagesLieBeside ? folder : parent);
  }

  /** The folders in which images may be besides that of the labels. */
  private List<Path> otherFolders() throws IOException {
    if (otherFolders.isEmpty()) {
      List<Path> folders = new ArrayList<>();
      addFoldersIn(labelFolder, folders);
      if (!root.equals(labelFolder)) {
        folders.add(root);
        List<Path> siblings = new ArrayList<>();
        addFoldersIn(root, siblings);
        folders.addAll(siblings);
        for (Path sibling : siblings) {
          addFoldersIn(sibling, folders);
        }
      }
      otherFolders = Optional.of(List.copyOf(folders));
    }
    return otherFolders.get();
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
      Optional<Path> beside = find(labelFolder, name);
      if (beside.isPresent()) {
        return beside.get();
      }
      for (Path folder : otherFolders()) {
        Optional<Path> found = find(folder, name);
        if (found.isPresent()) {
          return found.get();
        }
      }
    } catch (InvalidPathException problem) {
      throw new IOException("The image " + name + " has no valid file name.", problem);
    }
    throw new NoSuchImageException(name);
  }

  private Optional<Path> find(Path folder, String name) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(root)) {
      throw outside(name);
    }
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    if (!file.toRealPath().startsWith(realRoot)) {
      throw outside(name);
    }
    return Optional.of(file);
  }

  private static IOException outside(String name) {
    return new IOException(
        "The image " + name + " lies outside the data set's folder: move it beside the labels.");
  }
}
