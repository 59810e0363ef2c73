package org.keypointstudio.dataset;

import java.io.IOException;
import java.nio.file.Path;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Face;
import org.keypointstudio.model.FacePixels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;

/**
 * Faces with their images and the annotations that were read with them. Immutable: edits live in
 * the document over it. Safe for use by several threads.
 */
public interface FaceDataSet {

  /** The file or folder that was opened. */
  Path path();

  /** Which keypoints the annotations have. */
  KeypointSchema schema();

  /** The number of faces. */
  int size();

  /** A face by its position. */
  Face face(int index);

  /**
   * The image of a face. May read a file, so never call it on the window's thread.
   *
   * @throws IOException if the image cannot be read; the message names the file
   */
  GrayImage image(int index) throws IOException;

  /**
   * The image of a face as people see it: in colours where its file has them. Networks and measures
   * take {@link #image}. May read a file, so never call it on the window's thread.
   *
   * @throws IOException if the image cannot be read; the message names the file
   */
  default FacePixels pixels(int index) throws IOException {
    return image(index);
  }

  /**
   * The size of a face's image; cheaper than the image itself where that is possible.
   *
   * @throws IOException if the image cannot be read; the message names the file
   */
  default ImageSize imageSize(int index) throws IOException {
    return image(index).size();
  }

  /** The annotation of a face as it was read. */
  Annotation annotation(int index);
}
