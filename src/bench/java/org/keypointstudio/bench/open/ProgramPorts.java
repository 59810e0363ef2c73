package org.keypointstudio.bench.open;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.shell.StudioPorts;

/** What the program's window needs from outside, where nobody trains, predicts or chooses files. */
public final class ProgramPorts {
  private ProgramPorts() {}

  /**
   * Ports whose work is done in the background, as the program's.
   *
   * @param home takes the settings, and what belongs to data sets
   */
  public static StudioPorts in(Path home) {
    StudioPorts fake = FakePorts.of(new DataSetFiles(), new FakeDialogs(), home);
    return new StudioPorts(
        fake.store(),
        fake.trainer(),
        fake.loader(),
        fake.extractor(),
        fake.auditor(),
        fake.settings(),
        fake.dialogs(),
        Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors())),
        Executors.newSingleThreadExecutor(),
        fake.projects(),
        fake.journals(),
        fake.log(),
        fake.models(),
        fake.samples(),
        fake.uiThread());
  }
}
