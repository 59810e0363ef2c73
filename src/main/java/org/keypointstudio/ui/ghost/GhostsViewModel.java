package org.keypointstudio.ui.ghost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.ghost.Ghost;
import org.keypointstudio.ghost.GhostSource;
import org.keypointstudio.ghost.MeanShape;
import org.keypointstudio.ghost.MeanShapeGhosts;
import org.keypointstudio.ghost.ModelGhosts;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.prediction.PredictionSet;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Ghosts: where the missing keypoints of the selected face probably are, who says so, and accepting
 * them. A ghost is never saved or learned from unless a person accepts it.
 */
public final class GhostsViewModel {
  private static final GhostChoice BEST = new GhostChoice.Best();
  private static final GhostChoice MEAN_SHAPE = new GhostChoice.OfMeanShape();

  private final StudioSession session;
  private final Consumer<ModelEntry> askHowSure;
  private final ShapeOfFaces shape;
  private final Set<ModelEntry> asked = new HashSet<>();
  private final BooleanProperty shown = new SimpleBooleanProperty(true);
  private final ObjectProperty<GhostChoice> choice = new SimpleObjectProperty<>(BEST);
  private final ObservableList<GhostChoice> choices =
      FXCollections.observableArrayList(BEST, MEAN_SHAPE);
  private final ReadOnlyObjectWrapper<List<Ghost>> ghosts = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<GhostSource>> source =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * Ghosts for a session.
   *
   * @param askHowSure lets a model predict the mirrored faces too
   */
  public GhostsViewModel(
      StudioSession session, TaskExecutor tasks, Consumer<ModelEntry> askHowSure) {
    this.session = session;
    this.askHowSure = askHowSure;
    this.shape = new ShapeOfFaces(session, tasks);
    session.models().forEach(this::watch);
    session.models().addListener(this::onModels);
    choice.subscribe(this::refreshSource);
    shape.shapeProperty().subscribe(this::refreshSource);
    session.selectedFaceProperty().subscribe(this::refreshGhosts);
    session.revisionProperty().subscribe(this::refreshGhosts);
    shown.subscribe(this::refreshGhosts);
  }

  private void onModels(ListChangeListener.Change<? extends ModelEntry> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(this::watch);
    }
    boolean gone =
        choice.get() instanceof GhostChoice.OfModel(var model) && !session.models().contains(model);
    GhostChoice kept = gone ? BEST : choice.get();
    List<GhostChoice> all = new ArrayList<>(List.of(BEST, MEAN_SHAPE));
    session.models().forEach(model -> all.add(new GhostChoice.OfModel(model)));
    choices.setAll(all);
    choice.set(kept);
    refreshSource();
  }

  private void watch(ModelEntry model) {
    model.predictionsProperty().subscribe(this::refreshSource);
    model.mirroredProperty().subscribe(this::refreshSource);
    model.shownProperty().subscribe(this::refreshSource);
  }

  private void refreshSource() {
    source.set(session.openDataSet().flatMap(open -> sourceFor(open.document().schema())));
    refreshGhosts();
  }

  private Optional<GhostSource> sourceFor(KeypointSchema schema) {
    Optional<GhostSource> ofModel = modelInUse().map(model -> modelGhosts(schema, model));
    return ofModel.isPresent() || choice.get() instanceof GhostChoice.OfModel
        ? ofModel
        : shape.shapeProperty().get().map(made -> new MeanShapeGhosts(schema, made));
  }

  /** The model whose predictions the ghosts are; empty if it is the mean shape, or nobody yet. */
  public Optional<ModelEntry> modelInUse() {
    return switch (choice.get()) {
      case GhostChoice.Best() ->
          session.models().stream()
              .filter(model -> model.predictionsProperty().get().isPresent())
              .min(
                  Comparator.comparing(ModelEntry::isStarter)
                      .thenComparingDouble(model -> model.record().bestValidationRmse()));
      case GhostChoice.OfMeanShape() -> Optional.empty();
      case GhostChoice.OfModel(var model) ->
          Optional.of(model).filter(it -> it.predictionsProperty().get().isPresent());
    };
  }

  private GhostSource modelGhosts(KeypointSchema schema, ModelEntry model) {
    List<List<Annotation>> otherViews = new ArrayList<>();
    model.mirroredProperty().get().map(PredictionSet::predictions).ifPresent(otherViews::add);
    for (ModelEntry other : session.models()) {
      if (other != model && other.shownProperty().get()) {
        other
            .predictionsProperty()
            .get()
            .map(PredictionSet::predictions)
            .ifPresent(otherViews::add);
      }
    }
    return new ModelGhosts(
        schema,
        model.name(),
        model.record().bestValidationRmse(),
        model.predictionsProperty().get().map(PredictionSet::predictions).orElse(List.of()),
        labelsOfPeople(),
        otherViews);
  }

  private List<Annotation> labelsOfPeople() {
    return session
        .openDataSet()
        .map(open -> open.document().labelsSnapshot())
        .orElse(List.of())
        .stream()
        .map(FaceLabels::withoutAccepted)
        .toList();
  }

  private void refreshGhosts() {
    int face = session.selectedFaceProperty().get();
    ghosts.set(
        session
            .selectedAnnotation()
            .filter(_ -> shown.get())
            .flatMap(annotation -> source.get().map(from -> from.ghosts(face, annotation)))
            .orElse(List.of()));
  }

  /** The ghost of a keypoint of the selected face. */
  public Optional<Ghost> ghost(int keypoint) {
    return ghosts.get().stream().filter(ghost -> ghost.keypoint() == keypoint).findFirst();
  }

  /** Makes the ghost of a keypoint its label. Nothing happens without one. */
  public void accept(int keypoint) {
    ghost(keypoint)
        .ifPresent(
            ghost ->
                document()
                    .ifPresent(
                        document ->
                            document.setKeypoint(
                                session.selectedFaceProperty().get(),
                                keypoint,
                                ghost.accepted(),
                                ghost.origin())));
  }

  /** Makes all ghosts of the selected face labels, in one step. */
  public void acceptFace() {
    document()
        .ifPresent(
            document -> {
              int face = session.selectedFaceProperty().get();
              FaceLabels before = document.labels(face);
              FaceLabels after = before;
              for (Ghost ghost : ghosts.get()) {
                after = ghost.acceptInto(after);
              }
              int accepted =
                  before.annotation().unlabelledCount() - after.annotation().unlabelledCount();
              document.setLabels(
                  face, after, accepted == 1 ? "Accept 1 ghost" : "Accept " + accepted + " ghosts");
            });
  }

  private Optional<AnnotationDocument> document() {
    return session
        .openDataSet()
        .filter(_ -> session.selectedFaceProperty().get() != StudioSession.NONE)
        .map(OpenDataSet::document);
  }

  /** Finds out how sure the model in use is of each face, if that is not known yet. */
  void askHowSure() {
    asked.retainAll(session.models());
    modelInUse()
        .filter(model -> model.mirroredProperty().get().isEmpty())
        .filter(asked::add)
        .ifPresent(askHowSure);
  }

  /** The mean shape of the labelled faces; empty until it is measured. */
  public ReadOnlyObjectProperty<Optional<MeanShape>> meanShapeProperty() {
    return shape.shapeProperty();
  }

  /** Whether ghosts are proposed at all. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** Who is to propose the ghosts. */
  public ObjectProperty<GhostChoice> choiceProperty() {
    return choice;
  }

  /** Who can propose ghosts. */
  public ObservableList<GhostChoice> choices() {
    return choices;
  }

  /** The ghosts of the selected face; none while they are hidden. */
  public ReadOnlyObjectProperty<List<Ghost>> ghostsProperty() {
    return ghosts.getReadOnlyProperty();
  }

  /** Who proposes; empty while nobody can. */
  public ReadOnlyObjectProperty<Optional<GhostSource>> sourceProperty() {
    return source.getReadOnlyProperty();
  }
}
