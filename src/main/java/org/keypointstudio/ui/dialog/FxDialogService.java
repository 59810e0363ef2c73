package org.keypointstudio.ui.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceDialog;
import javafx.scene.control.TextArea;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's file choosers, and the program's own questions. */
public final class FxDialogService implements DialogService {
  private final Window owner;
  private @Nullable File lastFolder;

  /** Dialogs over a window. */
  public FxDialogService(Window owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> chooseDataSet(String title) {
    return chooseToOpen(
        title,
        new FileChooser.ExtensionFilter(
            "Keypoint data sets",
            "*.csv",
            "*.csv.gz",
            "*.gz",
            "*.zip",
            "*.json",
            "*.ljson",
            "*.xml",
            "*.pts",
            "*.yaml",
            "*.slp",
            "*.yml"));
  }

  @Override
  public Optional<Path> chooseFile(String title, String kind, String pattern) {
    return chooseToOpen(title, new FileChooser.ExtensionFilter(kind, pattern));
  }

  private Optional<Path> chooseToOpen(String title, FileChooser.ExtensionFilter kind) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().addAll(kind, new FileChooser.ExtensionFilter("All files", "*"));
    if (lastFolder != null && lastFolder.isDirectory()) {
      chooser.setInitialDirectory(lastFolder);
    }
    return remembered(chooser.showOpenDialog(owner));
  }

  @Override
  public Optional<Path> chooseFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    if (lastFolder != null && lastFolder.isDirectory()) {
      chooser.setInitialDirectory(lastFolder);
    }
    return remembered(chooser.showDialog(owner));
  }

  @Override
  public Optional<Path> chooseSaveTarget(Path suggestion) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save the data set as");
    chooser.setInitialFileName(String.valueOf(suggestion.getFileName()));
    Path folder = suggestion.toAbsolutePath().getParent();
    if (folder != null && folder.toFile().isDirectory()) {
      chooser.setInitialDirectory(folder.toFile());
    }
    return remembered(chooser.showSaveDialog(owner));
  }

  @Override
  public Optional<Path> chooseExportTarget(String title, String suggestion) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(suggestion);
    if (lastFolder != null && lastFolder.isDirectory()) {
      chooser.setInitialDirectory(lastFolder);
    }
    return remembered(chooser.showSaveDialog(owner));
  }

  @Override
  public boolean confirmLoss(String question, String consequence, String action) {
    ButtonType go = new ButtonType(action, ButtonBar.ButtonData.OK_DONE);
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, consequence, go, ButtonType.CANCEL);
    alert.initOwner(owner);
    alert.setTitle(action);
    alert.setHeaderText(question);
    return alert.showAndWait().filter(answer -> answer == go).isPresent();
  }

  @Override
  public Optional<Integer> chooseOne(String title, String question, List<String> choices) {
    ChoiceDialog<String> dialog = new ChoiceDialog<>(choices.getFirst(), choices);
    dialog.initOwner(owner);
    dialog.setTitle(title);
    dialog.setHeaderText(question);
    return dialog.showAndWait().map(choices::indexOf);
  }

  private Optional<Path> remembered(@Nullable File chosen) {
    if (chosen == null) {
      return Optional.empty();
    }
    lastFolder = chosen.getParentFile();
    return Optional.of(chosen.toPath());
  }

  @Override
  public UnsavedChoice askAboutUnsavedChanges(String fileName) {
    ButtonType save = new ButtonType("Save", ButtonBar.ButtonData.YES);
    ButtonType discard = new ButtonType("Don't save", ButtonBar.ButtonData.NO);
    Alert alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            "Your changes will be lost if you don't save them.",
            save,
            discard,
            ButtonType.CANCEL);
    alert.initOwner(owner);
    alert.setTitle("Unsaved changes");
    alert.setHeaderText("Save the changes to %s?".formatted(fileName));
    ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
    if (answer == save) {
      return UnsavedChoice.SAVE;
    }
    return answer == discard ? UnsavedChoice.DISCARD : UnsavedChoice.CANCEL;
  }

  @Override
  public void showProblem(String title, String sentence) {
    Alert alert = new Alert(Alert.AlertType.ERROR);
    alert.initOwner(owner);
    alert.setTitle(title);
    alert.setHeaderText(title);
    TextArea text = new TextArea(sentence);
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefRowCount(4);
    alert.getDialogPane().setContent(text);
    alert.show();
  }
}
