package org.keypointstudio.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

/**
 * The annotations of a data set under edit. Every mutation is a {@link Change}, can be undone, and
 * is told to the listeners. Confined to one thread; {@link #snapshot} gives other threads an
 * immutable copy.
 */
public final class AnnotationDocument {
  private final KeypointSchema schema;
  private final List<Annotation> annotations;
  private final List<Annotation> saved;

  /** The faces whose annotation differs from the saved one. */
  private final Map<Integer, Annotation> unsaved = new HashMap<>();

  private final UndoHistory history = new UndoHistory();
  private final List<DocumentListener> listeners = new CopyOnWriteArrayList<>();

  /**
   * A document without changes.
   *
   * @param loaded one annotation a face, as they are on disk
   */
  public AnnotationDocument(KeypointSchema schema, List<Annotation> loaded) {
    this.schema = schema;
    this.annotations = new ArrayList<>(loaded);
    this.saved = new ArrayList<>(loaded);
  }

  /** Which keypoints the annotations have. */
  public KeypointSchema schema() {
    return schema;
  }

  /** The number of faces. */
  public int size() {
    return annotations.size();
  }

  /** The present annotation of a face. */
  public Annotation annotation(int faceIndex) {
    return annotations.get(faceIndex);
  }

  /** All present annotations, in the data set's order: a copy that later changes do not reach. */
  public List<Annotation> snapshot() {
    return List.copyOf(annotations);
  }

  /** Places, moves, clears or re-marks a keypoint. Nothing happens if it is so already. */
  public void setKeypoint(int faceIndex, int keypointIndex, Keypoint keypoint) {
    apply(
        new KeypointChange(
            faceIndex, keypointIndex, annotation(faceIndex).keypoint(keypointIndex), keypoint));
  }

  /** Makes a change. Nothing happens if it changes nothing. */
  public void apply(Change change) {
    if (change.isIdentity()) {
      return;
    }
    perform(change);
    history.add(change);
    tell(new DocumentEvent.Changed(change));
  }

  /** The next change is a step of its own in the history, even if it moves the same keypoint on. */
  public void endStep() {
    history.preventMerge();
  }

  /** Takes the last change back; gives the change that no longer holds. */
  public Optional<Change> undo() {
    Optional<Change> change = history.stepBack();
    change.ifPresent(
        undone -> {
          perform(undone.inverse());
          tell(new DocumentEvent.Undone(undone));
        });
    return change;
  }

  /** Makes the last undone change again; gives it. */
  public Optional<Change> redo() {
    Optional<Change> change = history.stepForward();
    change.ifPresent(
        redone -> {
          perform(redone);
          tell(new DocumentEvent.Redone(redone));
        });
    return change;
  }

  private void perform(Change change) {
    int face = change.faceIndex();
    Annotation after = change.applyTo(annotations.get(face));
    annotations.set(face, after);
    updateUnsaved(face);
  }

  private void updateUnsaved(int face) {
    if (annotations.get(face).equals(saved.get(face))) {
      unsaved.remove(face);
    } else {
      unsaved.put(face, annotations.get(face));
    }
  }

  /** Whether there is something to undo. */
  public boolean canUndo() {
    return history.canStepBack();
  }

  /** Whether there is something to redo. */
  public boolean canRedo() {
    return history.canStepForward();
  }

  /** All changes since the document was made, also those that are undone, oldest first. */
  public List<Change> history() {
    return history.changes();
  }

  /** How many of {@link #history} hold; the later ones are undone. */
  public int historyPosition() {
    return history.position();
  }

  /** Whether any annotation differs from what is on disk. */
  public boolean isDirty() {
    return !unsaved.isEmpty();
  }

  /** The faces whose annotation differs from what is on disk, with their present annotation. */
  public Map<Integer, Annotation> unsavedAnnotations() {
    return Map.copyOf(new TreeMap<>(unsaved));
  }

  /** Whether a face's annotation differs from what is on disk. */
  public boolean isUnsaved(int faceIndex) {
    return unsaved.containsKey(faceIndex);
  }

  /**
   * These annotations are on disk now. Changes made while they were written stay unsaved.
   *
   * @param written the snapshot that was written
   */
  public void markSaved(List<Annotation> written) {
    for (int face = 0; face < saved.size(); face++) {
      saved.set(face, written.get(face));
      updateUnsaved(face);
    }
    history.preventMerge();
    tell(new DocumentEvent.Saved());
  }

  /** Adds a listener. */
  public void addListener(DocumentListener listener) {
    listeners.add(listener);
  }

  private void tell(DocumentEvent event) {
    listeners.forEach(listener -> listener.onEvent(event));
  }
}
