package org.keypointstudio.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Point2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.ImageSize;

class CanvasViewModelTest {

  private static CanvasViewModel canvasOf(double width, double height) {
    CanvasViewModel view = new CanvasViewModel();
    view.setImageSize(new ImageSize(96, 96));
    view.resizeCanvas(width, height);
    return view;
  }

  @Test
  void a_fitted_face_stays_fitted_when_the_canvas_grows() {
    CanvasViewModel view = canvasOf(500, 500);
    double before = view.transformProperty().get().scale();

    view.resizeCanvas(1000, 1000);

    assertThat(view.transformProperty().get().scale()).isCloseTo(2 * before, within(1e-9));
  }

  @Test
  void a_zoomed_face_keeps_its_zoom_from_face_to_face() {
    CanvasViewModel view = canvasOf(500, 500);
    view.zoom(3);
    ViewTransform zoomed = view.transformProperty().get();

    view.setImageSize(new ImageSize(96, 96));

    assertThat(view.transformProperty().get()).isEqualTo(zoomed);
  }

  @Test
  void the_centre_of_the_top_left_pixel_is_the_origin() {
    ViewTransform transform = new ViewTransform(10, 100, 50);

    assertThat(transform.toCanvasX(0)).isEqualTo(105);
    assertThat(transform.toCanvasY(0)).isEqualTo(55);
  }

  @Property
  void a_place_stays_where_it_is_while_one_zooms_at_it(
      @ForAll @DoubleRange(min = 0, max = 800) double x,
      @ForAll @DoubleRange(min = 0, max = 600) double y,
      @ForAll @DoubleRange(min = -20, max = 20) double steps) {
    CanvasViewModel view = canvasOf(800, 600);
    Point2D before = view.transformProperty().get().toImage(x, y);

    view.zoomAt(x, y, steps);

    ViewTransform after = view.transformProperty().get();
    assertThat(after.toCanvasX(before.getX())).isCloseTo(x, within(1e-6));
    assertThat(after.toCanvasY(before.getY())).isCloseTo(y, within(1e-6));
    assertThat(after.scale()).isBetween(ViewTransform.LEAST_SCALE, ViewTransform.GREATEST_SCALE);
  }

  @Test
  void a_neutral_tone_shows_every_grey_as_it_is() {
    int[] table = Tone.NEUTRAL.lookUpTable();

    for (int grey = 0; grey < 256; grey++) {
      assertThat(table[grey]).isEqualTo(grey);
    }
  }

  @Test
  void contrast_spreads_greys_about_the_middle_and_brightness_lifts_them() {
    assertThat(new Tone(0, 0.5, 0, 0).lookUpTable()[64]).isLessThan(64);
    assertThat(new Tone(0, 0.5, 0, 0).lookUpTable()[192]).isGreaterThan(192);
    assertThat(new Tone(0.2, 0, 0, 0).lookUpTable()[100]).isEqualTo(151);
  }
}
