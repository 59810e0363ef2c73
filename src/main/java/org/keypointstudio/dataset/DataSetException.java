package org.keypointstudio.dataset;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A data set cannot be opened or written. The message is one sentence for the person: which file,
 * row and column, what was expected, and what to do.
 */
public class DataSetException extends IOException {
  private static final long serialVersionUID = 1L;

  /** A problem that has no deeper cause. */
  public DataSetException(String message) {
    super(message);
  }

  /** A problem that comes from another one. */
  public DataSetException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
