package org.keypointstudio.ui.train;

/** Words for failures. */
final class Problems {
  private Problems() {}

  /**
   * A sentence for the person.
   *
   * @param what what did not happen, without a full stop
   */
  static String sentence(String what, Exception problem) {
    String reason = problem.getMessage();
    return reason == null || reason.isBlank()
        ? what + " (" + problem.getClass().getSimpleName() + ")."
        : what + ": " + reason;
  }
}
