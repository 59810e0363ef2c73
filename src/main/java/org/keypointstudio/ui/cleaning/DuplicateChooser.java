package org.keypointstudio.ui.cleaning;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.cleaning.UndecidedDuplicates;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.canvas.FaceSketch;
import org.keypointstudio.ui.canvas.Tone;

/**
 * Rows of one image with differing labels, side by side: the person clicks the one that is right.
 */
final class DuplicateChooser extends VBox {
  private static final double PICTURE = 176;
  private static final double MARK_RADIUS = 3.5;

  private final CleaningViewModel model;
  private final FaceImages images;
  private final Label title = new Label();
  private final FlowPane pictures = new FlowPane(12, 12);
  private final Button all = new Button("Keep all");
  private Optional<UndecidedDuplicates> shown = Optional.empty();

  DuplicateChooser(CleaningViewModel model, FaceImages images) {
    super(12);
    this.model = model;
    this.images = images;
    title.getStyleClass().add(Styles.TITLE_4);
    title.setWrapText(true);
    all.setId("cleaning-keep-all");
    all.setMinWidth(USE_PREF_SIZE);
    all.setTooltip(new Tooltip("Leave these rows as they are"));
    all.setOnAction(_ -> shown.ifPresent(model::keepAll));
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox head = new HBox(12, title, spring, all);
    head.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(pictures);
    scroll.setFitToWidth(true);
    setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(head, scroll);
  }

  /** Shows the first group of those that are undecided. */
  void show(CleaningViewModel.Outcome outcome) {
    List<UndecidedDuplicates> undecided = outcome.plan().undecided();
    Optional<UndecidedDuplicates> first = undecided.stream().findFirst();
    title.setText(
        "Which labels are right? %,d %s to decide."
            .formatted(undecided.size(), undecided.size() == 1 ? "image is" : "images are"));
    if (!first.equals(shown)) {
      shown = first;
      pictures
          .getChildren()
          .setAll(
              first.stream()
                  .flatMap(
                      group -> group.faces().stream().map(face -> choice(outcome, group, face)))
                  .toList());
    }
  }

  private Button choice(CleaningViewModel.Outcome outcome, UndecidedDuplicates group, int face) {
    Canvas canvas = new Canvas(PICTURE, PICTURE);
    FaceLabels labels =
        outcome.plan().after(outcome.before()).getOrDefault(face, outcome.before().get(face));
    images.request(
        outcome.open().dataSet(),
        face,
        Tone.NEUTRAL,
        () -> true,
        picture -> new FaceSketch(MARK_RADIUS).paint(canvas, picture, labels.annotation()));
    StackPane picture = new StackPane(canvas);
    picture.getStyleClass().add("face-picture");
    String name = outcome.open().dataSet().face(face).name();
    Label caption = new Label("%s, %d points".formatted(name, labels.annotation().placedCount()));
    VBox content = new VBox(4, picture, caption);
    content.setAlignment(Pos.CENTER);
    Button choice = new Button(null, content);
    choice.setId("cleaning-keep-" + face);
    choice.setAccessibleText("Keep the labels of " + name);
    choice.setTooltip(new Tooltip("Keep these labels, exclude the other rows of this image"));
    choice.setOnAction(_ -> model.keep(group, face));
    return choice;
  }
}
