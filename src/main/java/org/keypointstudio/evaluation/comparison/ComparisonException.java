package org.keypointstudio.evaluation.comparison;

/** Models cannot be compared. The message is one sentence for the person. */
public final class ComparisonException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A reason. */
  public ComparisonException(String message) {
    super(message);
  }
}
