package org.keypointstudio.ui.dialog;

import java.nio.file.Path;
import java.util.Optional;

/** Every chooser and question. A port: tests and the tour answer without a window system. */
public interface DialogService {

  /** Lets the person choose a data set file to open; empty if nothing was chosen. */
  Optional<Path> chooseDataSet();

  /**
   * Lets the person choose where to write a data set; empty if nothing was chosen.
   *
   * @param suggestion the present file
   */
  Optional<Path> chooseSaveTarget(Path suggestion);

  /** Asks what becomes of unsaved changes before they would be lost. */
  UnsavedChoice askAboutUnsavedChanges(String fileName);

  /** Shows that something went wrong that the person should know of before going on. */
  void showProblem(String title, String sentence);

  /** What becomes of unsaved changes. */
  enum UnsavedChoice {
    /** Write them first. */
    SAVE,
    /** Lose them. */
    DISCARD,
    /** Do not do what would lose them. */
    CANCEL
  }
}
