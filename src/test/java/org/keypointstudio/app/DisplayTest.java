package org.keypointstudio.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DisplayTest {
  private final Properties properties = new Properties();

  private Display display(String system, Map<String, String> environment) {
    return new Display(system, environment::get, properties);
  }

  @Test
  void without_a_screen_a_window_is_refused_in_one_sentence() {
    assertThatThrownBy(() -> display("Linux", Map.of("DISPLAY", "")).require())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no display")
        .hasMessageContaining("run tour");
  }

  @Test
  void without_a_screen_the_tour_draws_into_memory() {
    Display display = display("Linux", Map.of());

    display.doWithoutIfMissing();

    assertThat(properties).containsEntry("glass.platform", "Headless");
    assertThat(properties).containsEntry("prism.order", "sw");
    assertThatCode(display::require).doesNotThrowAnyException();
  }

  @Test
  void a_screen_is_used_where_there_is_one() {
    display("Linux", Map.of("DISPLAY", ":0")).doWithoutIfMissing();
    display("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")).doWithoutIfMissing();
    display("Windows 11", Map.of()).doWithoutIfMissing();
    display("Mac OS X", Map.of()).doWithoutIfMissing();

    assertThat(properties).isEmpty();
  }

  @Test
  void a_platform_that_was_asked_for_stays() {
    properties.setProperty("glass.platform", "Monocle");

    display("Linux", Map.of()).doWithoutIfMissing();

    assertThat(properties).containsOnly(Map.entry("glass.platform", "Monocle"));
  }
}
