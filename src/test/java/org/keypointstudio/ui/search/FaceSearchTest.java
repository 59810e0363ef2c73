package org.keypointstudio.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.LateTaskExecutor;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.FaceFilter;
import org.keypointstudio.ui.session.ImageMeasurer;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class FaceSearchTest {
  private static final int NOSE_TIP = 10;

  private final StudioSession session = new StudioSession();
  private final LateTaskExecutor tasks = new LateTaskExecutor();
  private final FaceSearch search =
      new FaceSearch(session, new ImageMeasurer(session, tasks, new Notifications()));

  @BeforeEach
  void open_three_faces_of_which_one_has_a_nose() {
    session.open(dataSet());
  }

  private static OpenDataSet dataSet() {
    Annotation empty = Annotation.unlabelled(15);
    return OpenDataSet.of(
        new FakeDataSet(
            Path.of("faces.csv"),
            List.of(empty, empty.with(NOSE_TIP, Keypoint.visible(48, 57)), empty)));
  }

  private void type(String text) {
    search.textProperty().set(text);
    search.apply();
  }

  @Test
  void shows_the_faces_that_are_looked_for() {
    type("missing:nose_tip");

    assertThat(session.shownFaces()).containsExactly(0, 2);
    search.showAll();
    assertThat(session.shownFaces()).containsExactly(0, 1, 2);
  }

  @Test
  void shows_the_faces_as_before_until_the_images_are_measured() {
    type("brightness>1");
    assertThat(session.shownFaces()).containsExactly(0, 1, 2);

    tasks.runAll();

    assertThat(session.shownFaces()).isEmpty();
    type("duplicate:yes");
    tasks.runAll();
    assertThat(session.shownFaces()).containsExactly(0, 1, 2);
  }

  @Test
  void forgets_what_had_to_wait_when_something_else_is_typed() {
    type("brightness>1");
    type("missing:nose_tip");

    tasks.runAll();

    assertThat(session.shownFaces()).containsExactly(0, 2);
  }

  @Test
  void looks_among_the_faces_that_pass_the_filter() {
    session.filterProperty().set(FaceFilter.UNSAVED);
    session.openDataSet().orElseThrow().document().setKeypoint(2, 0, Keypoint.visible(1, 1));
    session.refilter();

    type("missing:nose_tip");

    assertThat(session.shownFaces()).containsExactly(2);
  }

  @Test
  void what_makes_no_sense_is_told_and_changes_nothing() {
    type("missing:nose_tip");

    type("missing:ear");

    assertThat(search.problemProperty().get()).startsWith("There is no keypoint \"ear\"");
    assertThat(session.shownFaces()).containsExactly(0, 2);
    type("row=1");
    assertThat(search.problemProperty().get()).isEmpty();
    assertThat(session.shownFaces()).containsExactly(1);
  }

  @Test
  void a_face_that_no_longer_fits_stays_until_it_is_looked_for_anew() {
    type("missing:nose_tip");

    session.openDataSet().orElseThrow().document().setKeypoint(0, NOSE_TIP, Keypoint.visible(1, 1));
    assertThat(session.shownFaces()).containsExactly(0, 2);
    search.apply();

    assertThat(session.shownFaces()).containsExactly(2);
  }

  @Test
  void another_data_set_begins_with_all_its_faces() {
    type("missing:ear");

    session.open(dataSet());

    assertThat(search.textProperty().get()).isEmpty();
    assertThat(search.problemProperty().get()).isEmpty();
    assertThat(session.shownFaces()).hasSize(3);
  }

  @Test
  void offers_a_screenful_of_words() {
    search.textProperty().set("");
    assertThat(search.completions()).hasSize(12).contains("reviewed:no");
    search.textProperty().set("missing:nose");
    assertThat(search.completions()).containsExactly("missing:nose_tip");
    session.close();
    assertThat(search.completions()).isEmpty();
  }
}
