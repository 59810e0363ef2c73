package org.keypointstudio.dataset.file;

import java.util.List;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.dataset.format.KeypointFormats;

/** The annotation formats of this program, apart from the CSV files that it edits in place. */
public final class KnownFormats {
  private KnownFormats() {}

  /** All formats, those with the surest marks first. */
  public static KeypointFormats all() {
    return new KeypointFormats(List.<KeypointFormat>of());
  }
}
