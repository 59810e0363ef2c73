package org.keypointstudio.ui.fake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.ui.dialog.DialogService;

/** Answers questions as a test tells it to. */
public final class FakeDialogs implements DialogService {
  private final List<String> questions = new ArrayList<>();
  private final List<Path> inTurn = new ArrayList<>();
  private final List<Integer> entriesInTurn = new ArrayList<>();
  private Optional<Path> choice = Optional.empty();
  private int entry;
  private boolean losing;
  private UnsavedChoice unsavedChoice = UnsavedChoice.CANCEL;

  /** The person will choose this file. */
  public void willChoose(Path path) {
    choice = Optional.of(path);
  }

  /** The person will choose these files, one after the other. */
  public void willChooseInTurn(Path... files) {
    inTurn.addAll(List.of(files));
  }

  /** The person will choose the entry at this position of a list. */
  public void willChooseEntry(int position) {
    entry = position;
  }

  /** The person will choose the entries at these positions of lists, one after the other. */
  public void willChooseEntriesInTurn(Integer... positions) {
    entriesInTurn.addAll(List.of(positions));
  }

  /** The person will answer this when changes are about to be lost. */
  public void willAnswer(UnsavedChoice answer) {
    unsavedChoice = answer;
  }

  /** The person will agree to losing things for good. */
  public void willAgreeToLosses() {
    losing = true;
  }

  /** The files whose unsaved changes were asked about. */
  public List<String> questions() {
    return questions;
  }

  @Override
  public Optional<Path> chooseDataSet(String title) {
    return inTurn.isEmpty() ? choice : Optional.of(inTurn.removeFirst());
  }

  @Override
  public Optional<Path> chooseFolder(String title) {
    return choice;
  }

  @Override
  public Optional<Path> chooseFile(String title, String kind, String pattern) {
    return choice;
  }

  @Override
  public Optional<Path> chooseSaveTarget(Path suggestion) {
    return choice;
  }

  @Override
  public Optional<Path> chooseExportTarget(String title, String suggestion) {
    return choice;
  }

  @Override
  public boolean confirmLoss(String question, String consequence, String action) {
    questions.add(question);
    return losing;
  }

  @Override
  public Optional<Integer> chooseOne(String title, String question, List<String> choices) {
    questions.add(question);
    return Optional.of(entriesInTurn.isEmpty() ? entry : entriesInTurn.removeFirst());
  }

  @Override
  public UnsavedChoice askAboutUnsavedChanges(String fileName) {
    questions.add(fileName);
    return unsavedChoice;
  }

  @Override
  public void showProblem(String title, String sentence) {
    questions.add(sentence);
  }
}
