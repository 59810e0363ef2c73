package org.keypointstudio.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.keypointstudio.dataset.statistics.LabelStatistics;
import org.keypointstudio.project.journal.JournalState;
import org.keypointstudio.ui.safety.JournalText;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.task.RunningTask;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line at the window's foot: faces shown, share labelled, saved or not, and what runs. */
final class StatusBar extends HBox {
  private static final PseudoClass ALARMING = PseudoClass.getPseudoClass("alarming");
  private static final int MOST_TASKS = 2;
  private static final double PROGRESS_WIDTH = 96;
  private static final double LONGEST_TITLE = 240;

  private final StudioSession session;
  private final Label faces = new Label();
  private final Label labelled = new Label();
  private final Label saved = new Label();
  private final Label journal = new Label();
  private final HBox tasks = new HBox(24);
  private boolean stale = true;

  StatusBar(
      StudioSession session,
      ObservableStringValue searchProblem,
      ObservableList<RunningTask> running,
      ObservableValue<JournalState> journalState) {
    super(24);
    this.session = session;
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    Region spring = new Region();
    setHgrow(spring, Priority.ALWAYS);
    tasks.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(faces, unclear(searchProblem), labelled, saved, journal, spring, tasks);
    for (Label label : List.of(faces, labelled, saved)) {
      label.setMinWidth(USE_PREF_SIZE);
    }
    journal.setId("journal-state");
    journal.setMinWidth(0);
    journal.managedProperty().bind(journal.textProperty().isNotEmpty());
    journalState.subscribe(this::showJournal);
    tasks.setMinWidth(0);
    session.revisionProperty().subscribe(this::countAgain);
    session.shownFaces().addListener((ListChangeListener<Integer>) _ -> countAgain());
    running.addListener((ListChangeListener<RunningTask>) _ -> showTasks(running));
  }

  private void showJournal(JournalState state) {
    journal.setText(JournalText.brief(state));
    String explanation = JournalText.explanation(state);
    journal.setTooltip(explanation.isEmpty() ? null : new Tooltip(explanation));
    journal.pseudoClassStateChanged(ALARMING, JournalText.isAlarming(state));
  }

  /** Why the filter is not understood, beside how many faces are shown. */
  private static Label unclear(ObservableStringValue searchProblem) {
    Label problem = new Label();
    problem.getStyleClass().add(Styles.DANGER);
    problem.setMinWidth(0);
    problem.textProperty().bind(searchProblem);
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    return problem;
  }

  private void countAgain() {
    stale = true;
    requestLayout();
  }

  /** Counts anew at most once a frame, and only if there is something new. */
  @Override
  protected void layoutChildren() {
    if (stale) {
      stale = false;
      session.openDataSet().ifPresentOrElse(this::describe, this::describeNothing);
    }
    super.layoutChildren();
  }

  private void showTasks(List<RunningTask> running) {
    List<Node> nodes = new ArrayList<>();
    running.stream().limit(MOST_TASKS).map(StatusBar::taskNode).forEach(nodes::add);
    if (running.size() > MOST_TASKS) {
      nodes.add(more(running.stream().skip(MOST_TASKS).toList()));
    }
    tasks.getChildren().setAll(nodes);
  }

  /** What else runs, and can be cancelled too. */
  private static MenuButton more(List<RunningTask> others) {
    MenuButton more = new MenuButton("+%d".formatted(others.size()));
    more.setId("more-tasks");
    more.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    more.setMinWidth(USE_PREF_SIZE);
    more.setTooltip(new Tooltip("What else runs"));
    for (RunningTask task : others) {
      MenuItem item = new MenuItem("Cancel: " + task.title());
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> task.cancel());
      more.getItems().add(item);
    }
    return more;
  }

  private void describe(OpenDataSet open) {
    LabelStatistics statistics =
        LabelStatistics.of(open.document().schema(), open.document().snapshot());
    faces.setText("%,d of %,d faces".formatted(session.shownFaces().size(), statistics.faces()));
    labelled.setText("%.1f %% labelled".formatted(100 * statistics.labelledShare()));
    int unsaved = open.document().unsavedLabels().size();
    saved.setText(
        unsaved == 0
            ? "All changes saved"
            : "%,d %s not saved".formatted(unsaved, unsaved == 1 ? "face" : "faces"));
  }

  private void describeNothing() {
    faces.setText("No data set");
    labelled.setText("");
    saved.setText("");
  }

  private static Node taskNode(RunningTask task) {
    Label title = new Label();
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    task.remainingProperty().get().isEmpty()
                        ? task.title()
                        : "%s · %s".formatted(task.title(), task.remainingProperty().get()),
                task.remainingProperty()));
    Tooltip message = new Tooltip();
    message.textProperty().bind(task.messageProperty());
    title.setTooltip(message);
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(PROGRESS_WIDTH);
    bar.setMinWidth(PROGRESS_WIDTH);
    title.setMaxWidth(LONGEST_TITLE);
    title.setMinWidth(0);
    bar.progressProperty().bind(task.fractionProperty());
    Button cancel = new Button(null, new FontIcon("mdi2c-close"));
    cancel.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    cancel.setTooltip(new Tooltip("Cancel"));
    cancel.setAccessibleText("Cancel " + task.title());
    cancel.setOnAction(_ -> task.cancel());
    cancel.setMinWidth(USE_PREF_SIZE);
    HBox node = new HBox(8, title, bar, cancel);
    node.setAlignment(Pos.CENTER_RIGHT);
    return node;
  }
}
