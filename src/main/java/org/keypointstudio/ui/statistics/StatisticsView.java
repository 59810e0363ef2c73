package org.keypointstudio.ui.statistics;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.keypointstudio.ui.canvas.FaceImages;

/**
 * The Statistics workspace: four pages of charts, each of which leads to the faces it stands for.
 */
public final class StatisticsView extends BorderPane {
  private final ToggleGroup choice = new ToggleGroup();

  /**
   * The workspace.
   *
   * @param export writes charts and their numbers
   * @param pictures of faces that are pointed at
   */
  public StatisticsView(StatisticsViewModel model, StatisticsExport export, FaceImages pictures) {
    getStyleClass().add("statistics-view");
    Map<String, Node> pages = new LinkedHashMap<>();
    pages.put("Labels", new LabelsPage(model, export));
    pages.put("Keypoints", new KeypointsPage(model, export));
    pages.put("Images and pose", new MeasuresPage(model, export));
    pages.put("Similarity", new SimilarityPage(model, export, pictures));
    HBox tabs = new HBox();
    pages.forEach((name, page) -> tabs.getChildren().add(tab(name, page)));
    tabs.getChildren().forEach(tab -> tab.getStyleClass().add(pill(tab, tabs)));
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    Label hint = new Label("Click a bar, a row or a cloud to see its faces in Browse.");
    hint.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    Label state = new Label();
    state.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    state.textProperty().bind(model.imageStateProperty());
    HBox head = new HBox(16, tabs, hint, spring, state);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("statistics-head");
    setTop(head);
    choice.selectToggle(choice.getToggles().getFirst());
    // One page stays chosen, whatever is clicked.
    choice
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null && before != null) {
                before.setSelected(true);
              }
            });
    sceneProperty().subscribe(scene -> model.shownProperty().set(scene != null));
  }

  private static String pill(Node tab, HBox tabs) {
    return tab == tabs.getChildren().getFirst()
        ? Styles.LEFT_PILL
        : tab == tabs.getChildren().getLast() ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
  }

  private ToggleButton tab(String name, Node page) {
    ToggleButton tab = new ToggleButton(name);
    tab.setId("statistics-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
    tab.setToggleGroup(choice);
    tab.selectedProperty()
        .subscribe(
            selected -> {
              if (selected) {
                setCenter(page);
              }
            });
    return tab;
  }
}
