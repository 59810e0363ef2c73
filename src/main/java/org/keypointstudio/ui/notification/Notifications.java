package org.keypointstudio.ui.notification;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.keypointstudio.dataset.DataSetException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages on show, newest last. Lives on the window's thread. */
public final class Notifications {
  private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
  private static final int MOST = 4;

  private final ObservableList<Notification> shown = FXCollections.observableArrayList();

  /** One view for all: a view that nobody holds would be collected with its listeners. */
  private final ObservableList<Notification> shownView =
      FXCollections.unmodifiableObservableList(shown);

  private long count;

  /** The messages on show. */
  public ObservableList<Notification> shown() {
    return shownView;
  }

  /** Says that something went well. */
  public void success(String message) {
    show(Notification.Kind.SUCCESS, message);
  }

  /** Says something worth knowing. */
  public void inform(String message) {
    show(Notification.Kind.INFORMATION, message);
  }

  /** Says that something failed. */
  public void problem(String message) {
    show(Notification.Kind.PROBLEM, message);
  }

  /**
   * Says that work on a data set failed: in its own sentence if a person can mend it, else as a
   * bug.
   *
   * @param what what did not happen, for the log: "Exporting a data set failed"
   */
  public void failure(String what, Exception problem) {
    if (problem instanceof DataSetException) {
      problem(String.valueOf(problem.getMessage()));
    } else {
      bug(what, problem);
    }
  }

  /**
   * Says that something failed that should not, and writes it to the log.
   *
   * @param what what did not happen, for the log
   */
  public void bug(String what, Exception problem) {
    LOG.error("{}", what, problem);
    problem(
        "Something went wrong that should not: %s. Help > Make an error report… saves what is known of it."
            .formatted(problem));
  }

  private void show(Notification.Kind kind, String message) {
    if (shown.size() == MOST) {
      shown.removeFirst();
    }
    shown.add(new Notification(count++, kind, message));
  }

  /** Takes a message away. */
  public void dismiss(Notification notification) {
    shown.remove(notification);
  }
}
