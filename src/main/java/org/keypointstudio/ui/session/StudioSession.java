package org.keypointstudio.ui.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.statistics.MeasuredImages;
import org.keypointstudio.edit.Change;
import org.keypointstudio.edit.DocumentEvent;
import org.keypointstudio.edit.query.FaceFacts;
import org.keypointstudio.edit.query.FaceOrder;
import org.keypointstudio.edit.query.FaceQuery;
import org.keypointstudio.edit.query.QueryWords;
import org.keypointstudio.model.Annotation;

/**
 * What all workspaces share, so that a person never loses the place: the open data set, the chosen
 * face and keypoint, the filter, the models. Lives on the window's thread and knows no nodes.
 */
public final class StudioSession {
  /** The value of a selection that selects nothing. */
  public static final int NONE = -1;

  private final ReadOnlyObjectWrapper<Optional<OpenDataSet>> openDataSet =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final IntegerProperty selectedFace = new SimpleIntegerProperty(NONE);
  private final IntegerProperty selectedKeypoint = new SimpleIntegerProperty(NONE);
  private final ObjectProperty<FaceFilter> filter = new SimpleObjectProperty<>(FaceFilter.ALL);
  private final ObjectProperty<FaceQuery> query = new SimpleObjectProperty<>(FaceQuery.EVERYTHING);
  private final ObjectProperty<Optional<ChosenFaces>> chosenFaces =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<FaceOrder> order =
      new SimpleObjectProperty<>(FaceOrder.OF_THE_DATA_SET);
  private final ObjectProperty<MeasuredImages> images =
      new SimpleObjectProperty<>(MeasuredImages.NOTHING);
  private final ObservableList<Integer> shownFaces = FXCollections.observableArrayList();

  /** One view for all: a view that nobody holds would be collected with its listeners. */
  private final ObservableList<Integer> shownFacesView =
      FXCollections.unmodifiableObservableList(shownFaces);

  private final ObservableList<ModelEntry> models = FXCollections.observableArrayList();
  private final BooleanProperty flipAveraging = new SimpleBooleanProperty();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper readOnly = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();

  /** A session without a data set. */
  public StudioSession() {
    filter.subscribe(this::refilter);
    query.subscribe(this::refilter);
    chosenFaces.subscribe(this::refilter);
    order.subscribe(this::refilter);
    selectedFace.subscribe(() -> openDataSet.get().ifPresent(open -> open.document().endStep()));
  }

  /** Puts a data set in the place of the present one and selects its first face. */
  public void open(OpenDataSet data) {
    close();
    openDataSet.set(Optional.of(data));
    data.document().addListener(event -> onDocumentEvent(data, event));
    filter.set(FaceFilter.ALL);
    query.set(FaceQuery.EVERYTHING);
    chosenFaces.set(Optional.empty());
    order.set(FaceOrder.OF_THE_DATA_SET);
    refilter();
    selectedFace.set(shownFaces.isEmpty() ? NONE : shownFaces.getFirst());
    refreshDocumentState();
  }

  /**
   * Puts the data set that was just written under the document, which stays as it is with its
   * history.
   */
  public void rebase(FaceDataSet written) {
    openDataSet
        .get()
        .ifPresent(open -> openDataSet.set(Optional.of(new OpenDataSet(written, open.document()))));
    refreshDocumentState();
  }

  /** Closes the data set, and with it all models and selections. */
  public void close() {
    selectedKeypoint.set(NONE);
    selectedFace.set(NONE);
    chosenFaces.set(Optional.empty());
    models.clear();
    shownFaces.clear();
    images.set(MeasuredImages.NOTHING);
    openDataSet.set(Optional.empty());
    refreshDocumentState();
  }

  private void onDocumentEvent(OpenDataSet data, DocumentEvent event) {
    boolean present =
        openDataSet.get().filter(open -> open.document() == data.document()).isPresent();
    if (!present) {
      return;
    }
    switch (event) {
      case DocumentEvent.Undone(var change) -> bringIntoView(change);
      case DocumentEvent.Redone(var change) -> bringIntoView(change);
      case DocumentEvent.Changed _, DocumentEvent.Saved _ -> {}
    }
    refreshDocumentState();
  }

  private void bringIntoView(Change change) {
    if (!change.faces().contains(selectedFace.get())) {
      selectedFace.set(change.faces().getFirst());
    }
  }

  private void refreshDocumentState() {
    dirty.set(openDataSet.get().map(open -> open.document().isDirty()).orElse(false));
    readOnly.set(openDataSet.get().map(open -> open.document().isReadOnly()).orElse(false));
    undoable.set(openDataSet.get().map(open -> open.document().canUndo()).orElse(false));
    redoable.set(openDataSet.get().map(open -> open.document().canRedo()).orElse(false));
    revision.set(revision.get() + 1);
  }

  /**
   * Applies the filter and the order anew. While a person edits, a face that no longer passes stays
   * in the list, so that the list does not move under the hand.
   */
  public void refilter() {
    List<Integer> faces = openDataSet.get().map(this::chosen).orElse(List.of());
    shownFaces.setAll(faces);
    if (!faces.isEmpty() && !faces.contains(selectedFace.get())) {
      selectedFace.set(faces.getFirst());
    }
  }

  private List<Integer> chosen(OpenDataSet open) {
    FaceFacts facts = factsOf(open);
    List<Integer> faces =
        chosenFaces
            .get()
            .map(ChosenFaces::stream)
            .orElseGet(() -> IntStream.range(0, open.document().size()))
            .filter(face -> filter.get().accepts(open.document(), face))
            .filter(face -> query.get().accepts(facts, face))
            .boxed()
            .toList();
    return order.get().sort(facts, faces);
  }

  private FaceFacts factsOf(OpenDataSet open) {
    return new SessionFacts(open, models, images.get());
  }

  /** What can be asked of the faces of the open data set, as they are now. */
  public Optional<FaceFacts> facts() {
    return openDataSet.get().map(this::factsOf);
  }

  /** What a query and an order may name; empty without a data set. */
  public Optional<QueryWords> words() {
    return openDataSet
        .get()
        .map(OpenDataSet::document)
        .map(
            document ->
                new QueryWords(
                    document.schema(),
                    models.stream().map(ModelEntry::name).toList(),
                    document.tags()));
  }

  /** Selects the face that comes {@code steps} after the present one among those shown. */
  public void stepFace(int steps) {
    if (shownFaces.isEmpty()) {
      return;
    }
    int position = shownFaces.indexOf(selectedFace.get());
    int next = position < 0 ? 0 : Math.clamp((long) position + steps, 0, shownFaces.size() - 1);
    selectedFace.set(shownFaces.get(next));
  }

  /** The open data set; empty if there is none. */
  public ReadOnlyObjectProperty<Optional<OpenDataSet>> openDataSetProperty() {
    return openDataSet.getReadOnlyProperty();
  }

  /** The open data set; empty if there is none. */
  public Optional<OpenDataSet> openDataSet() {
    return openDataSet.get();
  }

  /** The present annotation of the selected face; empty if none is selected. */
  public Optional<Annotation> selectedAnnotation() {
    return openDataSet
        .get()
        .filter(_ -> selectedFace.get() != NONE)
        .map(open -> open.document().annotation(selectedFace.get()));
  }

  /** Position of the selected face, or {@link #NONE}. */
  public IntegerProperty selectedFaceProperty() {
    return selectedFace;
  }

  /** Index of the selected keypoint in the schema, or {@link #NONE}. */
  public IntegerProperty selectedKeypointProperty() {
    return selectedKeypoint;
  }

  /** Which faces are shown. */
  public ObjectProperty<FaceFilter> filterProperty() {
    return filter;
  }

  /** What the faces that are shown were searched for, besides the filter. */
  public ObjectProperty<FaceQuery> queryProperty() {
    return query;
  }

  /**
   * The faces that a person pointed at, of which those are shown that also pass the filter and the
   * query; empty if all may be shown.
   */
  public ObjectProperty<Optional<ChosenFaces>> chosenFacesProperty() {
    return chosenFaces;
  }

  /** Shows these faces alone, without the filter and the query that held before. */
  public void showOnly(ChosenFaces faces) {
    filter.set(FaceFilter.ALL);
    query.set(FaceQuery.EVERYTHING);
    chosenFaces.set(Optional.of(faces));
  }

  /** How the faces that are shown are sorted. */
  public ObjectProperty<FaceOrder> orderProperty() {
    return order;
  }

  /** What was measured on the images so far; {@link ImageMeasurer} measures them. */
  public ObjectProperty<MeasuredImages> imagesProperty() {
    return images;
  }

  /** The positions of the faces that are shown, in the order in which they are. */
  public ObservableList<Integer> shownFaces() {
    return shownFacesView;
  }

  /** The models that were trained or loaded for this data set. */
  public ObservableList<ModelEntry> models() {
    return models;
  }

  /** Whether predictions are averaged with those for the mirrored face. */
  public BooleanProperty flipAveragingProperty() {
    return flipAveraging;
  }

  /** Grows with every change of the annotations, so that views know when to look again. */
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Whether the annotations differ from what is on disk. */
  public ReadOnlyBooleanProperty dirtyProperty() {
    return dirty.getReadOnlyProperty();
  }

  /** Whether the data set can only be looked at, since another window edits it. */
  public ReadOnlyBooleanProperty readOnlyProperty() {
    return readOnly.getReadOnlyProperty();
  }

  /** Whether there is something to undo. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** Whether there is something to redo. */
  public ReadOnlyBooleanProperty redoableProperty() {
    return redoable.getReadOnlyProperty();
  }
}
