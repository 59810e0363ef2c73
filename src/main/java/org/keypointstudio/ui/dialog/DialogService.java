package org.keypointstudio.ui.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Every chooser and question. A port: tests and the tour answer without a window system. */
public interface DialogService {

  /**
   * Lets the person choose a data set file to read; empty if nothing was chosen.
   *
   * @param title what it is chosen for
   */
  Optional<Path> chooseDataSet(String title);

  /**
   * Lets the person choose a folder to read or to write in, which may be a new one; empty if
   * nothing was chosen.
   *
   * @param title what it is chosen for
   */
  Optional<Path> chooseFolder(String title);

  /**
   * Lets the person choose a file to read that is not a data set; empty if nothing was chosen.
   *
   * @param title what it is chosen for
   * @param kind what such files are called: "Cleaning rules"
   * @param pattern of their names: "*.json"
   */
  Optional<Path> chooseFile(String title, String kind, String pattern);

  /**
   * Lets the person choose where to write a data set; empty if nothing was chosen.
   *
   * @param suggestion the present file
   */
  Optional<Path> chooseSaveTarget(Path suggestion);

  /**
   * Lets the person choose where to write something that is not a data set; empty if nothing was
   * chosen.
   *
   * @param title what is written: "Export the chart"
   * @param suggestion a file name with the ending of its kind
   */
  Optional<Path> chooseExportTarget(String title, String suggestion);

  /**
   * Asks whether something may be lost for good.
   *
   * @param question "Delete the run cnn 1?"
   * @param consequence what is lost, in a sentence
   * @param action what the button says that does it
   */
  boolean confirmLoss(String question, String consequence, String action);

  /**
   * Lets the person choose one of several things; empty if nothing was chosen.
   *
   * @param title of the dialog
   * @param question one or two sentences
   * @param choices at least one, the most likely one first
   * @return the position of the choice
   */
  Optional<Integer> chooseOne(String title, String question, List<String> choices);

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
