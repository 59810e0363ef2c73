package org.keypointstudio.ui.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePredictor;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.thread.UiThread;

/** A session of twenty faces with its training, whose run folders lie in a folder of the test's. */
record TrainFixture(
    StudioSession session,
    MemoryDataSet faces,
    Notifications notifications,
    FakeDialogs dialogs,
    TrainViewModel training) {

  /**
   * A fixture whose data set is not open yet.
   *
   * @param executor trains
   * @param errands does everything else
   */
  static TrainFixture of(
      Trainer trainer, TaskExecutor executor, TaskExecutor errands, UiThread uiThread, Path home) {
    StudioSession session = new StudioSession();
    MemoryDataSet faces = new MemoryDataSet(20);
    Notifications notifications = new Notifications();
    FakeDialogs dialogs = new FakeDialogs();
    TrainViewModel training =
        new TrainViewModel(
            session,
            new TrainServices(
                executor,
                errands,
                trainer,
                new ModelPredictions(
                    session, errands, _ -> new FakePredictor(faces, 1, 3), notifications),
                (_, model) -> newFolder(home, model),
                dialogs,
                uiThread,
                notifications,
                InstantSource.system()));
    return new TrainFixture(session, faces, notifications, dialogs, training);
  }

  private static Path newFolder(Path home, ModelKind model) {
    int number = 1;
    while (Files.exists(home.resolve(model.id() + "-" + number))) {
      number++;
    }
    try {
      return Files.createDirectory(home.resolve(model.id() + "-" + number));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  TrainFixture open() {
    session.open(OpenDataSet.of(faces));
    return this;
  }
}
