package org.keypointstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keypointstudio.ui.action.KeyMap;
import org.keypointstudio.ui.action.KeyText;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.shell.KeySections.Line;
import org.keypointstudio.ui.shell.KeySections.Section;

class KeySectionsTest {
  private static Stream<Section> sections(KeyMap keys) {
    return KeySections.columns(keys).stream().flatMap(List::stream);
  }

  private static List<Line> lines(KeyMap keys) {
    return sections(keys).flatMap(section -> section.lines().stream()).toList();
  }

  @Test
  void every_key_in_force_is_on_the_sheet() {
    String all = String.join(" ", lines(KeyMap.usual()).stream().map(Line::keys).toList());

    Arrays.stream(StudioAction.values())
        .filter(action -> !KeyMap.usual().keys(action).isEmpty())
        .forEach(
            action ->
                assertThat(all)
                    .as(action.name())
                    .contains(KeyText.of(KeyMap.usual().keys(action).getFirst())));
  }

  @Test
  void every_action_that_has_a_key_is_named_once() {
    assertThat(
            sections(KeyMap.usual())
                .filter(section -> !section.title().equals("Mouse"))
                .flatMap(section -> section.lines().stream())
                .map(Line::text))
        .doesNotHaveDuplicates()
        .contains("Save", "Guided placing", "Nudge 0.25 px", "Next face", "Fit the face");
  }
}
