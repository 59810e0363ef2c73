package org.keypointstudio.edit.query;

/** A query that cannot be understood; the message is a sentence for the person. */
public final class QueryException extends Exception {
  private static final long serialVersionUID = 1L;

  QueryException(String message) {
    super(message);
  }
}
