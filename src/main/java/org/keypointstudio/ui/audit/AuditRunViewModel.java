package org.keypointstudio.ui.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.keypointstudio.audit.AuditResult;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.audit.AuditException;
import org.keypointstudio.project.audit.AuditRecord;
import org.keypointstudio.project.audit.AuditSettings;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.Progress;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.task.RemainingTime;

/** How the next audit is done, and how the one that goes on comes along. */
public final class AuditRunViewModel {
  private final AuditServices services;
  private final IntegerProperty folds = new SimpleIntegerProperty(AuditSettings.defaults().folds());
  private final IntegerProperty minutes =
      new SimpleIntegerProperty(
          Math.toIntExact(AuditSettings.defaults().trainingTime().toMinutes()));
  private final IntegerProperty seed =
      new SimpleIntegerProperty(Math.toIntExact(AuditSettings.defaults().seed()));
  private final BooleanProperty settingUp = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<Progress>> progress =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper remaining = new ReadOnlyStringWrapper("");
  private CancelToken running = new CancelToken();

  AuditRunViewModel(AuditServices services) {
    this.services = services;
  }

  /** What an audit came to, and why it could not be kept, if it could not. */
  private record Outcome(AuditRecord audit, Optional<String> problem) {}

  /**
   * Audits the labels as they are now. Nothing happens while an audit goes on.
   *
   * @param receiver gets the audit when it is done
   */
  void start(OpenDataSet open, Consumer<AuditRecord> receiver) {
    if (progress.get().isPresent()) {
      return;
    }
    AuditSettings settings =
        new AuditSettings(folds.get(), Duration.ofMinutes(minutes.get()), seed.get());
    List<FaceLabels> labels = open.document().labelsSnapshot();
    FaceDataSet faces = open.dataSet();
    long begun = services.clock().millis();
    settingUp.set(false);
    progress.set(Optional.of(Progress.indeterminate("Preparing")));
    running =
        services
            .executor()
            .execute(
                BackgroundTask.of(
                    "Auditing the labels", context -> audit(faces, labels, settings, context)),
                new TaskListener<Outcome>() {
                  @Override
                  public void onProgress(Progress made) {
                    progress.set(Optional.of(made));
                    remaining.set(
                        RemainingTime.of(
                            Duration.ofMillis(services.clock().millis() - begun), made.fraction()));
                  }

                  @Override
                  public void onSuccess(Outcome outcome) {
                    end();
                    outcome.problem().ifPresent(services.notifications()::problem);
                    receiver.accept(outcome.audit());
                  }

                  @Override
                  public void onFailure(Exception problem) {
                    end();
                    services
                        .notifications()
                        .problem(
                            problem instanceof AuditException
                                ? String.valueOf(problem.getMessage())
                                : "The labels could not be audited: " + problem);
                  }

                  @Override
                  public void onCancelled() {
                    end();
                    services.notifications().inform("The audit was cancelled. Nothing changed.");
                  }
                });
  }

  private void end() {
    progress.set(Optional.empty());
    remaining.set("");
  }

  private Outcome audit(
      FaceDataSet faces, List<FaceLabels> labels, AuditSettings settings, TaskContext context)
      throws AuditException {
    AuditResult result =
        services
            .auditor()
            .audit(faces, labels, FaceGroups.beside(faces.path(), faces.size()), settings, context);
    AuditRecord audit = AuditRecord.of(result, labels, settings, services.clock().instant());
    try {
      services.auditFile(faces).write(audit, faces.schema());
      return new Outcome(audit, Optional.empty());
    } catch (IOException problem) {
      return new Outcome(audit, Optional.of(String.valueOf(problem.getMessage())));
    }
  }

  /** Ends the audit that goes on; the one before stays. */
  public void cancel() {
    running.cancel();
  }

  /** The number of models, each of which judges the faces that it has not learned from. */
  public IntegerProperty foldsProperty() {
    return folds;
  }

  /** How long all models learn together, in minutes. */
  public IntegerProperty minutesProperty() {
    return minutes;
  }

  /** The seed of the folds and the training. */
  public IntegerProperty seedProperty() {
    return seed;
  }

  /** How far the audit has come; empty if none goes on. */
  public ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** How long the audit will still take, in words; empty if that is unknown. */
  public ReadOnlyStringProperty remainingProperty() {
    return remaining.getReadOnlyProperty();
  }

  /** Whether a person is about to choose how the next audit is done. */
  public BooleanProperty settingUpProperty() {
    return settingUp;
  }
}
