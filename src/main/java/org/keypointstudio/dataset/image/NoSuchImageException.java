package org.keypointstudio.dataset.image;

import java.io.IOException;

/** The labels name an image that is not there. */
public final class NoSuchImageException extends IOException {
  private static final long serialVersionUID = 1L;

  NoSuchImageException(String name) {
    super("The image " + name + " is missing: put it back beside its labels.");
  }
}
