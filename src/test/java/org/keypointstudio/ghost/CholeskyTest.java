package org.keypointstudio.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CholeskyTest {

  @Property(tries = 100)
  void a_solution_is_mapped_back_to_the_right_side(
      @ForAll @IntRange(min = 1, max = 12) int size, @ForAll long seed) {
    Random random = new Random(seed);
    double[][] root = new double[size][size];
    for (double[] row : root) {
      for (int j = 0; j < size; j++) {
        row[j] = random.nextGaussian();
      }
    }
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          matrix[i][j] += root[i][k] * root[j][k];
        }
      }
      matrix[i][i] += 0.1;
    }
    double[] right = random.doubles(size).toArray();

    double[] solution = Cholesky.of(matrix).solve(right);

    for (int i = 0; i < size; i++) {
      double mapped = 0;
      for (int j = 0; j < size; j++) {
        mapped += matrix[i][j] * solution[j];
      }
      assertThat(mapped).isCloseTo(right[i], within(1e-6));
    }
  }
}
