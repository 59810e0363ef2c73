package org.keypointstudio.ui.notes;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keypointstudio.ui.action.ActionControls;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.completion.CompletionPopup;
import org.kordamp.ikonli.javafx.FontIcon;

/** Reviewed or not, tags and the note of the selected face. */
public final class NotesPane extends VBox {
  private static final int NOTE_ROWS = 2;

  private final NotesViewModel viewModel;
  private final FlowPane tags = new FlowPane(6, 6);
  private final TextField newTag = new TextField();

  /**
   * The pane.
   *
   * @param controls makes the button that marks a face and goes on
   */
  public NotesPane(NotesViewModel viewModel, ActionControls controls) {
    super(8);
    this.viewModel = viewModel;
    getStyleClass().add("notes-pane");
    getChildren().addAll(review(controls), tags, note());
    setUpTagField();
    viewModel.tagsProperty().subscribe(this::showTags);
  }

  private Node review(ActionControls controls) {
    CheckBox reviewed = new CheckBox("Reviewed");
    reviewed.setId("face-reviewed");
    reviewed.setTooltip(new Tooltip("You looked at this face and its keypoints are right (K)"));
    reviewed.selectedProperty().bindBidirectional(viewModel.reviewedProperty());
    reviewed.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(newTag, Priority.ALWAYS);
    HBox row = new HBox(12, reviewed, newTag, controls.iconButton(StudioAction.REVIEWED_NEXT));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void setUpTagField() {
    newTag.setId("new-tag");
    newTag.setPromptText("Add a tag");
    newTag.setAccessibleText("Add a tag to the face");
    newTag.setTooltip(new Tooltip("Words to find the face by (T); Enter adds what is typed"));
    newTag.getStyleClass().add(Styles.SMALL);
    newTag.setOnAction(_ -> addTags(newTag.getText()));
    CompletionPopup.install(newTag, () -> viewModel.tagsLike(newTag.getText()), this::addTags);
    viewModel.tagCallsProperty().subscribe((_, _) -> newTag.requestFocus());
  }

  private void addTags(String typed) {
    viewModel.addTags(typed);
    newTag.clear();
  }

  private void showTags() {
    tags.getChildren().setAll(viewModel.tagsProperty().get().stream().map(this::chip).toList());
    tags.setManaged(!tags.getChildren().isEmpty());
  }

  private Node chip(String tag) {
    Label text = new Label(tag);
    Button remove = new Button("", new FontIcon("mdi2c-close"));
    remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    remove.setAccessibleText("Remove the tag " + tag);
    remove.setTooltip(new Tooltip("Remove the tag " + tag));
    remove.setFocusTraversable(false);
    remove.setOnAction(_ -> viewModel.removeTag(tag));
    HBox chip = new HBox(text, remove);
    chip.setAlignment(Pos.CENTER_LEFT);
    chip.getStyleClass().add("tag-chip");
    return chip;
  }

  private Node note() {
    TextArea note = new TextArea();
    note.setId("face-note");
    note.setPromptText("Note about this face");
    note.setAccessibleText("Note about this face");
    note.setPrefRowCount(NOTE_ROWS);
    note.setWrapText(true);
    note.textProperty().bindBidirectional(viewModel.noteProperty());
    return note;
  }
}
