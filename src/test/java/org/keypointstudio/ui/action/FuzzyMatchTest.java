package org.keypointstudio.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

  private static List<String> found(String query, String... names) {
    return Arrays.stream(names)
        .filter(name -> FuzzyMatch.score(query, name).isPresent())
        .sorted(
            Comparator.comparingInt((String name) -> FuzzyMatch.score(query, name).getAsInt())
                .reversed())
        .toList();
  }

  @Test
  void the_first_letters_of_the_words_find_a_name_before_letters_within_them() {
    assertThat(found("nf", "Confirm a face", "Next face", "Undo"))
        .containsExactly("Next face", "Confirm a face");
  }

  @Test
  void letters_in_a_row_count_more_than_scattered_ones() {
    assertThat(found("nud", "Find under", "Nudge left 1 px")).first().isEqualTo("Nudge left 1 px");
  }

  @Test
  void case_and_spaces_do_not_matter() {
    assertThat(FuzzyMatch.score("ZOOM in", "Zoom in")).isPresent();
    assertThat(FuzzyMatch.score("zoomin", "Zoom in"))
        .isEqualTo(FuzzyMatch.score("zoom in", "Zoom in"));
  }

  @Test
  void letters_in_another_order_do_not_fit() {
    assertThat(FuzzyMatch.score("moz", "Zoom in")).isEmpty();
    assertThat(FuzzyMatch.score("x", "")).isEmpty();
  }

  @Test
  void an_empty_query_fits_everything_alike() {
    assertThat(FuzzyMatch.score("", "Undo")).hasValue(0);
    assertThat(FuzzyMatch.score("  ", "Nudge left")).hasValue(0);
  }

  @Property
  void every_selection_of_a_names_letters_in_order_fits(
      @ForAll StudioAction action, @ForAll @IntRange(min = 1, max = 5) int step) {
    String name = action.text();
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < name.length(); i += step) {
      query.append(name.charAt(i));
    }

    assertThat(FuzzyMatch.score(query.toString(), name)).isPresent();
  }
}
