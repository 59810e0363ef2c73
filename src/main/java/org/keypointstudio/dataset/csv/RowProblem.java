package org.keypointstudio.dataset.csv;

/** What is wrong in a row, before anyone knows which row of the file it is. */
public final class RowProblem extends Exception {
  private static final long serialVersionUID = 1L;

  /** A problem in the row; the message is {@code where: what was found and expected; advice}. */
  public RowProblem(String message) {
    super(message);
  }
}
