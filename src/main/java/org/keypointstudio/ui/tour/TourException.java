package org.keypointstudio.ui.tour;

/** The tour could not go on. The message is one sentence for the person. */
public class TourException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A reason. */
  public TourException(String message) {
    super(message);
  }
}
