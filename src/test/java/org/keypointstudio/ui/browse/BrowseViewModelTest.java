package org.keypointstudio.ui.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.project.views.SavedView;
import org.keypointstudio.project.views.SavedViews;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.LateTaskExecutor;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.search.FaceSearch;
import org.keypointstudio.ui.session.FaceFilter;
import org.keypointstudio.ui.session.ImageMeasurer;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class BrowseViewModelTest {
  private static final Annotation EMPTY = Annotation.unlabelled(15);
  private static final Annotation ONE = EMPTY.with(10, Keypoint.visible(48, 57));
  private static final Annotation TWO = ONE.with(0, Keypoint.visible(66, 37));

  private @TempDir Path folder;
  private final StudioSession session = new StudioSession();
  private final LateTaskExecutor tasks = new LateTaskExecutor();
  private final Notifications notifications = new Notifications();
  private final ImageMeasurer measurer = new ImageMeasurer(session, tasks, notifications);
  private final FaceSearch search = new FaceSearch(session, measurer);
  private final BrowseViewModel browsing = new BrowseViewModel(session, measurer, notifications);

  @BeforeEach
  void open_faces_with_one_two_and_no_labels() {
    session.open(OpenDataSet.of(FakeDataSet.of(ONE, TWO, EMPTY)));
  }

  private SavedViewsViewModel views() {
    return new SavedViewsViewModel(
        session,
        search,
        browsing,
        new CurrentThreadTaskExecutor(),
        _ -> new SavedViews(folder.resolve("views.json")),
        notifications);
  }

  @Test
  void sorts_what_every_workspace_shows() {
    browsing.sortBy("-labelled");
    assertThat(session.shownFaces()).containsExactly(1, 0, 2);

    browsing.sortBy("");
    assertThat(session.shownFaces()).containsExactly(0, 1, 2);
  }

  @Test
  void sorts_by_images_once_they_are_measured() {
    browsing.sortBy("-brightness");
    assertThat(session.orderProperty().get().text()).isEqualTo("row");

    tasks.runAll();

    assertThat(session.orderProperty().get().text()).isEqualTo("-brightness");
    assertThat(browsing.text(column("brightness"), 0)).isEqualTo("0");
  }

  @Test
  void the_last_order_that_was_asked_for_holds() {
    browsing.sortBy("brightness");
    browsing.sortBy("labelled");

    tasks.runAll();

    assertThat(session.orderProperty().get().text()).isEqualTo("labelled");
  }

  private FaceColumn column(String key) {
    return browsing.columns().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void tells_of_each_face_what_is_known() {
    assertThat(browsing.text(column("row"), 1)).isEqualTo("2");
    assertThat(browsing.text(column("labelled"), 1)).isEqualTo("2");
    assertThat(browsing.text(column("missing"), 0)).isEqualTo("14 keypoints");
    assertThat(browsing.text(column("sharpness"), 0)).isEmpty();
    session.close();
    assertThat(browsing.columns()).isEmpty();
  }

  @Test
  void a_view_brings_back_filter_query_and_order() {
    SavedViewsViewModel views = views();
    session.filterProperty().set(FaceFilter.MISSING);
    search.textProperty().set("labelled>0");
    search.apply();
    browsing.sortBy("-labelled");
    views.save(" most first ");
    search.showAll();
    session.filterProperty().set(FaceFilter.ALL);
    browsing.sortBy("");

    views.show(views.views().getFirst());

    assertThat(views.views()).extracting(SavedView::name).containsExactly("most first");
    assertThat(session.shownFaces()).containsExactly(1, 0);
    assertThat(search.textProperty().get()).isEqualTo("labelled>0");
    assertThat(session.filterProperty().get()).isEqualTo(FaceFilter.MISSING);
  }

  @Test
  void views_are_there_again_when_the_data_set_is_opened_again() {
    views().save("all");
    session.open(OpenDataSet.of(FakeDataSet.of(ONE)));

    SavedViewsViewModel later = views();

    assertThat(later.views()).extracting(SavedView::name).containsExactly("all");
    later.remove(later.views().getFirst());
    assertThat(views().views()).isEmpty();
  }

  @Test
  void a_second_view_of_a_name_takes_the_place_of_the_first() {
    SavedViewsViewModel views = views();
    views.save("mine");
    browsing.sortBy("name");
    views.save("mine");
    views.save("  ");

    assertThat(views.views()).containsExactly(new SavedView("mine", "", "", "name"));
  }

  @Test
  void a_file_of_views_that_cannot_be_read_is_told() throws IOException {
    Files.writeString(folder.resolve("views.json"), "[]");

    SavedViewsViewModel views = views();

    assertThat(views.views()).isEmpty();
    assertThat(notifications.shown())
        .anySatisfy(it -> assertThat(it.message()).contains("views.json"));
  }

  @Test
  void a_view_that_asks_for_a_model_that_is_gone_says_so() {
    views().show(new SavedView("worst", "NO_SUCH_FILTER", "", "-error(cnn 1)"));

    assertThat(notifications.shown())
        .anySatisfy(it -> assertThat(it.message()).contains("There is no model \"cnn 1\""));
    assertThat(session.shownFaces()).isEqualTo(List.of(0, 1, 2));
  }
}
