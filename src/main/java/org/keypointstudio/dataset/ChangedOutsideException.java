package org.keypointstudio.dataset;

/** Another program changed the file of a data set since it was opened. */
public final class ChangedOutsideException extends DataSetException {
  private static final long serialVersionUID = 1L;

  /**
   * The sentence for a file.
   *
   * @param fileName as messages give it
   */
  public ChangedOutsideException(String fileName) {
    super(
        fileName
            + " was changed by another program since it was opened: save under another name, or"
            + " open it again.");
  }
}
