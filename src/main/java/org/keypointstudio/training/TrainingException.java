package org.keypointstudio.training;

import org.jspecify.annotations.Nullable;

/** A run cannot start or go on. The message is one sentence for the person. */
public class TrainingException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A problem that has no deeper cause. */
  public TrainingException(String message) {
    super(message);
  }

  /** A problem that comes from another one. */
  public TrainingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
