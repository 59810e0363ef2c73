package org.keypointstudio.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows the window. The port behind which the user interface lives. */
public interface WindowOpener {

  /**
   * Shows the window and returns when the person has closed it.
   *
   * @param data to open at once, if any
   * @throws Exception if there can be no window; the message is a sentence for the person
   */
  void open(Optional<Path> data) throws Exception;

  /**
   * Goes through the main job in the window without a person and writes a picture of each stage.
   *
   * @param data to work on; it is not changed
   * @param out folder for the pictures; made if it is not there
   * @param trainingTime for the CNN; the fully connected network gets a third of it
   * @param guide whether to go through what only the user guide shows, too
   * @param report takes a sentence about each stage
   * @throws IOException if a stage fails; the message is a sentence for the person
   * @throws Exception if something went wrong that should not
   */
  void tour(Path data, Path out, Duration trainingTime, boolean guide, Consumer<String> report)
      throws Exception;
}
