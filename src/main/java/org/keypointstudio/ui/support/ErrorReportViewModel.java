package org.keypointstudio.ui.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.keypointstudio.project.settings.UserSettings;
import org.keypointstudio.project.support.ErrorReport;
import org.keypointstudio.project.support.FailureTrace;
import org.keypointstudio.project.support.LogLine;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.dialog.DialogService;
import org.keypointstudio.ui.notification.Notifications;

/**
 * Tells a person of a bug and lets them save a report of it. A bug that happens again and again is
 * told once. Lives on the window's thread.
 */
public final class ErrorReportViewModel {
  private static final int MOST_FAILURES = 10;

  private final Sources sources;
  private final DialogService dialogs;
  private final TaskExecutor tasks;
  private final Notifications notifications;
  private final List<FailureTrace> failures = new ArrayList<>();
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper explanation = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper content = new ReadOnlyStringWrapper("");

  /**
   * What a report is made of.
   *
   * @param situation sentences about what the window shows, without names
   * @param log of this session
   * @param settings as they are
   */
  public record Sources(
      Supplier<List<String>> situation,
      Supplier<List<LogLine>> log,
      Supplier<UserSettings> settings) {}

  /** Nothing has happened yet. */
  public ErrorReportViewModel(
      Sources sources, DialogService dialogs, TaskExecutor tasks, Notifications notifications) {
    this.sources = sources;
    this.dialogs = dialogs;
    this.tasks = tasks;
    this.notifications = notifications;
  }

  /** Something was thrown that nobody caught. */
  public void happened(Throwable bug) {
    FailureTrace trace = FailureTrace.of(bug);
    boolean known =
        failures.stream().anyMatch(before -> before.signature().equals(trace.signature()));
    if (known) {
      return;
    }
    if (failures.size() == MOST_FAILURES) {
      failures.removeFirst();
    }
    failures.add(trace);
    boolean memory =
        Stream.iterate(Optional.of(bug), Optional::isPresent, ErrorReportViewModel::cause)
            .flatMap(Optional::stream)
            .limit(MOST_FAILURES)
            .anyMatch(OutOfMemoryError.class::isInstance);
    title.set(memory ? "There is not enough memory" : "Something went wrong that should not");
    explanation.set(
        (memory
                ? "What you did last needs more memory than the program has: close other data, or"
                    + " choose less at a time. "
                : "What you did last may not have worked. ")
            + "Your work is still here, and unsaved changes are kept in the journal: you can go"
            + " on.");
    show();
  }

  private static Optional<Throwable> cause(Optional<Throwable> failure) {
    return failure.flatMap(present -> Optional.ofNullable(present.getCause()));
  }

  /** A person wants a report, whether something happened or not. */
  public void begin() {
    title.set("Make an error report");
    explanation.set(
        "Save a report and attach it when you tell of something that does not work as it should.");
    show();
  }

  private void show() {
    content.set(report().text());
    shown.set(true);
  }

  private ErrorReport report() {
    return ErrorReport.of(
        failures, sources.situation().get(), sources.log().get(), sources.settings().get());
  }

  /** Writes the report where the person wants it. */
  public void save() {
    dialogs
        .chooseExportTarget("Save the error report", "keypoint-studio-error-report.zip")
        .ifPresent(this::write);
  }

  private void write(Path target) {
    ErrorReport report = report();
    tasks.execute(
        BackgroundTask.of(
            "Writing " + target.getFileName(),
            _ -> {
              report.write(target);
              return target;
            }),
        new TaskListener<Path>() {
          @Override
          public void onSuccess(Path written) {
            shown.set(false);
            notifications.success("The error report is in %s.".formatted(written));
          }

          @Override
          public void onFailure(Exception problem) {
            notifications.problem(String.valueOf(problem.getMessage()));
          }
        });
  }

  /** Whether the person is looking at it. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** What happened, in a few words. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** What that means for the person. */
  public ReadOnlyStringProperty explanationProperty() {
    return explanation.getReadOnlyProperty();
  }

  /** All that the report holds. */
  public ReadOnlyStringProperty contentProperty() {
    return content.getReadOnlyProperty();
  }
}
