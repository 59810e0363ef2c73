package org.keypointstudio.ui.schema;

import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.model.schema.SchemaDraft;
import org.keypointstudio.ui.canvas.Marks;

/**
 * The keypoints on the mean face with the lines between them. Two clicks on points draw a line or
 * take it away.
 */
final class SchemaPicture extends StackPane {
  private static final double SIDE = 340;
  private static final double MARGIN = 34;
  private static final double REACH = 12;
  private static final double RADIUS = 4;
  private static final Color BACKGROUND = Color.web("#30343b");
  private static final Color LINE = Color.rgb(255, 255, 255, 0.75);

  private final SchemaEditorViewModel model;
  private final Canvas canvas = new Canvas(SIDE, SIDE);
  private final ObjectProperty<OptionalInt> chosen =
      new SimpleObjectProperty<>(OptionalInt.empty());

  SchemaPicture(SchemaEditorViewModel model) {
    this.model = model;
    setMaxSize(SIDE, SIDE);
    setMinSize(SIDE, SIDE);
    canvas.setId("schema-picture");
    canvas.setAccessibleText("Keypoints on the mean face; click two of them to join or part them");
    getChildren().add(canvas);
    canvas.setOnMouseClicked(this::click);
    model.draftProperty().subscribe(this::paint);
    chosen.subscribe(this::paint);
    model
        .shownProperty()
        .subscribe(
            _ -> {
              chosen.set(OptionalInt.empty());
              paint();
            });
  }

  /** The keypoint in hand, by its source; a line begins at it. */
  ObjectProperty<OptionalInt> chosenProperty() {
    return chosen;
  }

  /** Where a keypoint is in this picture. */
  Point2D place(int source) {
    Point2D unit = model.place(source);
    double scale = SIDE - 2 * MARGIN;
    return new Point2D(MARGIN + scale * unit.getX(), MARGIN + scale * unit.getY());
  }

  private void click(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    Point2D mouse = new Point2D(event.getX(), event.getY());
    OptionalInt hit =
        model.draftProperty().get().sources().stream()
            .mapToInt(Integer::intValue)
            .filter(source -> place(source).distance(mouse) <= REACH)
            .boxed()
            .min((a, b) -> Double.compare(place(a).distance(mouse), place(b).distance(mouse)))
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty());
    boolean holding = chosen.get().stream().anyMatch(model.draftProperty().get()::has);
    if (hit.isPresent() && holding) {
      int first = chosen.get().getAsInt();
      model.change(draft -> draft.toggledLine(first, hit.getAsInt()));
      chosen.set(OptionalInt.empty());
    } else {
      chosen.set(hit);
    }
  }

  private void paint() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.setFill(BACKGROUND);
    graphics.fillRoundRect(0, 0, SIDE, SIDE, 8, 8);
    SchemaDraft draft = model.draftProperty().get();
    graphics.setStroke(LINE);
    graphics.setLineWidth(1.5);
    for (IndexPair line : draft.lines()) {
      Point2D from = place(line.first());
      Point2D to = place(line.second());
      graphics.strokeLine(from.getX(), from.getY(), to.getX(), to.getY());
    }
    Marks marks = new Marks(graphics, RADIUS);
    for (SchemaDraft.Entry entry : draft.entries()) {
      Point2D place = place(entry.source());
      Color color = entry.color().isEmpty() ? Marks.GROUND_TRUTH : Color.web(entry.color());
      marks.groundTruth(place.getX(), place.getY(), Visibility.VISIBLE, color);
    }
    chosen.get().stream()
        .filter(draft::has)
        .forEach(source -> paintChosen(draft, source, graphics, marks));
  }

  private void paintChosen(SchemaDraft draft, int source, GraphicsContext graphics, Marks marks) {
    Point2D place = place(source);
    marks.selection(place.getX(), place.getY());
    SchemaDraft.Entry entry = draft.entry(source);
    if (entry.isPaired()) {
      Point2D partner = place(entry.partner());
      marks.hover(partner.getX(), partner.getY());
    }
    graphics.setFill(Color.WHITE);
    graphics.fillText(entry.name(), 12, SIDE - 12, SIDE - 24);
  }
}
