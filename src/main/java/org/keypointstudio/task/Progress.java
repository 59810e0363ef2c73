package org.keypointstudio.task;

/**
 * How far a task has come.
 *
 * @param done units of work finished
 * @param total units in all; 0 if nobody knows
 * @param message what is being done, for the person
 */
public record Progress(long done, long total, String message) {

  /** Progress of which only the present step is known. */
  public static Progress indeterminate(String message) {
    return new Progress(0, 0, message);
  }

  /** The finished share, 0 to 1; −1 if the total is unknown. */
  public double fraction() {
    return total <= 0 ? -1 : Math.clamp((double) done / total, 0, 1);
  }
}
