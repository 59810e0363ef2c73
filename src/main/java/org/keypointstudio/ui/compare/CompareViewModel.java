package org.keypointstudio.ui.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.keypointstudio.evaluation.Evaluation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.CanvasSwitch;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.FaceNavigator;
import org.keypointstudio.ui.canvas.KeypointsInHand;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.thread.UiThread;

/** The shown models side by side on one face, and what they are worth on many. */
public final class CompareViewModel implements FaceNavigator {
  private final StudioSession session;
  private final TaskExecutor executor;
  private final UiThread uiThread;
  private final Notifications notifications;
  private final CanvasViewModel view = new CanvasViewModel();

  private final BooleanProperty active = new SimpleBooleanProperty();
  private final ObjectProperty<FaceScope> scope =
      new SimpleObjectProperty<>(FaceScope.COMMON_HELD_OUT);
  private final ObjectProperty<FaceOrder> order =
      new SimpleObjectProperty<>(new FaceOrder.DataOrder());
  private final ObjectProperty<PaneLayout> layout =
      new SimpleObjectProperty<>(PaneLayout.SIDE_BY_SIDE);
  private final ObservableList<FaceOrder> orders = FXCollections.observableArrayList();
  private final ObservableList<FaceOrder> ordersView =
      FXCollections.unmodifiableObservableList(orders);
  private final ObservableList<ModelEntry> shownModels = FXCollections.observableArrayList();
  private final ObservableList<ModelEntry> shownModelsView =
      FXCollections.unmodifiableObservableList(shownModels);
  private final ReadOnlyObjectWrapper<Comparison> comparison =
      new ReadOnlyObjectWrapper<>(Comparison.empty());
  private final ObservableList<Integer> faces = FXCollections.observableArrayList();
  private final ObservableList<Integer> facesView = FXCollections.unmodifiableObservableList(faces);
  private final IntegerProperty hoveredKeypoint = new SimpleIntegerProperty(StudioSession.NONE);
  private final Map<ModelEntry, Subscription> watched = new HashMap<>();
  private boolean frameAwaited;
  private boolean comparing;
  private boolean stale = true;

  /**
   * The comparison of a session's models.
   *
   * @param executor scores the models off the window's thread
   * @param uiThread collects the changes of a frame
   * @param shared how faces are looked at in all workspaces; zoom and place are this one's own
   */
  public CompareViewModel(
      StudioSession session,
      TaskExecutor executor,
      UiThread uiThread,
      Notifications notifications,
      CanvasViewModel shared) {
    this.session = session;
    this.executor = executor;
    this.uiThread = uiThread;
    this.notifications = notifications;
    view.shareLook(shared);
    // Each pane has its one model in its title.
    view.switchProperty(CanvasSwitch.LEGEND).set(false);
    view.switchProperty(CanvasSwitch.ERRORS).set(true);
    session.models().forEach(this::watch);
    session.models().addListener(this::onModelsChanged);
    session.revisionProperty().subscribe(this::refresh);
    session.shownFaces().subscribe(this::arrange);
    scope.subscribe(this::refresh);
    active.subscribe(this::refreshIfStale);
    order.subscribe(this::goToFirst);
    session.selectedKeypointProperty().subscribe((_, _) -> offerOrders());
    showModels();
  }

  private void onModelsChanged(ListChangeListener.Change<? extends ModelEntry> change) {
    while (change.next()) {
      change.getRemoved().forEach(this::forget);
      change.getAddedSubList().forEach(this::watch);
    }
    showModels();
  }

  private void watch(ModelEntry model) {
    Subscription shown = model.shownProperty().subscribe((_, _) -> showModels());
    Subscription predicted = model.predictionsProperty().subscribe((_, _) -> refresh());
    watched.put(model, shown.and(predicted));
  }

  private void forget(ModelEntry model) {
    Optional.ofNullable(watched.remove(model)).ifPresent(Subscription::unsubscribe);
  }

  private void showModels() {
    shownModels.setAll(
        session.models().stream().filter(model -> model.shownProperty().get()).toList());
    offerOrders();
    refresh();
  }

  private void offerOrders() {
    int keypoint = session.selectedKeypointProperty().get();
    List<FaceOrder> possible =
        FaceOrder.possible(
            shownModels,
            session.openDataSet().map(open -> open.document().schema()),
            keypoint == StudioSession.NONE ? OptionalInt.empty() : OptionalInt.of(keypoint));
    FaceOrder present = order.get();
    // Who steps through the worst of one keypoint may select another without losing the place.
    if (present instanceof FaceOrder.WorstOfKeypoint
        && !possible.contains(present)
        && !shownModels.isEmpty()) {
      possible.add(present);
    }
    orders.setAll(possible);
    order.set(possible.contains(present) ? present : possible.getFirst());
  }

  private void refresh() {
    stale = true;
    refreshIfStale();
  }

  /** Compares anew with the next frame, so that a drag with many changes costs one comparison. */
  private void refreshIfStale() {
    if (stale && active.get() && !frameAwaited) {
      frameAwaited = true;
      uiThread.onNextFrame(
          () -> {
            frameAwaited = false;
            compare();
          });
    }
  }

  private void compare() {
    if (comparing) {
      return;
    }
    stale = false;
    Optional<OpenDataSet> open = session.openDataSet();
    if (open.isEmpty()) {
      show(Comparison.empty());
      return;
    }
    List<FaceLabels> labels = open.get().document().labelsSnapshot();
    List<Contender> contenders =
        shownModels.stream()
            .flatMap(Contender::of)
            .filter(contender -> contender.predictions().size() == labels.size())
            .toList();
    FaceScope wanted = scope.get();
    comparing = true;
    executor.execute(
        BackgroundTask.of(
            "Comparing models",
            context ->
                Comparison.of(open.get().document().schema(), contenders, labels, wanted, context)),
        new TaskListener<Comparison>() {
          @Override
          public void onSuccess(Comparison result) {
            show(result);
            next();
          }

          @Override
          public void onFailure(Exception problem) {
            notifications.problem("The models could not be compared: " + problem.getMessage());
            next();
          }

          @Override
          public void onCancelled() {
            next();
          }
        });
  }

  private void next() {
    comparing = false;
    refreshIfStale();
  }

  private void show(Comparison result) {
    comparison.set(result);
    arrange();
  }

  private void arrange() {
    faces.setAll(comparison.get().ordered(order.get(), session.shownFaces()));
  }

  private void goToFirst() {
    arrange();
    if (!faces.isEmpty()) {
      session.selectedFaceProperty().set(faces.getFirst());
    }
  }

  /** Selects the face that comes {@code steps} after the present one in the chosen order. */
  @Override
  public void step(int steps) {
    if (faces.isEmpty()) {
      return;
    }
    int position = faces.indexOf(session.selectedFaceProperty().get());
    int next = position < 0 ? 0 : Math.clamp((long) position + steps, 0, faces.size() - 1);
    session.selectedFaceProperty().set(faces.get(next));
  }

  /** The faces that one step would select. */
  List<Integer> neighbours() {
    int position = faces.indexOf(session.selectedFaceProperty().get());
    return faces.isEmpty()
        ? List.of()
        : faces.subList(Math.max(0, position - 1), Math.min(faces.size(), position + 2));
  }

  /** What is drawn over the selected face: ground truth, and the predictions of some models. */
  Optional<CanvasFrame> frame(List<ModelEntry> models) {
    int face = session.selectedFaceProperty().get();
    return session
        .openDataSet()
        .filter(open -> face >= 0 && face < open.document().size())
        .map(
            open ->
                new CanvasFrame(
                    view.look(),
                    open.document().schema(),
                    face,
                    open.document().annotation(face),
                    models,
                    KeypointsInHand.of(
                        session.selectedKeypointProperty().get(), hoveredKeypoint.get()),
                    CanvasFrame.Part.ALL));
  }

  /** A model's error on the selected face, against the labels as they are; NaN if unknown. */
  double selectedFaceRmse(ModelEntry model) {
    int face = session.selectedFaceProperty().get();
    return session
        .openDataSet()
        .filter(open -> face != StudioSession.NONE)
        .flatMap(
            open ->
                model
                    .prediction(face)
                    .map(
                        predicted ->
                            Evaluation.rmseOfFace(
                                    open.document().schema(),
                                    open.document().annotation(face),
                                    predicted)
                                .orElse(Double.NaN)))
        .orElse(Double.NaN);
  }

  /** Whether a model has not learned from the selected face. */
  boolean isSelectedFaceHeldOut(ModelEntry model) {
    return model.record().validationRows().contains(session.selectedFaceProperty().get());
  }

  /** Where the selected face stands among those one steps through: "Face 17 of 320". */
  String position() {
    int position = faces.indexOf(session.selectedFaceProperty().get());
    if (faces.isEmpty()) {
      return comparison.get().scores().isEmpty() ? "" : "No scored face passes the filter";
    }
    return position < 0
        ? "Not among the %,d faces".formatted(faces.size())
        : "Face %,d of %,d".formatted(position + 1, faces.size());
  }

  /** What the data set calls the selected face; empty without one. */
  String faceName() {
    int face = session.selectedFaceProperty().get();
    return session
        .openDataSet()
        .filter(_ -> face != StudioSession.NONE)
        .map(open -> open.dataSet().face(face).name())
        .orElse("");
  }

  /** Which faces the figures stand for, in words. */
  String scopeNote() {
    Comparison present = comparison.get();
    if (present.scores().isEmpty()) {
      return shownModels.isEmpty() ? "" : "The models' predictions are being made.";
    }
    return present.scopeWords();
  }

  /** Whether the workspace is on show, so that its figures have to be up to date. */
  public BooleanProperty activeProperty() {
    return active;
  }

  /** Which faces the models are scored on, and stepped through. */
  public ObjectProperty<FaceScope> scopeProperty() {
    return scope;
  }

  /** In which order one steps from face to face. */
  public ObjectProperty<FaceOrder> orderProperty() {
    return order;
  }

  /** The orders that can be chosen. */
  public ObservableList<FaceOrder> orders() {
    return ordersView;
  }

  /** How the models' answers are laid out. */
  public ObjectProperty<PaneLayout> layoutProperty() {
    return layout;
  }

  /** The faces one steps through, in the chosen order. */
  public ObservableList<Integer> faces() {
    return facesView;
  }

  /** The models whose predictions are shown. */
  public ObservableList<ModelEntry> shownModels() {
    return shownModelsView;
  }

  /** The latest figures. */
  ReadOnlyObjectProperty<Comparison> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** The keypoint under the mouse, or {@link StudioSession#NONE}. */
  IntegerProperty hoveredKeypointProperty() {
    return hoveredKeypoint;
  }

  /** How the panes look at the face: they zoom and pan together. */
  @Override
  public CanvasViewModel view() {
    return view;
  }

  /** What all workspaces share. */
  StudioSession session() {
    return session;
  }
}
