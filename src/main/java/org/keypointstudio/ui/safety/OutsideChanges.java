package org.keypointstudio.ui.safety;

import java.util.function.Consumer;
import org.keypointstudio.dataset.ChangedOutsideException;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether another program changed the file of the open data set. */
public final class OutsideChanges {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideChanges.class);

  private final StudioSession session;
  private final SafetyPorts ports;
  private final Consumer<ChangedOutsideException> listener;

  /**
   * Looks at the data set of a session.
   *
   * @param listener told of a change on the window's thread
   */
  public OutsideChanges(
      StudioSession session, SafetyPorts ports, Consumer<ChangedOutsideException> listener) {
    this.session = session;
    this.ports = ports;
    this.listener = listener;
  }

  /** Looks in the background; to be called when the person comes back to the window. */
  public void look() {
    session.openDataSet().ifPresent(open -> ports.workers().execute(() -> look(open.dataSet())));
  }

  private void look(FaceDataSet dataSet) {
    try {
      ports.labels().requireUnchanged(dataSet);
    } catch (ChangedOutsideException change) {
      ports.uiThread().execute(() -> tell(dataSet, change));
    } catch (DataSetException problem) {
      // A file that is gone for a while is told of when it is needed.
      LOG.info("The open data set cannot be looked at: {}", problem.getMessage());
    }
  }

  private void tell(FaceDataSet dataSet, ChangedOutsideException change) {
    boolean present =
        session.openDataSet().filter(open -> open.dataSet().equals(dataSet)).isPresent();
    if (present) {
      listener.accept(change);
    }
  }
}
