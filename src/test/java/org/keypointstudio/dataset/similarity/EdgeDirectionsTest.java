package org.keypointstudio.dataset.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

class EdgeDirectionsTest {
  /** Bright from a column on. */
  private static GrayImage edge(int size, int column, int dark, int bright) {
    byte[] pixels = new byte[size * size];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % size < column ? dark : bright);
    }
    return new GrayImage(new ImageSize(size, size), pixels);
  }

  private static double likeness(float[] one, float[] other) {
    double product = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
      first += one[i] * one[i];
      second += other[i] * other[i];
    }
    return product / Math.sqrt(first * second);
  }

  @Test
  void what_is_brighter_or_darker_by_the_same_everywhere_looks_the_same() {
    assertThat(EdgeDirections.of(edge(96, 40, 10, 110)))
        .containsExactly(EdgeDirections.of(edge(96, 40, 100, 200)));
  }

  @Test
  void an_edge_elsewhere_or_the_other_way_round_looks_different() {
    float[] here = EdgeDirections.of(edge(96, 30, 10, 110));

    assertThat(likeness(here, EdgeDirections.of(edge(96, 70, 10, 110)))).isLessThan(0.1);
    assertThat(likeness(here, EdgeDirections.of(edge(96, 30, 110, 10)))).isLessThan(0.1);
    assertThat(likeness(here, EdgeDirections.of(edge(96, 32, 10, 90)))).isGreaterThan(0.8);
  }

  @Test
  void the_size_of_the_image_does_not_matter() {
    assertThat(
            likeness(
                EdgeDirections.of(edge(96, 48, 0, 200)), EdgeDirections.of(edge(480, 240, 0, 200))))
        .isGreaterThan(0.95);
  }

  @Property(tries = 20)
  void even_a_tiny_or_flat_image_has_a_look(@ForAll @IntRange(min = 1, max = 20) int size) {
    assertThat(EdgeDirections.of(edge(size, size, 7, 7))).hasSize(512).containsOnly(0f);
  }
}
