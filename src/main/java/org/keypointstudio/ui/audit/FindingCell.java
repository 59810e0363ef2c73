package org.keypointstudio.ui.audit;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.project.audit.Finding;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.canvas.FaceSketch;
import org.keypointstudio.ui.canvas.Marks;
import org.keypointstudio.ui.canvas.Tone;
import org.keypointstudio.ui.canvas.ViewTransform;
import org.keypointstudio.ui.session.OpenDataSet;

/** A finding as a row of the queue: the face, the keypoint, what is wrong, and how likely. */
final class FindingCell extends ListCell<Finding> {
  /** The height of a row, in pixels of the screen. */
  static final double HEIGHT = 72;

  private static final PseudoClass REVIEWED = PseudoClass.getPseudoClass("reviewed");
  private static final double THUMBNAIL = 56;
  private static final double MARK_RADIUS = 1.2;
  private static final double SUSPECT_RADIUS = 2;

  private final AuditViewModel viewModel;
  private final FaceImages images;
  private final FaceSketch sketch = new FaceSketch(MARK_RADIUS);
  private final Canvas canvas = new Canvas(THUMBNAIL, THUMBNAIL);
  private final Label keypoint = new Label();
  private final Label kind = new Label();
  private final Label face = new Label();
  private final Label score = new Label();
  private final Tooltip tooltip = new Tooltip();
  private final HBox row;
  private volatile Optional<Finding> shown = Optional.empty();

  /**
   * An empty row.
   *
   * @param choose is given the finding on which a person clicks
   */
  FindingCell(AuditViewModel viewModel, FaceImages images, Consumer<Finding> choose) {
    this.viewModel = viewModel;
    this.images = images;
    getStyleClass().add("finding-cell");
    keypoint.getStyleClass().add(Styles.TEXT_BOLD);
    kind.getStyleClass().add(Styles.TEXT_SMALL);
    face.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    score.getStyleClass().addAll("finding-score", "tabular", Styles.TEXT_SMALL);
    score.setMinWidth(Region.USE_PREF_SIZE);
    keypoint.setMinWidth(0);
    kind.setMinWidth(0);
    face.setMinWidth(0);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox last = new HBox(8, face, spring, score);
    last.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(keypoint, kind, last);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(8, canvas, words);
    row.setAlignment(Pos.CENTER_LEFT);
    // The text is cut off, not the row made wider than the list.
    row.setPrefWidth(0);
    setOnMousePressed(
        _ -> {
          if (!isEmpty()) {
            choose.accept(getItem());
          }
        });
  }

  @Override
  protected void updateItem(Finding finding, boolean empty) {
    super.updateItem(finding, empty);
    shown = empty ? Optional.empty() : Optional.ofNullable(finding);
    setGraphic(shown.isPresent() ? row : null);
    setTooltip(shown.isPresent() ? tooltip : null);
    shown.ifPresent(
        item -> viewModel.session().openDataSet().ifPresent(open -> describe(item, open)));
  }

  private void describe(Finding finding, OpenDataSet open) {
    ReviewState state = viewModel.state(finding);
    keypoint.setText(open.document().schema().displayName(finding.keypoint()));
    kind.setText(finding.suspicion().kind().displayName());
    face.setText(open.dataSet().face(finding.face()).name());
    score.setText(
        state == ReviewState.OPEN ? AuditWords.probability(finding.suspicion()) : state.toString());
    tooltip.setText(finding.suspicion().reason());
    pseudoClassStateChanged(REVIEWED, state != ReviewState.OPEN);
    setAccessibleText(
        "%s of %s, %s, %s"
            .formatted(keypoint.getText(), face.getText(), kind.getText(), score.getText()));
    Optional<Image> picture = images.cached(open.dataSet(), finding.face(), Tone.NEUTRAL);
    paint(picture, open.document().annotation(finding.face()), finding);
    if (picture.isEmpty()) {
      images.request(
          open.dataSet(),
          finding.face(),
          Tone.NEUTRAL,
          () -> shown.filter(finding::equals).isPresent(),
          loaded -> {
            if (shown.filter(finding::equals).isPresent()) {
              paint(Optional.of(loaded), open.document().annotation(finding.face()), finding);
            }
          });
    }
  }

  private void paint(Optional<Image> picture, Annotation points, Finding finding) {
    canvas.getGraphicsContext2D().clearRect(0, 0, THUMBNAIL, THUMBNAIL);
    picture.ifPresent(
        image -> {
          sketch.paint(canvas, image, points);
          ViewTransform transform = FaceSketch.filling(canvas, image);
          if (points.isPlaced(finding.keypoint())) {
            new Marks(canvas.getGraphicsContext2D(), SUSPECT_RADIUS)
                .halo(
                    transform.toCanvasX(points.x(finding.keypoint())),
                    transform.toCanvasY(points.y(finding.keypoint())),
                    1);
          }
        });
  }
}
