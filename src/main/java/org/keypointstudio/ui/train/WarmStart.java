package org.keypointstudio.ui.train;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where training starts from.
 *
 * @param name for people
 * @param runFolder of the run whose weights come first; empty for fresh weights
 */
public record WarmStart(String name, Optional<Path> runFolder) {

  /** Fresh weights. */
  static WarmStart none() {
    return new WarmStart("Fresh weights", Optional.empty());
  }
}
