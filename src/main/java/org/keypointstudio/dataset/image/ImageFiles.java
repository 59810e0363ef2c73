package org.keypointstudio.dataset.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A data set whose images are files, or parts of its own file. */
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

  /**
   * The bytes of a face's image as an encoder wrote them, if they are part of the file of the
   * labels and {@link #imageFile} has none. Nothing for images that are files.
   *
   * @param index of the face
   * @throws IOException with a sentence if they cannot be read
   */
  default Optional<byte[]> embeddedImage(int index) throws IOException {
    return Optional.empty();
  }
}
