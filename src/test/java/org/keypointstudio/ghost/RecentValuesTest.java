package org.keypointstudio.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentValuesTest {
  private final List<String> made = new ArrayList<>();
  private final RecentValues<String, String> values = new RecentValues<>(2);

  private void ask(String key) {
    assertThat(values.get(key, this::make)).isEqualTo("value of " + key);
  }

  private String make(String key) {
    made.add(key);
    return "value of " + key;
  }

  @Test
  void a_value_is_made_once_while_it_is_kept() {
    ask("a");
    ask("b");
    ask("a");

    assertThat(made).containsExactly("a", "b");
  }

  @Test
  void the_value_that_was_used_longest_ago_makes_room() {
    ask("a");
    ask("b");
    ask("a");
    ask("c");
    ask("a");
    ask("b");

    assertThat(made).containsExactly("a", "b", "c", "b");
  }
}
