package org.keypointstudio.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.keypointstudio.ui.session.ModelEntry;

/** Which mark is whose, in a corner of the canvas, once there is more than one kind of mark. */
final class Legend extends VBox {
  private static final double WIDEST = 240;

  private List<ModelEntry> listed = List.of();

  Legend() {
    super(2);
    getStyleClass().add("legend");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  /** Lists the ground truth and these models; nothing if there is no model. */
  void show(List<ModelEntry> models, boolean wanted) {
    setVisible(wanted && !models.isEmpty());
    if (!models.equals(listed)) {
      listed = List.copyOf(models);
      List<Node> rows = new ArrayList<>();
      rows.add(row(MarkIcon.ofGroundTruth(), "Ground truth"));
      models.forEach(model -> rows.add(row(MarkIcon.ofModel(model.styleIndex()), model.name())));
      getChildren().setAll(rows);
    }
    if (isVisible()) {
      resizeRelocate(12, 12, Math.min(WIDEST, prefWidth(-1)), prefHeight(-1));
    }
  }

  private static HBox row(MarkIcon icon, String name) {
    Label label = new Label(name);
    label.setMinWidth(0);
    HBox row = new HBox(8, icon, label);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
