package org.keypointstudio.ui.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.project.cleaning.CleaningPlan;
import org.keypointstudio.project.cleaning.CleaningRule;
import org.keypointstudio.project.cleaning.UndecidedDuplicates;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class CleaningViewModelTest {
  private static final Annotation NOTHING = Annotation.unlabelled(15);
  private static final Annotation NOSE = NOTHING.with(10, Keypoint.visible(48, 50));
  private static final Annotation OUTSIDE = NOSE.with(0, Keypoint.visible(200, 3));

  private @TempDir Path folder;
  private final StudioSession session = new StudioSession();
  private final FakeDialogs dialogs = new FakeDialogs();
  private final Notifications notifications = new Notifications();
  private final CleaningViewModel model =
      new CleaningViewModel(session, new CurrentThreadTaskExecutor(), dialogs, notifications);

  @BeforeEach
  void open_four_faces_of_the_same_image() {
    session.open(OpenDataSet.of(FakeDataSet.of(NOSE, NOTHING, NOSE, OUTSIDE)));
  }

  private AnnotationDocument document() {
    return session.openDataSet().orElseThrow().document();
  }

  private CleaningPlan plan() {
    return model.outcomeProperty().get().orElseThrow().plan();
  }

  private RuleLine line(Class<? extends CleaningRule> kind) {
    return model.lines().stream()
        .filter(line -> kind.isInstance(line.ruleProperty().get()))
        .findFirst()
        .orElseThrow();
  }

  private void letPersonChoose() {
    line(CleaningRule.DifferingDuplicates.class)
        .ruleProperty()
        .set(new CleaningRule.DifferingDuplicates(0, CleaningRule.Resolution.CHOOSE));
  }

  @Test
  void a_look_counts_and_changes_nothing() {
    model.look();

    assertThat(document().isDirty()).isFalse();
    assertThat(model.count(line(CleaningRule.FewPoints.class)).orElseThrow().excluded()).isOne();
    assertThat(model.count(line(CleaningRule.PointsOutside.class)).orElseThrow().points()).isOne();
    assertThat(model.count(line(CleaningRule.IdenticalRows.class)).orElseThrow().excluded())
        .as("the third repeats the first, and so does the last without its point outside")
        .isEqualTo(2);
  }

  @Test
  void applying_is_one_step_that_undo_takes_back() {
    model.look();
    model.apply();

    assertThat(document().labels(1).isExcluded()).isTrue();
    assertThat(document().labels(0).isExcluded()).isFalse();
    assertThat(document().labels(3).annotation()).isEqualTo(NOSE);
    assertThat(document().history()).hasSize(1);
    assertThat(notifications.shown()).last().asString().contains("3 faces are excluded");
    document().undo();
    assertThat(document().isDirty()).isFalse();
  }

  @Test
  void an_edit_or_another_rule_ends_what_was_found() {
    model.look();
    document().setKeypoint(0, 0, Keypoint.visible(1, 1));
    assertThat(model.outcomeProperty().get()).isEmpty();

    model.look();
    line(CleaningRule.IdenticalRows.class).enabledProperty().set(false);
    assertThat(model.outcomeProperty().get()).isEmpty();
    model.apply();
    assertThat(document().history()).hasSize(1);
  }

  @Test
  void a_person_decides_about_duplicates() {
    session.open(
        OpenDataSet.of(
            FakeDataSet.of(NOSE, NOSE.with(10, Keypoint.visible(40, 50)), NOSE, NOTHING)));
    letPersonChoose();
    model.look();
    UndecidedDuplicates group = plan().undecided().getFirst();
    assertThat(group.faces()).as("the third repeats the first").containsExactly(0, 1);

    model.keep(group, 1);
    model.apply();

    assertThat(document().labels(0).isExcluded()).isTrue();
    assertThat(document().labels(1).isExcluded()).isFalse();
  }

  @Test
  void duplicates_may_all_be_kept() {
    session.open(OpenDataSet.of(FakeDataSet.of(NOSE, NOSE.with(10, Keypoint.visible(40, 50)))));
    letPersonChoose();
    model.look();

    model.keepAll(plan().undecided().getFirst());

    assertThat(plan().undecided()).isEmpty();
    assertThat(plan().isEmpty()).isTrue();
  }

  @Test
  void rules_are_saved_and_opened_again() throws IOException {
    Path rules = folder.resolve("rules.json");
    dialogs.willChoose(rules);
    letPersonChoose();
    model.saveRules();
    line(CleaningRule.FewPoints.class).enabledProperty().set(false);

    model.load();

    assertThat(Files.readString(rules)).contains("\"choose\"");
    assertThat(model.lines()).hasSize(5).allMatch(line -> line.enabledProperty().get());
    assertThat(line(CleaningRule.DifferingDuplicates.class).ruleProperty().get())
        .isEqualTo(new CleaningRule.DifferingDuplicates(0, CleaningRule.Resolution.CHOOSE));
  }

  @Test
  void a_report_is_opened_and_applied_again() {
    dialogs.willChoose(folder.resolve("report.json"));
    model.look();
    model.apply();
    model.saveReport();
    var cleaned = document().labelsSnapshot();
    document().undo();

    model.load();
    model.apply();

    assertThat(document().labelsSnapshot()).isEqualTo(cleaned);
  }

  @Test
  void a_file_that_holds_no_rules_is_refused_in_a_sentence() throws IOException {
    dialogs.willChoose(Files.writeString(folder.resolve("rules.json"), "{\"rules\": 1}"));

    model.load();

    assertThat(notifications.shown()).last().asString().contains("rules.json: it needs \"rules\"");
    assertThat(model.lines()).hasSize(6);
  }

  @Test
  void a_data_set_that_is_only_looked_at_is_not_changed() {
    document().setReadOnly(true);
    model.look();
    model.apply();

    assertThat(document().isDirty()).isFalse();
    assertThat(notifications.shown()).last().asString().contains("cannot be cleaned");
  }
}
