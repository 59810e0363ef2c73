package org.keypointstudio.ui.notes;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/** The selected face's review mark, tags and note. Every change can be undone. */
public final class NotesViewModel {
  /** As one step of the history, whatever is typed in one go. */
  static final String WRITE_NOTE = "Write the note";

  private static final int LONGEST_TAG = 60;

  private final StudioSession session;
  private final BooleanProperty reviewed = new SimpleBooleanProperty();
  private final StringProperty note = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<String>> tags = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyLongWrapper tagCalls = new ReadOnlyLongWrapper();
  private boolean showing;

  /** The notes of a session's selected face. */
  public NotesViewModel(StudioSession session) {
    this.session = session;
    session.selectedFaceProperty().subscribe(this::show);
    session.revisionProperty().subscribe(this::show);
    reviewed.subscribe((_, now) -> onReviewed(now));
    note.subscribe((_, now) -> onNote(now));
  }

  private void show() {
    FaceNotes present = present();
    showing = true;
    reviewed.set(present.reviewed());
    note.set(present.note());
    tags.set(List.copyOf(present.tags()));
    showing = false;
  }

  private FaceNotes present() {
    return document()
        .map(open -> open.labels(session.selectedFaceProperty().get()).notes())
        .orElse(FaceNotes.NONE);
  }

  private Optional<AnnotationDocument> document() {
    return session
        .openDataSet()
        .map(OpenDataSet::document)
        .filter(_ -> session.selectedFaceProperty().get() != StudioSession.NONE);
  }

  private void onReviewed(boolean now) {
    if (!showing) {
      change(notes -> notes.withReviewed(now), now ? "Mark as reviewed" : "Mark as not reviewed");
    }
  }

  private void onNote(String now) {
    if (!showing) {
      change(notes -> notes.withNote(now), WRITE_NOTE);
    }
  }

  private void change(UnaryOperator<FaceNotes> edit, String text) {
    int face = session.selectedFaceProperty().get();
    document()
        .ifPresent(
            open -> {
              FaceLabels labels = open.labels(face);
              open.setLabels(face, labels.withNotes(edit.apply(labels.notes())), text);
            });
  }

  /** The selected face is right as it is: marks it, and shows the next one. */
  public void reviewedAndNext() {
    reviewed.set(true);
    session.stepFace(1);
  }

  /**
   * Gives the selected face a tag. Nothing happens if it has it already.
   *
   * @param wish spaces around it do not count; a comma separates several
   */
  public void addTags(String wish) {
    TreeSet<String> added = new TreeSet<>();
    for (String part : wish.split(",", -1)) {
      String tag = part.strip().replaceAll("\\s+", " ");
      if (!tag.isEmpty()) {
        added.add(tag.substring(0, Math.min(LONGEST_TAG, tag.length())));
      }
    }
    if (!added.isEmpty()) {
      change(
          notes -> {
            TreeSet<String> all = new TreeSet<>(notes.tags());
            all.addAll(added);
            return notes.withTags(all);
          },
          "Tag " + String.join(", ", added));
    }
  }

  /** Takes a tag off the selected face. */
  public void removeTag(String tag) {
    change(
        notes -> {
          TreeSet<String> left = new TreeSet<>(notes.tags());
          left.remove(tag);
          return notes.withTags(left);
        },
        "Remove tag " + tag);
  }

  /** The tags of other faces that begin with what is typed, and that the selected one lacks. */
  public List<String> tagsLike(String typed) {
    List<String> own = tags.get();
    return session.openDataSet().stream()
        .flatMap(open -> open.document().tags().stream())
        .filter(tag -> tag.startsWith(typed.strip()) && !own.contains(tag))
        .toList();
  }

  /** Whether a person found the selected face right. */
  public BooleanProperty reviewedProperty() {
    return reviewed;
  }

  /** The selected face's note; each change is kept at once. */
  public StringProperty noteProperty() {
    return note;
  }

  /** The selected face's tags, in order. */
  public ReadOnlyObjectProperty<List<String>> tagsProperty() {
    return tags.getReadOnlyProperty();
  }

  /** The person wants to type a tag. */
  public void callForTag() {
    tagCalls.set(tagCalls.get() + 1);
  }

  /** Grows with each {@link #callForTag}. */
  public ReadOnlyLongProperty tagCallsProperty() {
    return tagCalls.getReadOnlyProperty();
  }
}
