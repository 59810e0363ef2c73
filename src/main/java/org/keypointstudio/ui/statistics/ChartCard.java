package org.keypointstudio.ui.statistics;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Scale;
import org.keypointstudio.ui.chart.VectorChart;
import org.kordamp.ikonli.javafx.FontIcon;

/** A chart with its title, a remark, and a menu that exports it. */
final class ChartCard extends VBox {
  private final StatisticsExport export;
  private final String fileName;
  private final Node chart;
  private final Label remark = new Label();

  /**
   * A card.
   *
   * @param chart grows as high as there is room
   * @param csv the chart's numbers with a header, made when they are exported
   */
  ChartCard(String title, Node chart, StatisticsExport export, Supplier<String> csv) {
    super(8);
    this.export = export;
    this.chart = chart;
    this.fileName = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    getStyleClass().add("chart-card");
    Label heading = new Label(title);
    heading.getStyleClass().add(Styles.TITLE_4);
    remark.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    remark.setWrapText(true);
    remark.managedProperty().bind(remark.textProperty().isNotEmpty());
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox head = new HBox(8, heading, spring, menu(csv, title));
    head.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().setAll(head, chart, remark);
  }

  private MenuButton menu(Supplier<String> csv, String title) {
    MenuItem picture = new MenuItem("Picture (PNG)…");
    picture.setId(fileName + "-png");
    picture.setOnAction(_ -> export.picture(picture(), fileName));
    MenuItem drawing = new MenuItem("Drawing (SVG)…");
    drawing.setId(fileName + "-svg");
    if (chart instanceof VectorChart lines) {
      drawing.setOnAction(_ -> export.drawing(lines.svg(title, ground()), fileName));
    }
    drawing.setVisible(chart instanceof VectorChart);
    MenuItem numbers = new MenuItem("Numbers (CSV)…");
    numbers.setId(fileName + "-csv");
    numbers.setOnAction(_ -> export.table(csv.get(), fileName));
    MenuButton menu =
        new MenuButton(null, new FontIcon("mdi2e-export-variant"), picture, drawing, numbers);
    menu.setId(fileName + "-export");
    menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, Tweaks.NO_ARROW);
    menu.setTooltip(new Tooltip("Export: " + title));
    menu.setAccessibleText("Export: " + title);
    return menu;
  }

  /** The chart as it is on the screen, in the screen's own pixels, on the card's ground. */
  private Image picture() {
    double pixels = getScene().getWindow().getRenderScaleX();
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(pixels, pixels));
    parameters.setFill(ground());
    return chart.snapshot(parameters, null);
  }

  private Paint ground() {
    return Optional.ofNullable(getBackground())
        .filter(background -> !background.getFills().isEmpty())
        .map(background -> background.getFills().getFirst().getFill())
        .orElse(Color.WHITE);
  }

  /** Says something under the chart; nothing if it is empty. */
  void remark(String text) {
    remark.setText(text);
  }
}
