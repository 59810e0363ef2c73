package org.keypointstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keypointstudio.ui.train.Readings;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CurveChartTest {
  private static final double LEFT = 48;
  private static final double RIGHT = 12;

  private final CurveChart chart = new CurveChart(Readings::pixels);

  @Start
  void show(Stage stage) {
    Curve curve = new Curve();
    for (int i = 0; i <= 100; i++) {
      curve.add(i, 1 + 100.0 / (1 + i));
    }
    chart.horizontalNameProperty().set("Epoch");
    chart.series().setAll(CurveSeries.styled("Validation", curve, CurveSeries.Role.LINE));
    BorderPane root = new BorderPane(chart);
    root.setBottom(new ChartLegend(chart));
    stage.setScene(new Scene(root, 800, 500));
    stage.show();
  }

  /** A place in the plot: 0 is its left end and 1 its right one. */
  private Point2D at(double share) {
    return chart.localToScreen(LEFT + share * (chart.getWidth() - LEFT - RIGHT), 200);
  }

  private void drag(FxRobot robot, double from, double to) {
    robot.moveTo(at(from)).press(MouseButton.PRIMARY).moveTo(at(to)).release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String readoutTitle(FxRobot robot, double x) {
    robot.moveTo(at(x));
    WaitForAsyncUtils.waitForFxEvents();
    return robot.lookup(".chart-readout-title").queryLabeled().getText();
  }

  private static double value(String title) {
    return Double.parseDouble(title.replace("Epoch ", ""));
  }

  @Test
  void tells_the_values_under_the_mouse(FxRobot robot) {
    assertThat(value(readoutTitle(robot, 0.5))).isBetween(49.0, 51.0);
    assertThat(robot.lookup("2.96 px").tryQuery()).isPresent();
  }

  @Test
  void dragging_chooses_a_part_and_a_double_click_shows_everything_again(FxRobot robot) {
    drag(robot, 0.5, 0.75);
    assertThat(chart.zoomed().get()).isTrue();
    assertThat(value(readoutTitle(robot, 0.05))).isBetween(49.0, 53.0);
    assertThat(value(readoutTitle(robot, 0.99))).isBetween(73.0, 76.0);

    robot.doubleClickOn(at(0.3));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(chart.zoomed().get()).isFalse();
    assertThat(value(readoutTitle(robot, 0.99))).isGreaterThan(98);
  }

  @Test
  void a_mere_click_chooses_nothing(FxRobot robot) {
    robot.clickOn(at(0.3));

    assertThat(chart.zoomed().get()).isFalse();
  }

  @Test
  void the_wheel_zooms_where_the_mouse_is(FxRobot robot) {
    double before = value(readoutTitle(robot, 0.5));

    robot.scroll(4, VerticalDirection.UP);
    WaitForAsyncUtils.waitForFxEvents();

    boolean zoomedIn = chart.zoomed().get();
    robot.scroll(8, VerticalDirection.DOWN);
    WaitForAsyncUtils.waitForFxEvents();
    // Which way the wheel zooms depends on the system; one of the two ways is in.
    assertThat(zoomedIn || chart.zoomed().get()).isTrue();
    assertThat(value(readoutTitle(robot, 0.5))).isBetween(before - 1, before + 1);
  }

  @Test
  void another_unit_shows_everything(FxRobot robot) {
    drag(robot, 0.5, 0.75);

    robot.interact(() -> chart.horizontalNameProperty().set("Step"));

    assertThat(chart.zoomed().get()).isFalse();
  }
}
