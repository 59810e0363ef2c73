package org.keypointstudio.ui.compare;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.CanvasSwitch;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.FaceCanvas;
import org.keypointstudio.ui.canvas.MarkIcon;
import org.keypointstudio.ui.canvas.overlays.ErrorOverlay;
import org.keypointstudio.ui.canvas.overlays.GroundTruthOverlay;
import org.keypointstudio.ui.canvas.overlays.NameOverlay;
import org.keypointstudio.ui.canvas.overlays.PredictionOverlay;
import org.keypointstudio.ui.canvas.overlays.SkeletonOverlay;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.StudioSession;

/** The selected face with its ground truth and with the predictions of some models, or of none. */
final class FacePane extends BorderPane {
  private static final double REACH = 10;

  private final CompareViewModel viewModel;
  private final HBox title = new HBox(8);
  private final FaceCanvas canvas;
  private final Label error = new Label();
  private final Label role = new Label();
  private Supplier<List<ModelEntry>> models = List::of;
  private List<ModelEntry> named = List.of();

  /**
   * A pane of the ground truth.
   *
   * @param image the selected face, once it is read
   */
  FacePane(CompareViewModel viewModel, Supplier<Optional<Image>> image) {
    this.viewModel = viewModel;
    getStyleClass().add("face-pane");
    canvas =
        new FaceCanvas(
            viewModel.view(),
            new PickTool(viewModel, this),
            () -> frame().map(frame -> new FaceCanvas.Content(image.get(), frame)));
    addLayers();
    prepareTitle();
    setTop(title);
    setCenter(canvas);
  }

  private void addLayers() {
    CanvasViewModel view = viewModel.view();
    canvas.addLayer(new SkeletonOverlay(), view.switchProperty(CanvasSwitch.SKELETON));
    canvas.addLayer(
        new ErrorOverlay(),
        view.switchProperty(CanvasSwitch.ERRORS)
            .and(view.switchProperty(CanvasSwitch.GROUND_TRUTH)));
    canvas.addLayer(new GroundTruthOverlay(), view.switchProperty(CanvasSwitch.GROUND_TRUTH));
    canvas.addLayer(new PredictionOverlay(), view.switchProperty(CanvasSwitch.PREDICTIONS));
    canvas.addLayer(new KeypointInHandOverlay(), view.switchProperty(CanvasSwitch.PREDICTIONS));
    canvas.addLayer(
        new NameOverlay(true),
        view.switchProperty(CanvasSwitch.NAMES)
            .and(view.switchProperty(CanvasSwitch.GROUND_TRUTH)));
    canvas.addLayer(
        new NameOverlay(false),
        view.switchProperty(CanvasSwitch.NAMES)
            .not()
            .and(view.switchProperty(CanvasSwitch.GROUND_TRUTH)));
  }

  private void prepareTitle() {
    role.getStyleClass().addAll("face-role", Styles.TEXT_SMALL);
    role.setMinWidth(Region.USE_PREF_SIZE);
    error.getStyleClass().addAll(Styles.TEXT_BOLD, "tabular");
    error.setMinWidth(Region.USE_PREF_SIZE);
    title.setAlignment(Pos.CENTER_LEFT);
    title.getStyleClass().add("face-pane-title");
  }

  /** Names in the title the ground truth, or the models. */
  private void nameModels(List<ModelEntry> shown) {
    List<Node> parts = new ArrayList<>();
    if (shown.isEmpty()) {
      parts.add(MarkIcon.ofGroundTruth());
      parts.add(name("Ground truth"));
    }
    for (ModelEntry model : shown) {
      parts.add(MarkIcon.ofModel(model.styleIndex()));
      parts.add(name(model.name()));
    }
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    parts.addAll(List.of(role, spring, error));
    title.getChildren().setAll(parts);
  }

  private static Label name(String text) {
    Label name = new Label(text);
    name.getStyleClass().add(Styles.TEXT_BOLD);
    name.setTooltip(new Tooltip(text));
    name.setMinWidth(0);
    return name;
  }

  /**
   * Shows other models from now on.
   *
   * @param shown whose predictions it shows at each moment; none for the ground truth alone
   */
  void show(Supplier<List<ModelEntry>> shown) {
    models = shown;
    refresh();
  }

  /** Shows the selected face as it is now. */
  void refresh() {
    List<ModelEntry> shown = models.get();
    if (!shown.equals(named) || title.getChildren().isEmpty()) {
      named = List.copyOf(shown);
      nameModels(named);
    }
    switch (shown.size()) {
      case 0 -> describeGroundTruth();
      case 1 -> describe(shown.getFirst());
      default -> describeTogether(shown);
    }
    canvas.repaint();
  }

  /** The models' errors in the order of their names. */
  private void describeTogether(List<ModelEntry> shown) {
    error.setText(
        shown.stream()
            .map(model -> ErrorText.number(viewModel.selectedFaceRmse(model)))
            .collect(Collectors.joining(" · ", "", " px")));
    role.setText("");
  }

  private void describe(ModelEntry shown) {
    if (shown.predictionsProperty().get().isEmpty()) {
      error.setText("predicting…");
      role.setText("");
      return;
    }
    error.setText(ErrorText.pixels(viewModel.selectedFaceRmse(shown)));
    role.setText(viewModel.isSelectedFaceHeldOut(shown) ? "held out" : "learned from");
    role.setTooltip(
        new Tooltip(
            viewModel.isSelectedFaceHeldOut(shown)
                ? "The model has not seen this face in training"
                : "The model has seen this face in training, which flatters it"));
  }

  private void describeGroundTruth() {
    Optional<Annotation> truth = frame().map(CanvasFrame::annotation);
    error.setText("");
    role.setText(
        truth
            .map(points -> "%d of %d labelled".formatted(points.placedCount(), points.size()))
            .orElse(""));
  }

  private Optional<CanvasFrame> frame() {
    return viewModel.frame(models.get());
  }

  /**
   * The keypoint nearest to a place of the image within reach of the mouse, whether labelled or
   * predicted; {@link StudioSession#NONE} if there is none.
   */
  int keypointAt(double imageX, double imageY) {
    return frame()
        .map(
            frame -> {
              double reach = REACH / frame.transform().scale();
              List<Annotation> layers =
                  Stream.concat(
                          Stream.of(frame.annotation()),
                          models.get().stream()
                              .flatMap(shown -> shown.prediction(frame.faceIndex()).stream()))
                      .toList();
              return nearest(layers, imageX, imageY, reach);
            })
        .orElse(StudioSession.NONE);
  }

  private static int nearest(List<Annotation> layers, double x, double y, double reach) {
    int nearest = StudioSession.NONE;
    double least = reach;
    for (Annotation points : layers) {
      for (int keypoint = 0; keypoint < points.size(); keypoint++) {
        double distance = Math.hypot(points.x(keypoint) - x, points.y(keypoint) - y);
        if (points.isPlaced(keypoint) && distance <= least) {
          least = distance;
          nearest = keypoint;
        }
      }
    }
    return nearest;
  }
}
