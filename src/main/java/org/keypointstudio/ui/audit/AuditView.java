package org.keypointstudio.ui.audit;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.ui.action.ActionControls;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.canvas.CanvasSwitch;
import org.keypointstudio.ui.canvas.FaceCanvas;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.canvas.overlays.AbsentOverlay;
import org.keypointstudio.ui.canvas.overlays.GroundTruthOverlay;
import org.keypointstudio.ui.canvas.overlays.NameOverlay;
import org.keypointstudio.ui.canvas.overlays.PredictionOverlay;
import org.keypointstudio.ui.canvas.overlays.SkeletonOverlay;
import org.keypointstudio.ui.canvas.tools.KeypointEditingViewModel;
import org.keypointstudio.ui.canvas.tools.PointTool;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/** The Audit workspace: the queue, the face with the suggestion, and why it is suspicious. */
public final class AuditView extends BorderPane {
  private final AuditViewModel viewModel;
  private final StudioSession session;
  private final KeypointEditingViewModel editing;
  private final FaceImages images;
  private final FaceCanvas canvas;
  private final SetUpPane setUp;
  private final StackPane centre = new StackPane();
  private final BorderPane face;
  private final BooleanProperty settingUp;
  private final Label faceName = new Label();
  private final Label position = new Label();
  private Optional<Image> image = Optional.empty();

  /**
   * The workspace of a session.
   *
   * @param editing drags keypoints of the selected face
   * @param images reads the faces
   * @param notes what is said of the selected face
   * @param retrain trains on the labels as they are
   */
  public AuditView(
      AuditViewModel viewModel,
      KeypointEditingViewModel editing,
      FaceImages images,
      Node notes,
      ActionControls controls,
      Runnable retrain) {
    this.viewModel = viewModel;
    this.session = viewModel.session();
    this.editing = editing;
    this.images = images;
    this.canvas =
        new FaceCanvas(
            viewModel.view(),
            new PointTool(editing, viewModel.view(), _ -> {}),
            () -> viewModel.frame().map(frame -> new FaceCanvas.Content(image, frame)));
    this.settingUp = viewModel.run().settingUpProperty();
    this.setUp = new SetUpPane(viewModel.run(), viewModel::start, () -> settingUp.set(false));
    this.face =
        new BorderPane(canvas, bar(controls), null, new ReviewBar(viewModel, controls), null);
    getStyleClass().add("audit-view");
    addLayers();
    setLeft(new QueuePane(viewModel, images, controls));
    setCenter(centre);
    setRight(new ReasonPane(viewModel, notes, retrain, () -> settingUp.set(true)));
    watch();
    choose();
    viewModel.activeProperty().bind(Bindings.and(sceneProperty().isNotNull(), visibleProperty()));
  }

  private void addLayers() {
    canvas.addLayer(new SkeletonOverlay(), CanvasSwitch.SKELETON);
    canvas.addLayer(new AbsentOverlay(), CanvasSwitch.GROUND_TRUTH);
    canvas.addLayer(new SuspicionOverlay(viewModel), new SimpleBooleanProperty(true));
    canvas.addLayer(new GroundTruthOverlay(), CanvasSwitch.GROUND_TRUTH);
    canvas.addLayer(new PredictionOverlay(), CanvasSwitch.PREDICTIONS);
    canvas.addLayer(new NameOverlay(true), CanvasSwitch.NAMES);
    canvas.addLayer(
        new NameOverlay(false), Bindings.not(viewModel.view().switchProperty(CanvasSwitch.NAMES)));
    // Over the names, which must not hide where the point belongs.
    canvas.addLayer(new SuggestionOverlay(viewModel), new SimpleBooleanProperty(true));
  }

  private HBox bar(ActionControls controls) {
    faceName.getStyleClass().add(Styles.TEXT_BOLD);
    faceName.setMinWidth(0);
    position.getStyleClass().addAll("tabular", Styles.TEXT_MUTED);
    position.setMinWidth(Region.USE_PREF_SIZE);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox bar =
        new HBox(
            4,
            controls.iconButton(StudioAction.PREVIOUS_FACE),
            controls.iconButton(StudioAction.NEXT_FACE),
            position,
            faceName,
            spring,
            controls.iconToggle(StudioAction.SHOW_PREDICTIONS),
            controls.iconToggle(StudioAction.SHOW_SKELETON),
            controls.iconToggle(StudioAction.SHOW_NAMES),
            controls.iconButton(StudioAction.ZOOM_OUT),
            controls.iconButton(StudioAction.ZOOM_IN),
            controls.iconButton(StudioAction.FIT));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("canvas-tool-bar");
    return bar;
  }

  private void watch() {
    session.selectedFaceProperty().subscribe(this::requestImage);
    session.openDataSetProperty().subscribe(this::requestImage);
    viewModel.view().brightnessProperty().subscribe(this::requestImage);
    viewModel.view().contrastProperty().subscribe(this::requestImage);
    viewModel.view().gammaProperty().subscribe(this::requestImage);
    viewModel.view().equalizationProperty().subscribe(this::requestImage);
    viewModel.activeProperty().subscribe(this::requestImage);
    session.revisionProperty().subscribe(this::refresh);
    session.selectedKeypointProperty().subscribe(this::refresh);
    viewModel.currentProperty().subscribe(this::refresh);
    viewModel.queue().subscribe(this::refresh);
    viewModel.reviewProperty().subscribe(this::choose);
    settingUp.subscribe(this::choose);
    editing.hoveredKeypointProperty().subscribe(canvas::repaint);
    editing.draggedProperty().subscribe(canvas::repaintMoving);
    editing.group().previewProperty().subscribe(canvas::repaintMoving);
    editing.selection().keypointsProperty().subscribe(canvas::repaint);
    editing.selection().marqueeProperty().subscribe(canvas::showMarquee);
  }

  /** The choices for an audit until there is one, the face after that. */
  private void choose() {
    boolean reviewing = viewModel.audited().isPresent();
    setUp.allowBack(reviewing);
    centre.getChildren().setAll(reviewing && !settingUp.get() ? face : setUp);
    getRight().setVisible(reviewing);
    getRight().setManaged(reviewing);
    canvas.requestFocus();
  }

  private void requestImage() {
    int wanted = session.selectedFaceProperty().get();
    Optional<OpenDataSet> open = session.openDataSet();
    if (open.isEmpty() || wanted == StudioSession.NONE || !viewModel.activeProperty().get()) {
      image = Optional.empty();
      refresh();
      return;
    }
    images.request(
        open.get().dataSet(),
        wanted,
        viewModel.view().tone(),
        () -> true,
        picture -> {
          if (session.selectedFaceProperty().get() == wanted) {
            image = Optional.of(picture);
            viewModel
                .view()
                .setImageSize(new ImageSize((int) picture.getWidth(), (int) picture.getHeight()));
            refresh();
          }
        });
  }

  private void refresh() {
    int selected = session.selectedFaceProperty().get();
    faceName.setText(
        session
            .openDataSet()
            .filter(_ -> selected != StudioSession.NONE)
            .map(open -> open.dataSet().face(selected).name())
            .orElse(""));
    int place = viewModel.currentProperty().get().map(viewModel.queue()::indexOf).orElse(-1);
    position.setText(place < 0 ? "" : "%,d of %,d".formatted(place + 1, viewModel.queue().size()));
    canvas.repaint();
  }
}
