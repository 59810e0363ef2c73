package org.keypointstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keypointstudio.dataset.statistics.Histogram;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Document;

/** Charts as SVG: what is seen in the window is in the file. */
@ExtendWith(ApplicationExtension.class)
class VectorChartTest {
  private CurveChart curves;
  private HistogramChart bars;

  @Start
  void show_both(Stage stage) {
    curves = new CurveChart("%.2f"::formatted);
    bars = new HistogramChart("Brightness (grey level)", _ -> {});
    stage.setScene(new Scene(new VBox(curves, new ChartLegend(curves), bars), 640, 600));
    stage.show();
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static String texts(Document svg) {
    StringBuilder texts = new StringBuilder();
    for (int i = 0; i < svg.getElementsByTagName("text").getLength(); i++) {
      texts.append(svg.getElementsByTagName("text").item(i).getTextContent()).append('\n');
    }
    return texts.toString();
  }

  private static CurveSeries series(String name, double... ys) {
    Curve curve = new Curve();
    for (int i = 0; i < ys.length; i++) {
      curve.add(i, ys[i]);
    }
    return CurveSeries.colored(name, curve, CurveSeries.Role.POINTS, Color.web("#e69f00"));
  }

  @Test
  void curves_axes_and_legend_are_lines_and_texts(FxRobot robot) throws Exception {
    CurveSeries hidden = series("hidden", 9, 9, 9);
    robot.interact(
        () -> {
          curves.horizontalNameProperty().set("Epoch");
          curves.verticalNameProperty().set("RMSE (px)");
          curves.series().setAll(series("cnn <1>", 4, 2, 1), hidden);
          hidden.visibleProperty().set(false);
        });
    WaitForAsyncUtils.waitForFxEvents();

    Document svg =
        parsed(WaitForAsyncUtils.waitForAsyncFx(5_000, () -> curves.svg("runs", Color.WHITE)));

    assertThat(texts(svg)).contains("Epoch", "RMSE (px)", "cnn <1>").doesNotContain("hidden");
    assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(1);
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(3);
  }

  @Test
  void each_bar_of_a_histogram_is_a_rectangle(FxRobot robot) throws Exception {
    Histogram histogram = Histogram.of(new double[] {1, 1, 2, 5}, 5, 1);
    robot.interact(() -> bars.show(histogram));
    WaitForAsyncUtils.waitForFxEvents();

    Document svg =
        parsed(WaitForAsyncUtils.waitForAsyncFx(5_000, () -> bars.svg("bars", Color.WHITE)));

    assertThat(texts(svg)).contains("Brightness (grey level)", "Faces");
    assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(1 + histogram.bins().size());
  }

  @Test
  void a_chart_without_values_is_an_empty_picture() throws Exception {
    Document svg =
        parsed(WaitForAsyncUtils.waitForAsyncFx(5_000, () -> bars.svg("bars", Color.WHITE)));

    assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(1);
  }
}
