package org.keypointstudio.ui.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.project.shipped.ShippedModel;
import org.keypointstudio.project.shipped.ShippedModels;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeShipped;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class StartersViewModelTest {
  private final StudioSession session = new StudioSession();
  private final Notifications notifications = new Notifications();
  private final List<ModelEntry> predicted = new ArrayList<>();
  private @TempDir Path folder;
  private StartersViewModel starters;

  @BeforeEach
  void ship() throws IOException {
    ShippedModels shipped = FakeShipped.one(folder);
    starters =
        new StartersViewModel(
            session, shipped, new CurrentThreadTaskExecutor(), predicted::add, notifications);
  }

  private void openFaces() {
    FakeDataSet faces = new FakeDataSet(Path.of("faces.csv"), List.of(Annotation.unlabelled(15)));
    session.open(OpenDataSet.of(faces));
  }

  private ShippedModel offered() {
    return starters.offered().getFirst();
  }

  @Test
  void models_for_the_keypoints_of_the_data_set_are_offered_and_none_is_loaded() {
    assertThat(starters.offered()).isEmpty();

    openFaces();

    assertThat(starters.offered()).extracting(ShippedModel::name).containsExactly("small");
    assertThat(session.models()).isEmpty();
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void one_that_is_taken_predicts_and_is_no_longer_offered() {
    openFaces();

    starters.use(offered());

    assertThat(session.models()).extracting(ModelEntry::name).containsExactly("Starter: small");
    assertThat(session.models().getFirst().isStarter()).isTrue();
    assertThat(predicted).containsExactlyElementsOf(session.models());
    assertThat(starters.offered()).isEmpty();
  }

  @Test
  void one_that_is_let_go_of_is_offered_again() {
    openFaces();
    starters.use(offered());

    session.models().clear();

    assertThat(starters.offered()).hasSize(1);
  }

  @Test
  void nothing_is_offered_once_the_data_set_is_closed() {
    openFaces();

    session.close();

    assertThat(starters.offered()).isEmpty();
  }

  @Test
  void a_home_that_cannot_be_written_is_told() throws IOException {
    openFaces();
    Files.writeString(folder.resolve("home"), "a file where the folder should be");

    starters.use(offered());

    assertThat(session.models()).isEmpty();
    assertThat(notifications.shown().getFirst().message()).contains("cannot be laid out in");
  }
}
