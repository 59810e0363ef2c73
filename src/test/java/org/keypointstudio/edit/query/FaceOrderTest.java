package org.keypointstudio.edit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keypointstudio.model.KeypointSchema;

class FaceOrderTest {
  private static final QueryWords WORDS =
      new QueryWords(KeypointSchema.kaggle15(), List.of("cnn 1"), new TreeSet<>());
  private static final List<Integer> ALL = List.of(0, 1, 2);

  private static List<Integer> sorted(String text) throws QueryException {
    return FaceOrder.parse(text, WORDS).sort(new ThreeFaces(), ALL);
  }

  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''            | 0 1 2
          -row          | 2 1 0
          labelled      | 2 1 0
          -labelled     | 0 1 2
          -name         | 2 1 0
          reviewed      | 0 2 1
          -unsaved      | 1 0 2
          -brightness   | 2 1 0
          sharpness     | 1 0 2
          -sharpness    | 0 1 2
          error(cnn 1)  | 0 1 2
          -ERROR("cnn 1") | 0 1 2
          group         | 0 2 1
          """)
  void sorts_by_any_measure_and_puts_faces_without_it_last(String text, String expected)
      throws QueryException {
    assertThat(sorted(text)).asString().isEqualTo("[" + expected.replace(" ", ", ") + "]");
  }

  @Test
  void is_understood_again_as_it_is_written() throws QueryException {
    FaceOrder order = FaceOrder.parse(" -Error(cnn 1) ", WORDS);

    assertThat(order.text()).isEqualTo("-error(cnn 1)");
    assertThat(FaceOrder.parse(order.text(), WORDS)).isEqualTo(order);
    assertThat(order.isAscending()).isFalse();
  }

  @Test
  void says_which_images_must_be_measured_first() throws QueryException {
    assertThat(FaceOrder.parse("sharpness", WORDS).needs()).containsExactly(ImageNeed.FACTS);
    assertThat(FaceOrder.parse("-group", WORDS).needs()).containsExactly(ImageNeed.DUPLICATES);
    assertThat(FaceOrder.parse("missing", WORDS).needs()).isEmpty();
  }

  @Test
  void says_what_it_cannot_sort_by() {
    assertThatThrownBy(() -> FaceOrder.parse("beauty", WORDS))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("\"beauty\"");
    assertThatThrownBy(() -> FaceOrder.parse("error(rnn)", WORDS))
        .hasMessageContaining("There is no model \"rnn\"");
    assertThatThrownBy(() -> FaceOrder.parse("a b", WORDS)).hasMessageContaining("\"a b\"");
  }

  @ParameterizedTest
  @CsvSource({"row 9, row 10", "a, B", "img2.png, img010.png", "img, img1", "007, 8"})
  void lists_names_as_people_do(String first, String second) {
    assertThat(NaturalOrder.compare(first, second)).isNegative();
    assertThat(NaturalOrder.compare(second, first)).isPositive();
  }

  @Test
  void takes_names_that_differ_in_capitals_or_leading_zeros_for_equal() {
    assertThat(NaturalOrder.compare("Row 07", "row 7")).isZero();
  }
}
