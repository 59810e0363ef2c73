package org.keypointstudio.ui.edit;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.ui.action.ActionControls;
import org.keypointstudio.ui.canvas.CanvasSwitch;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.FaceCanvas;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.canvas.overlays.AbsentOverlay;
import org.keypointstudio.ui.canvas.overlays.ErrorOverlay;
import org.keypointstudio.ui.canvas.overlays.GhostOverlay;
import org.keypointstudio.ui.canvas.overlays.GroundTruthOverlay;
import org.keypointstudio.ui.canvas.overlays.IndexOverlay;
import org.keypointstudio.ui.canvas.overlays.NameOverlay;
import org.keypointstudio.ui.canvas.overlays.PictureOverlay;
import org.keypointstudio.ui.canvas.overlays.PredictionOverlay;
import org.keypointstudio.ui.canvas.overlays.PreviousOverlay;
import org.keypointstudio.ui.canvas.overlays.SelectionBoxOverlay;
import org.keypointstudio.ui.canvas.overlays.SkeletonOverlay;
import org.keypointstudio.ui.canvas.tools.KeypointEditingViewModel;
import org.keypointstudio.ui.canvas.tools.LabelEditingViewModel;
import org.keypointstudio.ui.canvas.tools.PointTool;
import org.keypointstudio.ui.ghost.GhostsAcrossViewModel;
import org.keypointstudio.ui.ghost.GhostsViewModel;
import org.keypointstudio.ui.guide.GuidedPlacingViewModel;
import org.keypointstudio.ui.guide.GuidedTool;
import org.keypointstudio.ui.guide.ReferenceFaceViewModel;
import org.keypointstudio.ui.next.NextFacesPane;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/** The Edit workspace: filmstrip, canvas, and the selected face's keypoints. */
public final class EditView extends BorderPane {
  private static final double MEAN_OPACITY = 0.5;

  private final EditViewModel model;
  private final StudioSession session;
  private final CanvasViewModel view;
  private final KeypointEditingViewModel editing;
  private final GhostsViewModel ghosts;
  private final FaceImages images;
  private final FaceCanvas canvas;
  private final KeypointTable table;
  private final HistoryPane history;
  private final Node notes;
  private final NextFacesPane next;
  private final SplitPane side;
  private final Label faceName = new Label();
  private final Label summary = new Label();
  private final Label hint = new Label();
  private Optional<Image> image = Optional.empty();

  /**
   * What a person does to the labels of the face.
   *
   * @param editing with the mouse
   * @param labels without it
   * @param ghosts proposals for missing keypoints
   * @param across accepting many of them
   * @param guide names the next missing keypoint
   * @param reference shows where it goes
   * @param pictures of the whole data set, to be laid over the face
   * @param copying from another face
   */
  public record Tools(
      KeypointEditingViewModel editing,
      LabelEditingViewModel labels,
      GhostsViewModel ghosts,
      GhostsAcrossViewModel across,
      GuidedPlacingViewModel guide,
      ReferenceFaceViewModel reference,
      SetPictures pictures,
      BooleanProperty copying) {}

  /** The workspace of a session. */
  public EditView(
      EditViewModel model,
      StudioSession session,
      CanvasViewModel view,
      Tools tools,
      FaceImages images,
      Node notes,
      NextFacesPane next,
      ActionControls controls) {
    this.model = model;
    this.session = session;
    this.view = view;
    this.editing = tools.editing;
    this.ghosts = tools.ghosts;
    this.images = images;
    this.canvas =
        new FaceCanvas(
            view,
            new GuidedTool(tools.guide, new PointTool(editing, view, ghosts::accept)),
            this::content);
    this.table = new KeypointTable(session, tools.labels);
    this.notes = notes;
    this.next = next;
    this.history = new HistoryPane(model::goToHistory);
    addLayers(tools.pictures);
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::onCanvasKey);
    setLeft(new Filmstrip(session, images));
    VBox bars =
        new VBox(
            new CanvasToolBar(view, controls),
            new GhostBar(ghosts, tools.across, controls),
            new GuideBar(tools.guide, session, controls),
            new CopyBar(tools.labels, tools.copying));
    ReferenceFacePane reference = new ReferenceFacePane(tools.reference, tools.guide, session);
    StackPane.setAlignment(reference, Pos.TOP_LEFT);
    setCenter(new BorderPane(new StackPane(canvas, reference), bars, null, hintBar(), null));
    this.side = sidePane();
    setRight(side);
    watch();
  }

  /** How much of the height at the right the keypoints take, 0 to 1. */
  public DoubleProperty keypointsShareProperty() {
    return side.getDividers().getFirst().positionProperty();
  }

  private void addLayers(SetPictures pictures) {
    canvas.addLayer(
        new PictureOverlay(pictures.meanFaceProperty()::get, view::imageSize, MEAN_OPACITY),
        CanvasSwitch.MEAN_FACE);
    canvas.addLayer(
        new PictureOverlay(pictures::heatMap, view::imageSize, 1), CanvasSwitch.HEAT_MAP);
    pictures.meanFaceProperty().subscribe(canvas::repaint);
    canvas.addLayer(new SkeletonOverlay(), view.switchProperty(CanvasSwitch.SKELETON));
    canvas.addLayer(
        new ErrorOverlay(),
        view.switchProperty(CanvasSwitch.ERRORS)
            .and(view.switchProperty(CanvasSwitch.PREDICTIONS))
            .and(view.switchProperty(CanvasSwitch.GROUND_TRUTH)));
    canvas.addLayer(new PreviousOverlay(model::loadedAnnotation), CanvasSwitch.PREVIOUS);
    canvas.addLayer(new GhostOverlay(ghosts.ghostsProperty()::get), ghosts.shownProperty());
    canvas.addLayer(new AbsentOverlay(), CanvasSwitch.GROUND_TRUTH);
    canvas.addLayer(new GroundTruthOverlay(), view.switchProperty(CanvasSwitch.GROUND_TRUTH));
    canvas.addLayer(new PredictionOverlay(), view.switchProperty(CanvasSwitch.PREDICTIONS));
    canvas.addLayer(
        new NameOverlay(true),
        view.switchProperty(CanvasSwitch.NAMES)
            .and(view.switchProperty(CanvasSwitch.GROUND_TRUTH)));
    canvas.addLayer(
        new NameOverlay(false),
        Bindings.not(view.switchProperty(CanvasSwitch.NAMES))
            .and(view.switchProperty(CanvasSwitch.GROUND_TRUTH)));
    canvas.addLayer(
        new IndexOverlay(),
        view.switchProperty(CanvasSwitch.INDICES)
            .and(view.switchProperty(CanvasSwitch.GROUND_TRUTH)));
    canvas.addLayer(new SelectionBoxOverlay(), view.switchProperty(CanvasSwitch.GROUND_TRUTH));
  }

  private Region hintBar() {
    hint.getStyleClass().add(Styles.TEXT_MUTED);
    hint.setMinWidth(0);
    hint.setWrapText(true);
    HBox bar = new HBox(hint);
    bar.getStyleClass().add("hint-bar");
    return bar;
  }

  private SplitPane sidePane() {
    faceName.getStyleClass().add(Styles.TEXT_BOLD);
    faceName.setMinWidth(0);
    summary.getStyleClass().add(Styles.TEXT_MUTED);
    summary.setMinWidth(Region.USE_PREF_SIZE);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox title = new HBox(8, faceName, spring, summary);
    title.getStyleClass().add("pane-title");
    SplitPane split = new SplitPane(new BorderPane(table, title, null, null, null), below());
    split.setOrientation(Orientation.VERTICAL);
    split.getStyleClass().add("side-pane");
    return split;
  }

  private TabPane below() {
    Tab notesTab = new Tab("Notes", scrolling(notes));
    Tab historyTab = new Tab("History", history);
    Tab nextTab = new Tab("To label", next);
    TabPane tabs = new TabPane(notesTab, historyTab, nextTab);
    next.whenSuggested(() -> tabs.getSelectionModel().select(nextTab));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getStyleClass().add(Styles.DENSE);
    return tabs;
  }

  /** A low window still shows all of it. */
  private static ScrollPane scrolling(Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private void watch() {
    session.selectedFaceProperty().subscribe(this::requestImage);
    session.openDataSetProperty().subscribe(this::requestImage);
    view.brightnessProperty().subscribe(this::requestImage);
    view.contrastProperty().subscribe(this::requestImage);
    view.gammaProperty().subscribe(this::requestImage);
    view.equalizationProperty().subscribe(this::requestImage);
    session.revisionProperty().subscribe(this::refresh);
    session.selectedFaceProperty().subscribe(this::refresh);
    session.selectedKeypointProperty().subscribe(this::refreshSelection);
    editing.hoveredKeypointProperty().subscribe(canvas::repaint);
    editing.draggedProperty().subscribe(this::refreshMoving);
    editing.group().previewProperty().subscribe(this::refreshMoving);
    editing.selection().keypointsProperty().subscribe(canvas::repaint);
    editing.selection().marqueeProperty().subscribe(canvas::showMarquee);
    ghosts.ghostsProperty().subscribe(this::refreshFace);
    session.models().addListener(this::onModelsChanged);
  }

  private void onModelsChanged(ListChangeListener.Change<? extends ModelEntry> change) {
    while (change.next()) {
      for (ModelEntry entry : change.getAddedSubList()) {
        entry.shownProperty().subscribe(canvas::repaint);
        entry.predictionsProperty().subscribe(canvas::repaint);
      }
    }
    canvas.repaint();
  }

  private void requestImage() {
    int face = session.selectedFaceProperty().get();
    Optional<OpenDataSet> open = session.openDataSet();
    if (open.isEmpty() || face == StudioSession.NONE) {
      image = Optional.empty();
      canvas.repaint();
      return;
    }
    images.request(
        open.get().dataSet(),
        face,
        view.tone(),
        () -> true,
        picture -> {
          if (session.selectedFaceProperty().get() == face) {
            image = Optional.of(picture);
            view.setImageSize(new ImageSize((int) picture.getWidth(), (int) picture.getHeight()));
            canvas.repaint();
          }
        });
  }

  private void refresh() {
    refreshFace();
    history.show(model.historyRows());
    faceName.setText(model.faceName());
    summary.setText(model.faceSummary());
    hint.setText(model.hint());
  }

  private void refreshFace() {
    table.show(model.keypointRows());
    canvas.repaint();
  }

  private void refreshMoving() {
    table.show(model.keypointRows());
    canvas.repaintMoving();
  }

  private void refreshSelection() {
    hint.setText(model.hint());
    canvas.repaint();
  }

  private Optional<FaceCanvas.Content> content() {
    return model.frame().map(frame -> new FaceCanvas.Content(image, frame));
  }

  private void onCanvasKey(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB) {
      editing.stepKeypoint(event.isShiftDown() ? -1 : 1);
      event.consume();
    }
  }
}
