package org.keypointstudio.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;

/**
 * The labels of a data set under edit. Every mutation is a {@link Change}, can be undone, is kept
 * by the recorder, and then told to the listeners. Confined to one thread; {@link #snapshot} and
 * {@link #labelsSnapshot} give other threads an immutable copy.
 */
public final class AnnotationDocument {
  private final KeypointSchema schema;
  private final List<FaceLabels> labels;
  private final List<FaceLabels> loaded;
  private final List<FaceLabels> saved;
  private final ChangeRecorder recorder;

  /** The faces whose labels differ from the saved ones. */
  private final SortedMap<Integer, FaceLabels> unsaved = new TreeMap<>();

  private final UndoHistory history = new UndoHistory();
  private boolean readOnly;
  private final List<DocumentListener> listeners = new CopyOnWriteArrayList<>();

  /**
   * A document without changes, of faces of which only the keypoints are known, that nobody
   * records.
   *
   * @param loaded one annotation a face, as they are on disk
   */
  public AnnotationDocument(KeypointSchema schema, List<Annotation> loaded) {
    this(schema, loaded.stream().map(FaceLabels::of).toList(), _ -> {});
  }

  /**
   * A document without changes.
   *
   * @param loaded the labels of each face, as they are on disk
   * @param recorder keeps each change before the listeners are told
   */
  public AnnotationDocument(
      KeypointSchema schema, List<FaceLabels> loaded, ChangeRecorder recorder) {
    this.schema = schema;
    this.labels = new ArrayList<>(loaded);
    this.loaded = List.copyOf(loaded);
    this.saved = new ArrayList<>(loaded);
    this.recorder = recorder;
  }

  /** Which keypoints the annotations have. */
  public KeypointSchema schema() {
    return schema;
  }

  /** The number of faces. */
  public int size() {
    return labels.size();
  }

  /** The present annotation of a face. */
  public Annotation annotation(int faceIndex) {
    return labels.get(faceIndex).annotation();
  }

  /** The present labels of a face. */
  public FaceLabels labels(int faceIndex) {
    return labels.get(faceIndex);
  }

  /** The labels of a face as they were when the document was made. */
  public FaceLabels loadedLabels(int faceIndex) {
    return loaded.get(faceIndex);
  }

  /** All present annotations, in the data set's order: a copy that later changes do not reach. */
  public List<Annotation> snapshot() {
    return labels.stream().map(FaceLabels::annotation).toList();
  }

  /** The tags that any face has at present, in order. */
  public SortedSet<String> tags() {
    return FaceLabels.tagsOf(labels);
  }

  /** All present labels, in the data set's order: a copy that later changes do not reach. */
  public List<FaceLabels> labelsSnapshot() {
    return List.copyOf(labels);
  }

  /**
   * A person places, moves, clears or re-marks a keypoint. Nothing happens if it is so already, or
   * is locked.
   */
  public void setKeypoint(int faceIndex, int keypointIndex, Keypoint keypoint) {
    setKeypoint(faceIndex, keypointIndex, keypoint, Origin.HAND);
  }

  /**
   * Places, moves, clears or re-marks a keypoint. Nothing happens if it is so already, or is
   * locked.
   *
   * @param origin who says where it is
   */
  public void setKeypoint(int faceIndex, int keypointIndex, Keypoint keypoint, Origin origin) {
    FaceLabels present = labels(faceIndex);
    if (!present.isLocked(keypointIndex)) {
      apply(
          new KeypointChange(
              faceIndex,
              keypointIndex,
              KeypointChange.State.of(present, keypointIndex),
              new KeypointChange.State(keypoint, origin)));
    }
  }

  /**
   * Gives a face other labels. Nothing happens if it has them already.
   *
   * @param text what is done, for the history
   */
  public void setLabels(int faceIndex, FaceLabels after, String text) {
    apply(new LabelsChange(faceIndex, labels(faceIndex), after, text));
  }

  /** Whether changes are refused: nothing happens when one is made. */
  public boolean isReadOnly() {
    return readOnly;
  }

  /** From now on changes are refused, or made again. */
  public void setReadOnly(boolean newReadOnly) {
    readOnly = newReadOnly;
  }

  /** Makes a change. Nothing happens if it changes nothing, or if the document is read-only. */
  public void apply(Change change) {
    if (readOnly || change.isIdentity()) {
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

  /**
   * Undoes or redoes until as many changes of {@link #history} hold.
   *
   * @param position from 0, before all changes, to the number of them
   */
  public void goTo(int position) {
    while (history.position() > position && canUndo()) {
      undo();
    }
    while (history.position() < position && canRedo()) {
      redo();
    }
  }

  private void perform(Change change) {
    Map<Integer, FaceLabels> after = new TreeMap<>();
    for (FaceChange step : change.steps()) {
      int face = step.faceIndex();
      labels.set(face, step.applyTo(labels.get(face)));
      updateUnsaved(face);
      after.put(face, labels.get(face));
    }
    recorder.record(Collections.unmodifiableMap(after));
  }

  private void updateUnsaved(int face) {
    if (labels.get(face).equals(saved.get(face))) {
      unsaved.remove(face);
    } else {
      unsaved.put(face, labels.get(face));
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

  /** Whether any face's labels differ from what is on disk. */
  public boolean isDirty() {
    return !unsaved.isEmpty();
  }

  /** The faces whose labels differ from what is on disk, in order, with their present labels. */
  public SortedMap<Integer, FaceLabels> unsavedLabels() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(unsaved));
  }

  /** Whether a face's labels differ from what is on disk. */
  public boolean isUnsaved(int faceIndex) {
    return unsaved.containsKey(faceIndex);
  }

  /**
   * These labels are on disk now. Changes made while they were written stay unsaved.
   *
   * @param written the {@link #labelsSnapshot} that was written
   */
  public void markSaved(List<FaceLabels> written) {
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
