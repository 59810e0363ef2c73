package org.keypointstudio.task;

/**
 * A piece of work that must not run on the window's thread.
 *
 * @param <T> its result
 */
public interface BackgroundTask<T> {

  /** What is being done, for the person: "Opening training.csv". */
  String title();

  /**
   * Does the work.
   *
   * @throws java.util.concurrent.CancellationException if it stopped because it was asked to
   * @throws Exception if it failed; the message is a sentence for the person
   */
  T run(TaskContext context) throws Exception;

  /** The body of a task. */
  @FunctionalInterface
  interface Body<T> {
    /** Does the work. */
    T run(TaskContext context) throws Exception;
  }

  /** A task of a title and a body. */
  static <T> BackgroundTask<T> of(String title, Body<T> body) {
    return new BackgroundTask<>() {
      @Override
      public String title() {
        return title;
      }

      @Override
      public T run(TaskContext context) throws Exception {
        return body.run(context);
      }
    };
  }
}
