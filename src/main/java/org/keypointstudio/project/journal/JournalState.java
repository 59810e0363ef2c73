package org.keypointstudio.project.journal;

import java.nio.file.Path;
import java.time.Instant;

/** How a journal stands. */
public sealed interface JournalState {

  /** There is nothing to keep: all labels are in the data file. */
  record Empty() implements JournalState {}

  /** A change is being written; the disk takes its time. */
  record Writing() implements JournalState {}

  /**
   * All changes are on the disk.
   *
   * @param time of the last one
   * @param file where
   * @param elsewhere why it is not in the project folder; empty if it is
   */
  record Kept(Instant time, Path file, String elsewhere) implements JournalState {}

  /**
   * Changes are only in memory, since no place can be written.
   *
   * @param reason what is wrong with the last place that was tried
   */
  record Failing(String reason) implements JournalState {}
}
