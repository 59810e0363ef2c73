package org.keypointstudio.ui.compare;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

/** The selected face with its ground truth and, if the pane is a model's, with its predictions. */
final class FacePane extends BorderPane {
  private static final double REACH = 10;

  private final CompareViewModel viewModel;
  private final Optional<ModelEntry> model;
  private final FaceCanvas canvas;
  private final Label error = new Label();
  private final Label role = new Label();

  /**
   * A pane.
   *
   * @param model whose predictions it shows; empty for the ground truth alone
   * @param image the selected face, once it is read
   */
  FacePane(
      CompareViewModel viewModel, Optional<ModelEntry> model, Supplier<Optional<Image>> image) {
    this.viewModel = viewModel;
    this.model = model;
    getStyleClass().add("face-pane");
    canvas =
        new FaceCanvas(
            viewModel.view(),
            new PickTool(viewModel, this),
            () -> frame().map(frame -> new FaceCanvas.Content(image.get(), frame)));
    addLayers();
    setTop(title());
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

  private HBox title() {
    Node mark =
        model.map(ModelEntry::styleIndex).map(MarkIcon::ofModel).orElseGet(MarkIcon::ofGroundTruth);
    Label name = new Label(model.map(ModelEntry::name).orElse("Ground truth"));
    name.getStyleClass().add(Styles.TEXT_BOLD);
    name.setTooltip(new Tooltip(name.getText()));
    name.setMinWidth(0);
    role.getStyleClass().addAll("face-role", Styles.TEXT_SMALL);
    role.setMinWidth(Region.USE_PREF_SIZE);
    error.getStyleClass().addAll(Styles.TEXT_BOLD, "tabular");
    error.setMinWidth(Region.USE_PREF_SIZE);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox title = new HBox(8, mark, name, role, spring, error);
    title.setAlignment(Pos.CENTER_LEFT);
    title.getStyleClass().add("face-pane-title");
    return title;
  }

  /** Shows the selected face as it is now. */
  void refresh() {
    model.ifPresentOrElse(this::describe, this::describeGroundTruth);
    canvas.repaint();
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
    return viewModel.frame(model.stream().toList());
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
                          model.flatMap(shown -> shown.prediction(frame.faceIndex())).stream())
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
