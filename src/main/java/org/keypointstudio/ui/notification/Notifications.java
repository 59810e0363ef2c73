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

  private final ObservableList<Notification> unseen = FXCollections.observableArrayList();
  private final ObservableList<Notification> unseenView =
      FXCollections.unmodifiableObservableList(unseen);
  private boolean watched = true;
  private long count;

  /** The messages that came while nobody looked at the window, newest last. */
  public ObservableList<Notification> unseen() {
    return unseenView;
  }

  /** Whether a message came while nobody looked at the window, and nobody did since. */
  boolean isUnseen(Notification notification) {
    return unseen.contains(notification);
  }

  /** Whether the person looks at the window; what came before counts as seen then. */
  public void setWatched(boolean nowWatched) {
    watched = nowWatched;
    if (nowWatched) {
      unseen.clear();
    }
  }

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
    Notification notification = new Notification(count++, kind, message);
    if (!watched) {
      unseen.add(notification);
    }
    shown.add(notification);
  }

  /** Takes a message away. */
  public void dismiss(Notification notification) {
    shown.remove(notification);
    unseen.remove(notification);
  }
}
