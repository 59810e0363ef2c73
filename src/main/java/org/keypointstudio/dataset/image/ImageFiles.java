package org.keypointstudio.dataset.image;

import java.io.IOException;
import java.nio.file.Path;

/** A data set whose images are files. */
public interface ImageFiles {

  /**
   * The file of a face's image, of which the face may be a part.
   *
   * @param index of the face
   * @throws IOException if it is missing or lies outside the data set's folder; the message says so
   */
  Path imageFile(int index) throws IOException;

  /**
   * The name of a face's image as the data set's file gives it, with {@code /} between its parts.
   *
   * @param index of the face
   */
  String imageName(int index);
}
