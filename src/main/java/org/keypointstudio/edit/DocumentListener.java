package org.keypointstudio.edit;

/** Hears of every change of a document, on the thread that made it. */
@FunctionalInterface
public interface DocumentListener {

  /**
   * A face's annotation is another one now, or what counts as saved is.
   *
   * @param event what happened
   */
  void onEvent(DocumentEvent event);
}
