package org.keypointstudio.ui.fake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.DataSetStore;
import org.keypointstudio.project.audit.Auditor;
import org.keypointstudio.project.journal.JournalFolders;
import org.keypointstudio.project.settings.SettingsStore;
import org.keypointstudio.project.shipped.ShippedData;
import org.keypointstudio.ui.shell.StudioPorts;
import org.keypointstudio.ui.thread.FxUiThread;

/** What a window needs from outside, where nobody trains or predicts. */
public final class FakePorts {
  private FakePorts() {}

  /**
   * Ports whose work is done at once.
   *
   * @param home takes the settings, and what belongs to data sets
   */
  public static StudioPorts of(DataSetStore store, FakeDialogs dialogs, Path home) {
    return of(
        store,
        dialogs,
        home,
        (faces, labels, groups, settings, context) -> {
          throw new AssertionError("nobody audits here");
        });
  }

  /**
   * Ports whose work is done at once.
   *
   * @param home takes the settings, and what belongs to data sets
   * @param auditor judges labels
   */
  public static StudioPorts of(
      DataSetStore store, FakeDialogs dialogs, Path home, Auditor auditor) {
    return new StudioPorts(
        store,
        (config, faces, folder, listener, control) -> {
          throw new AssertionError("nobody trains here");
        },
        folder -> {
          throw new AssertionError("nobody predicts here");
        },
        (folder, size, images, context) -> {
          throw new AssertionError("nobody asks models here");
        },
        auditor,
        new SettingsStore(home.resolve("settings.json")),
        dialogs,
        Runnable::run,
        Runnable::run,
        path -> FakeWindow.project(path, home),
        path ->
            JournalFolders.of(
                path, FakeWindow.project(path, home), home, home.resolve("temporary")),
        List::of,
        FakeShipped.none(home),
        new ShippedData(Optional.empty(), home),
        new FxUiThread());
  }

  /** The same ports with sample data. */
  public static StudioPorts withSamples(StudioPorts ports, ShippedData samples) {
    return new StudioPorts(
        ports.store(),
        ports.trainer(),
        ports.loader(),
        ports.extractor(),
        ports.auditor(),
        ports.settings(),
        ports.dialogs(),
        ports.workers(),
        ports.writer(),
        ports.projects(),
        ports.journals(),
        ports.log(),
        ports.models(),
        samples,
        ports.uiThread());
  }
}
