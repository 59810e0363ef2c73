package org.keypointstudio.dataset.format;

import java.io.IOException;

/** Images that are part of a file of labels, and not files beside it. Safe for several threads. */
public interface EmbeddedImages {
  /** There are none. */
  EmbeddedImages NONE =
      new EmbeddedImages() {
        @Override
        public boolean has(String imageName) {
          return false;
        }

        @Override
        public byte[] encoded(String imageName) throws IOException {
          throw new IOException("The image " + imageName + " is not in the file of the labels.");
        }
      };

  /** Whether an image is part of the file. */
  boolean has(String imageName);

  /**
   * The bytes of an image as an encoder wrote them.
   *
   * @throws IOException with a sentence for the person if they cannot be read
   */
  byte[] encoded(String imageName) throws IOException;
}
