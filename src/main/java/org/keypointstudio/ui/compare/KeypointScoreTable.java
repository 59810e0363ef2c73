package org.keypointstudio.ui.compare;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.keypointstudio.ui.canvas.MarkIcon;
import org.keypointstudio.ui.compare.ScoreRows.KeypointRow;
import org.keypointstudio.ui.session.ModelEntry;

/** How well each model places each keypoint; a row selects its keypoint on the faces. */
final class KeypointScoreTable extends ScoreTable<KeypointRow> {
  private static final double NAME_WIDTH = 172;
  private static final double ERROR_WIDTH = 64;

  private final List<ModelEntry> models;

  /**
   * A table without rows.
   *
   * @param models that were compared, one column each
   */
  KeypointScoreTable(List<ModelEntry> models) {
    super("Errors by keypoint");
    this.models = models;
    setId("compare-keypoints");
    setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
    setPlaceholder(new Label("No figures yet."));
    TableColumn<KeypointRow, String> name = column("Keypoint", KeypointRow::name, NAME_WIDTH);
    getColumns().add(name);
    for (ModelEntry model : models) {
      TableColumn<KeypointRow, Double> error =
          errorColumn(
              "",
              row -> row.rmseOf(model),
              row -> row.best().filter(model::equals).isPresent(),
              ERROR_WIDTH);
      Label header = new Label("", MarkIcon.ofModel(model.styleIndex()));
      header.setTooltip(new Tooltip("RMSE of " + model.name() + " in pixels"));
      error.setGraphic(header);
      getColumns().add(error);
    }
  }

  /** The models that have a column. */
  List<ModelEntry> models() {
    return models;
  }
}
