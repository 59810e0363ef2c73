package org.keypointstudio.ui.cleaning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.cleaning.Cleaner;
import org.keypointstudio.project.cleaning.CleaningPlan;
import org.keypointstudio.project.cleaning.CleaningReport;
import org.keypointstudio.project.cleaning.CleaningRule;
import org.keypointstudio.project.cleaning.CleaningRules;
import org.keypointstudio.project.cleaning.CleaningRulesFile;
import org.keypointstudio.project.cleaning.ShippedCleaning;
import org.keypointstudio.project.cleaning.UndecidedDuplicates;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.dialog.DialogService;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Cleans the open data set by rules. A look through it says what would be done; only then can it be
 * applied, as one undoable step. A plan is of certain labels: an edit or another rule ends it.
 */
public final class CleaningViewModel {
  private static final int FEW_POINTS = 4;

  private final StudioSession session;
  private final TaskExecutor tasks;
  private final DialogService dialogs;
  private final Notifications notifications;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ObservableList<RuleLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private CancelToken running = new CancelToken();
  private String rulesName = "";

  /**
   * What was found, and perhaps done.
   *
   * @param open the data set that was looked through
   * @param before its labels then
   * @param plan what would be done, or was
   * @param applied whether it was
   */
  record Outcome(OpenDataSet open, List<FaceLabels> before, CleaningPlan plan, boolean applied) {}

  /**
   * Cleaning in a session, by the usual rules until others are chosen.
   *
   * @param tasks looks through data sets, reads and writes files
   */
  public CleaningViewModel(
      StudioSession session,
      TaskExecutor tasks,
      DialogService dialogs,
      Notifications notifications) {
    this.session = session;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.notifications = notifications;
    useUsual();
    session.revisionProperty().subscribe(this::forgetIfOld);
    session.openDataSetProperty().subscribe(open -> closeWithout(open));
  }

  private void closeWithout(Optional<OpenDataSet> open) {
    if (open.isEmpty()) {
      running.cancel();
      shown.set(false);
    }
  }

  /** The usual rules, and one that most data sets do not want, switched off. */
  private void useUsual() {
    CleaningRules usual = ShippedCleaning.usual();
    List<RuleLine> all = new ArrayList<>();
    for (CleaningRule rule : usual.rules()) {
      all.add(new RuleLine(rule, true));
      if (rule instanceof CleaningRule.FewPoints) {
        all.add(new RuleLine(new CleaningRule.FewPoints(FEW_POINTS), false));
      }
    }
    use(usual.name(), all);
  }

  private void use(String name, List<RuleLine> rules) {
    rulesName = name;
    lines.setAll(rules);
    for (RuleLine line : rules) {
      line.ruleProperty().subscribe((_, _) -> forget());
      line.enabledProperty().subscribe((_, _) -> forget());
    }
    forget();
  }

  /** What was found under other rules says nothing any more. */
  private void forget() {
    running.cancel();
    outcome.set(Optional.empty());
  }

  private void forgetIfOld() {
    outcome
        .get()
        .filter(found -> !found.applied())
        .filter(found -> !isPresent(found.open(), found.before()))
        .ifPresent(_ -> outcome.set(Optional.empty()));
    boolean otherData =
        outcome
            .get()
            .filter(
                found ->
                    session
                        .openDataSet()
                        .filter(open -> open.document() == found.open().document())
                        .isEmpty())
            .isPresent();
    if (otherData) {
      outcome.set(Optional.empty());
    }
  }

  private boolean isPresent(OpenDataSet open, List<FaceLabels> before) {
    return session
        .openDataSet()
        .map(OpenDataSet::document)
        .filter(document -> document == open.document())
        .filter(document -> document.labelsSnapshot().equals(before))
        .isPresent();
  }

  /** The rules that are switched on; empty if there is none. */
  private Optional<CleaningRules> rules() {
    List<CleaningRule> enabled =
        lines.stream()
            .filter(line -> line.enabledProperty().get())
            .map(line -> line.ruleProperty().get())
            .toList();
    return enabled.isEmpty()
        ? Optional.empty()
        : Optional.of(new CleaningRules(rulesName, "", enabled));
  }

  /** Looks through the data set, and says what would be done. */
  void look() {
    Optional<OpenDataSet> open = session.openDataSet();
    Optional<CleaningRules> chosen = rules();
    if (open.isEmpty() || chosen.isEmpty() || looking.get()) {
      return;
    }
    List<FaceLabels> before = open.get().document().labelsSnapshot();
    looking.set(true);
    running =
        tasks.execute(
            BackgroundTask.of(
                "Looking for rows to clean",
                context -> Cleaner.plan(chosen.get(), open.get().dataSet(), before, context)),
            new TaskListener<CleaningPlan>() {
              @Override
              public void onSuccess(CleaningPlan plan) {
                looking.set(false);
                if (isPresent(open.get(), before) && rules().equals(chosen)) {
                  outcome.set(Optional.of(new Outcome(open.get(), before, plan, false)));
                }
              }

              @Override
              public void onFailure(Exception problem) {
                looking.set(false);
                notifications.problem(
                    "The data set could not be looked through: " + problem.getMessage());
              }

              @Override
              public void onCancelled() {
                looking.set(false);
              }
            });
  }

  /**
   * Decides about duplicates: one of them is right.
   *
   * @param kept the face that is, one of the group's
   */
  void keep(UndecidedDuplicates group, int kept) {
    outcome
        .get()
        .filter(found -> !found.applied())
        .ifPresent(
            found ->
                decide(
                    found,
                    found
                        .plan()
                        .deciding(
                            group, group.keeping(kept, found.open().dataSet().face(kept).name()))));
  }

  /** Decides about duplicates: all of them stay as they are. */
  void keepAll(UndecidedDuplicates group) {
    outcome
        .get()
        .filter(found -> !found.applied())
        .ifPresent(found -> decide(found, found.plan().deciding(group, List.of())));
  }

  private void decide(Outcome found, CleaningPlan plan) {
    outcome.set(Optional.of(new Outcome(found.open(), found.before(), plan, false)));
  }

  /** Does what was found, as one step that can be undone. */
  void apply() {
    Optional<Outcome> found = outcome.get().filter(it -> !it.applied());
    if (found.isEmpty() || !isPresent(found.get().open(), found.get().before())) {
      return;
    }
    AnnotationDocument document = found.get().open().document();
    if (document.isReadOnly()) {
      notifications.problem("The data set is open for looking only, so it cannot be cleaned.");
      return;
    }
    // First what was done is known, so that the change does not end it.
    outcome.set(
        Optional.of(
            new Outcome(found.get().open(), found.get().before(), found.get().plan(), true)));
    document.apply(found.get().plan().toChange(found.get().before()));
    int excluded =
        (int)
            found.get().plan().repairs().stream()
                .filter(repair -> repair.excluded())
                .map(repair -> repair.face())
                .distinct()
                .count();
    notifications.success(
        "Cleaned: %,d faces are excluded, %,d repaired. Undo takes all of it back."
            .formatted(excluded, found.get().plan().after(found.get().before()).size() - excluded));
  }

  /** Writes what was found, or done, where the person wants it. */
  void saveReport() {
    outcome
        .get()
        .ifPresent(
            found ->
                write(
                    "Save the report",
                    "cleaning-report.json",
                    () -> new CleaningReport().write(found.plan(), found.open().dataSet())));
  }

  /** Writes the rules that are switched on where the person wants it. */
  void saveRules() {
    rules()
        .ifPresent(
            chosen ->
                write(
                    "Save the rules",
                    "cleaning-rules.json",
                    () -> new CleaningRulesFile().write(chosen)));
  }

  /** What is written. */
  private interface Content {
    byte[] bytes() throws Exception;
  }

  private void write(String title, String suggestion, Content content) {
    dialogs
        .chooseExportTarget(title, suggestion)
        .ifPresent(
            file ->
                tasks.execute(
                    BackgroundTask.of(
                        "Writing " + file.getFileName(), _ -> Files.write(file, content.bytes())),
                    new TaskListener<Path>() {
                      @Override
                      public void onSuccess(Path written) {
                        notifications.success("%s is written.".formatted(written));
                      }

                      @Override
                      public void onFailure(Exception problem) {
                        notifications.problem(
                            "%s could not be written: %s".formatted(file, problem.getMessage()));
                      }
                    }));
  }

  /** Reads rules from a file that the person chooses, or a report, which can then be applied. */
  void load() {
    dialogs
        .chooseFile("Open cleaning rules, or a report", "Cleaning rules and reports", "*.json")
        .ifPresent(
            file ->
                tasks.execute(
                    BackgroundTask.of(
                        "Reading " + file.getFileName(), _ -> Files.readAllBytes(file)),
                    new TaskListener<byte[]>() {
                      @Override
                      public void onSuccess(byte[] content) {
                        take(file, content);
                      }

                      @Override
                      public void onFailure(Exception problem) {
                        notifications.problem(
                            "%s could not be read: %s".formatted(file, problem.getMessage()));
                      }
                    }));
  }

  private void take(Path file, byte[] content) {
    String name = String.valueOf(file.getFileName());
    CleaningReport report = new CleaningReport();
    Optional<OpenDataSet> open = session.openDataSet();
    try {
      if (report.isReport(content) && open.isPresent()) {
        List<FaceLabels> before = open.get().document().labelsSnapshot();
        CleaningPlan plan = report.read(name, content, open.get().dataSet(), before);
        use(plan.rules().name(), enabled(plan.rules()));
        outcome.set(Optional.of(new Outcome(open.get(), before, plan, false)));
      } else {
        CleaningRules read = new CleaningRulesFile().read(name, content);
        use(read.name(), enabled(read));
      }
    } catch (IOException problem) {
      notifications.problem(String.valueOf(problem.getMessage()));
    }
  }

  private static List<RuleLine> enabled(CleaningRules rules) {
    return rules.rules().stream().map(rule -> new RuleLine(rule, true)).toList();
  }

  /** What a line's rule does, once it was looked. */
  Optional<CleaningPlan.Count> count(RuleLine line) {
    int position = lines.stream().filter(it -> it.enabledProperty().get()).toList().indexOf(line);
    return position < 0
        ? Optional.empty()
        : outcome.get().map(found -> found.plan().count(position));
  }

  /** Whether the person cleans. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** The rules, switched on or off. */
  ObservableList<RuleLine> lines() {
    return lines;
  }

  /** What was found, and perhaps done; empty until it was looked. */
  ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Whether it is being looked. */
  ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }
}
