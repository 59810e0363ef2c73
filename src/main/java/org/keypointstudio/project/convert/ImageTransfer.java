package org.keypointstudio.project.convert;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.dataset.format.ImageNames;
import org.keypointstudio.dataset.image.ImageFiles;
import org.keypointstudio.model.GrayImage;

/**
 * Gives every image of a data set a name relative to another folder, and copies the image there if
 * that was asked or if it is no file yet.
 */
final class ImageTransfer {
  private static final String FOLDER = "images";

  private final FaceDataSet dataSet;
  private final Path folder;
  private final boolean copies;
  private final Map<Path, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private int missing;
  private int written;
  private boolean leavesFolder;

  /**
   * A transfer.
   *
   * @param folder that names are to be relative to
   * @param copies whether image files are copied into it
   */
  ImageTransfer(FaceDataSet dataSet, Path folder, boolean copies) {
    this.dataSet = dataSet;
    this.folder = folder.toAbsolutePath().normalize();
    this.copies = copies;
  }

  /** Images that could not be found, or decoded to be written. */
  int missing() {
    return missing;
  }

  /** Images that were copied or written. */
  int written() {
    return written;
  }

  /** Whether a name leads out of the folder. */
  boolean leavesFolder() {
    return leavesFolder;
  }

  /**
   * The name of a face's image in the folder.
   *
   * @throws IOException if it cannot be written there
   */
  String name(int face) throws IOException {
    if (!(dataSet instanceof ImageFiles files)) {
      return writtenImage(face);
    }
    Path file;
    try {
      Optional<byte[]> embedded = files.embeddedImage(face);
      if (embedded.isPresent()) {
        return writtenImage(files.imageName(face), embedded.get());
      }
      file = files.imageFile(face);
    } catch (IOException _) {
      missing++; // counted in the result
      return files.imageName(face);
    }
    String known = names.get(file);
    if (known != null) {
      return known;
    }
    String name = copies ? copied(file, files.imageName(face)) : ImageNames.relative(folder, file);
    leavesFolder |= name.startsWith("../") || Path.of(name).isAbsolute();
    names.put(file, name);
    return name;
  }

  /** Puts an image that is part of the labels' file beside the new one, once. */
  private String writtenImage(String originalName, byte[] bytes) throws IOException {
    String name = FOLDER + "/" + originalName;
    Path file = folder.resolve(name).normalize();
    if (taken.add(name)) {
      Files.createDirectories(folder.resolve(name).normalize().getParent());
      AtomicFile.replace(file, temporary -> Files.write(temporary, bytes));
      written++;
    }
    return name;
  }

  private String writtenImage(int face) throws IOException {
    String name = "%s/row-%05d.png".formatted(FOLDER, face);
    GrayImage image = dataSet.image(face);
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] pixels = new byte[image.size().pixelCount()];
    image.copyTo(pixels, 0);
    picture.getRaster().setDataElements(0, 0, image.width(), image.height(), pixels);
    Path file = folder.resolve(name);
    Files.createDirectories(folder.resolve(FOLDER));
    AtomicFile.replace(
        file,
        temporary -> {
          if (!ImageIO.write(picture, "png", temporary.toFile())) {
            throw new IOException("no image can be written here");
          }
        });
    written++;
    return name;
  }

  private String copied(Path file, String originalName) throws IOException {
    String inside =
        originalName.replaceAll("(^|/)(\\.{1,2}/)+", "$1").replaceAll("^([A-Za-z]:)?/+", "");
    String name = FOLDER + "/" + inside;
    for (int number = 2; !taken.add(name); number++) {
      name = "%s/%d-%s".formatted(FOLDER, number, inside.replace('/', '-'));
    }
    Path copy = folder.resolve(name).normalize();
    if (!copy.startsWith(folder)) {
      throw new IOException("The image " + originalName + " has no name that can be copied.");
    }
    Path parent = copy.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (!Files.exists(copy) || !Files.isSameFile(copy, file)) {
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      written++;
    }
    return name;
  }
}
