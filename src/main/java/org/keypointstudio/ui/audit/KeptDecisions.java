package org.keypointstudio.ui.audit;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.project.audit.KeptLabel;
import org.keypointstudio.project.audit.KeptLabels;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/** The labels of the open data set that a person keeps as they are; each decision is stored. */
final class KeptDecisions {
  private final StudioSession session;
  private final AuditServices services;
  private final ReadOnlyObjectWrapper<KeptLabels> kept =
      new ReadOnlyObjectWrapper<>(KeptLabels.NONE);

  KeptDecisions(StudioSession session, AuditServices services) {
    this.session = session;
    this.services = services;
  }

  /** These were read, or another data set has none. */
  void show(KeptLabels read) {
    kept.set(read);
  }

  /** From now on a label is kept, or no longer. */
  void decide(KeptLabel label, boolean keep) {
    kept.set(keep ? kept.get().with(label) : kept.get().without(label));
    session.openDataSet().map(OpenDataSet::dataSet).ifPresent(this::store);
  }

  private void store(FaceDataSet dataSet) {
    KeptLabels wanted = kept.get();
    services
        .errands()
        .execute(
            BackgroundTask.of(
                "Storing what is kept",
                _ -> {
                  services.keptFile(dataSet).write(wanted);
                  return Optional.empty();
                }),
            new TaskListener<Optional<?>>() {
              @Override
              public void onSuccess(Optional<?> nothing) {
                // It is there when it is looked for.
              }

              @Override
              public void onFailure(Exception problem) {
                services.notifications().problem(String.valueOf(problem.getMessage()));
              }
            });
  }

  KeptLabels value() {
    return kept.get();
  }

  ReadOnlyObjectProperty<KeptLabels> valueProperty() {
    return kept.getReadOnlyProperty();
  }
}
