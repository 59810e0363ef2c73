package org.keypointstudio.dataset.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Names of images as files of labels in other folders must give them. */
public final class ImageNames {
  private ImageNames() {}

  /**
   * Faces whose images are named relative to another folder; they stay where they are. An image
   * that is missing keeps its name.
   *
   * @param folder that names are to be relative to
   * @param opened the data set, which knows where its images are
   * @param images the faces with the names that the data set's file gives
   */
  static AnnotatedImages relativeTo(Path folder, FormatDataSet opened, AnnotatedImages images) {
    List<AnnotatedFace> faces = new ArrayList<>(images.faces().size());
    for (AnnotatedFace face : images.faces()) {
      faces.add(face.withImageName(relativeTo(folder, opened, face.imageName())));
    }
    return images.withFaces(faces);
  }

  private static String relativeTo(Path folder, FormatDataSet opened, String name) {
    try {
      return relative(folder, opened.locator().find(name));
    } catch (IOException _) {
      return name; // it was listed as missing when the data set was opened
    }
  }

  /**
   * The path from a folder to a file, with {@code /} between its parts; absolute if they lie on
   * different drives.
   */
  public static String relative(Path folder, Path file) {
    Path from = folder.toAbsolutePath().normalize();
    Path to = file.toAbsolutePath().normalize();
    boolean sameDrive = Objects.equals(from.getRoot(), to.getRoot());
    return (sameDrive ? from.relativize(to) : to).toString().replace('\\', '/');
  }
}
