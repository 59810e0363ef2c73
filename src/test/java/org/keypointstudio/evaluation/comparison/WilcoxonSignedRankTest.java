package org.keypointstudio.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WilcoxonSignedRankTest {
  @Test
  void five_differences_of_one_sign_happen_by_chance_in_two_of_32_cases() {
    assertThat(WilcoxonSignedRank.pValue(new double[] {1, 2, 3, 4, 5})).isEqualTo(2 / 32.0);
  }

  @Test
  void a_textbook_example_has_the_textbook_p() {
    // Conover's table: W = 9 of n = 10 has a one-sided probability of 33 / 1024.
    double[] differences = {1, -2, 3, 4, 5, 6, -7, 8, 9, 10};

    assertThat(WilcoxonSignedRank.pValue(differences)).isCloseTo(2 * 33 / 1024.0, within(1e-12));
  }

  @Test
  void equal_differences_share_their_rank() {
    // Each of the two halves of the signs weighs the same: P(W ≤ 0) = 1/8, twice that is 1/4.
    assertThat(WilcoxonSignedRank.pValue(new double[] {1, 1, 1})).isEqualTo(0.25);
  }

  @Test
  void without_a_difference_there_is_no_p() {
    assertThat(WilcoxonSignedRank.pValue(new double[] {0, 0})).isNaN();
  }

  @Test
  void many_differences_have_about_the_exact_p() {
    double[] differences =
        IntStream.rangeClosed(1, 60).mapToDouble(i -> i % 3 == 0 ? -i : i).toArray();

    // Counting all 2⁶⁰ signs gives this.
    assertThat(WilcoxonSignedRank.pValue(differences)).isCloseTo(0.03556317378476646, within(1e-3));
  }

  @Property(tries = 100)
  void the_p_is_a_probability_and_does_not_know_the_sides(
      @ForAll @Size(min = 1, max = 80) double @DoubleRange(min = -5, max = 5) [] differences) {
    double p = WilcoxonSignedRank.pValue(differences);
    double[] turned = Arrays.stream(differences).map(it -> -it).toArray();

    assertThat(Double.isNaN(p) || (p >= 0 && p <= 1)).isTrue();
    assertThat(Double.valueOf(WilcoxonSignedRank.pValue(turned))).isEqualTo(Double.valueOf(p));
  }
}
