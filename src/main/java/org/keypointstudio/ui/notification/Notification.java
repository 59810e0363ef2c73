package org.keypointstudio.ui.notification;

/**
 * A short message that comes and goes.
 *
 * @param number tells messages of the same words apart
 * @param kind how serious it is
 * @param message one sentence
 */
public record Notification(long number, Kind kind, String message) {

  /** How serious a message is. */
  public enum Kind {
    /** Something went well. */
    SUCCESS,
    /** Something worth knowing. */
    INFORMATION,
    /** Something failed, and the message says what to do. */
    PROBLEM
  }
}
