package org.keypointstudio.ui.safety;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.keypointstudio.project.journal.EditJournal;
import org.keypointstudio.project.journal.JournalDisk;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.ui.thread.UiThread;

/**
 * What keeping labels safe needs from outside.
 *
 * @param labels opens and saves data sets with their marks
 * @param journals the folders for journals of a data set, the preferred one first
 * @param disk where journals are written
 * @param writer runs short writes, one at a time and in order
 * @param workers runs what may take long
 * @param uiThread the window's thread
 * @param clock for the times of changes
 */
public record SafetyPorts(
    LabelStore labels,
    Function<Path, List<Path>> journals,
    JournalDisk disk,
    Executor writer,
    Executor workers,
    UiThread uiThread,
    InstantSource clock) {

  /** The ports of a journal. */
  EditJournal.Ports journal() {
    return new EditJournal.Ports(disk, writer, clock);
  }
}
