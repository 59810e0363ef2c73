package org.keypointstudio.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;

class HeatMapTest {
  private static final ImageSize SIZE = new ImageSize(96, 96);

  private final List<Annotation> faces =
      List.of(
          Annotation.ofCoordinates(20, 30, 70, 80),
          Annotation.ofCoordinates(20, 30, Double.NaN, Double.NaN),
          Annotation.ofCoordinates(60, 30, -500, 80));

  private static double at(HeatMap map, double x, double y) {
    return map.at((x + 0.5) / SIZE.width(), (y + 0.5) / SIZE.height());
  }

  @Test
  void a_keypoint_is_densest_where_most_faces_have_it() {
    HeatMap map = HeatMap.of(faces, 0, SIZE);

    assertThat(at(map, 20, 30)).isEqualTo(1);
    assertThat(at(map, 60, 30)).isBetween(0.45, 0.55);
    assertThat(at(map, 70, 80)).isZero();
  }

  @Test
  void without_a_keypoint_all_of_them_count_and_places_outside_the_image_do_not() {
    HeatMap map = HeatMap.of(faces, -1, SIZE);

    assertThat(at(map, 20, 30)).isEqualTo(1);
    assertThat(at(map, 70, 80)).isBetween(0.45, 0.55);
  }

  @Test
  void a_keypoint_that_no_face_has_leaves_the_map_empty() {
    HeatMap map = HeatMap.of(List.of(Annotation.unlabelled(2)), 0, new ImageSize(40, 300));

    assertThat(map.at(0.5, 0.5)).isZero();
    assertThat(map.toImage().getHeight()).isEqualTo(96);
  }
}
