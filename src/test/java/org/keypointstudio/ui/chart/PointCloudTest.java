package org.keypointstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointCloudTest {
  private final PointCloud cloud =
      new PointCloud(
          new double[] {1, 5, Double.NaN, 9, 2},
          new double[] {1, 5, 5, 9, 2},
          new int[] {0, 1, 2, 3, 0},
          new int[5]);

  @Test
  void a_line_around_points_gives_each_of_their_faces_once() {
    assertThat(cloud.facesWithin(new double[] {0, 6, 6, 0}, new double[] {0, 0, 6, 6}))
        .containsExactly(0, 1);
  }

  @Test
  void a_bay_of_the_line_leaves_its_points_out() {
    assertThat(
            cloud.facesWithin(new double[] {0, 10, 10, 4, 6, 0}, new double[] {0, 0, 10, 10, 4, 3}))
        .containsExactly(0, 3);
  }

  @Test
  void the_nearest_point_is_found_if_it_is_near_enough() {
    assertThat(cloud.nearest(5.5, 5, 1)).isEqualTo(1);
    assertThat(cloud.nearest(7, 7, 1)).isEqualTo(-1);
    assertThat(PointCloud.empty().nearest(0, 0, 100)).isEqualTo(-1);
  }
}
