package org.keypointstudio.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
  private static String csv(Object... cells) {
    return CsvText.of(new Table("t", List.of("a", "b"), List.of(List.of(cells))));
  }

  @Test
  void numbers_stay_numbers_and_what_does_not_exist_is_empty() {
    assertThat(csv(-1.5, Double.NaN)).isEqualTo("a,b\n-1.5,\n");
    assertThat(csv(3, "three")).isEqualTo("a,b\n3,three\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd", "-cmd", "@SUM(A1)", "=HYPERLINK(\"x\")"})
  void text_that_a_spreadsheet_would_run_is_made_harmless(String text) {
    assertThat(csv(text, "b")).contains("'" + text.charAt(0));
  }

  @Test
  void commas_quotes_and_line_breaks_are_quoted() {
    assertThat(csv("a,b", "say \"hi\"\n")).isEqualTo("a,b\n\"a,b\",\"say \"\"hi\"\"\n\"\n");
  }

  @Test
  void a_row_of_another_length_is_a_mistake() {
    assertThatThrownBy(() -> csv("one")).isInstanceOf(IllegalArgumentException.class);
  }
}
