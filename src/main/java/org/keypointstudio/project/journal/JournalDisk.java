package org.keypointstudio.project.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Where journals are written: a port, so that tests can let disks fail. */
public interface JournalDisk {

  /**
   * Makes a file that does not exist yet, and its folder. What is written is on the disk, and not
   * only in the system's memory, when this returns.
   *
   * @param content its first bytes
   * @throws IOException if that fails; no file is left then
   */
  Appender create(Path file, byte[] content) throws IOException;

  /**
   * Deletes a file, if it exists, and its folder if nothing else is in it.
   *
   * @throws IOException if that fails
   */
  void delete(Path file) throws IOException;

  /** A file that grows. */
  interface Appender extends Closeable {

    /**
     * Appends bytes. They are on the disk when this returns.
     *
     * @throws IOException if that fails; some of the bytes may have been written
     */
    void append(byte[] bytes) throws IOException;
  }
}
