package org.keypointstudio.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCombination;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeyMapTest {
  private static final KeyCombination J = KeyCombination.valueOf("Shortcut+J");

  @Test
  void an_action_has_its_usual_keys_until_they_are_changed() {
    KeyMap changed = KeyMap.usual().with(StudioAction.SAVE, List.of(J));

    assertThat(KeyMap.usual().keys(StudioAction.SAVE)).isEqualTo(StudioAction.SAVE.usualKeys());
    assertThat(changed.keys(StudioAction.SAVE)).containsExactly(J);
    assertThat(changed.keys(StudioAction.OPEN)).isEqualTo(StudioAction.OPEN.usualKeys());
    assertThat(changed.isUsual(StudioAction.SAVE)).isFalse();
  }

  @Test
  void putting_the_usual_keys_back_is_no_change_at_all() {
    KeyMap changed = KeyMap.usual().with(StudioAction.SAVE, List.of(J));

    assertThat(changed.with(StudioAction.SAVE, StudioAction.SAVE.usualKeys()))
        .isEqualTo(KeyMap.usual());
  }

  @Test
  void a_key_names_all_actions_that_it_does() {
    assertThat(KeyMap.usual().actionsOf(KeyCombination.valueOf("Left")))
        .containsExactly(StudioAction.NUDGE_LEFT, StudioAction.PREVIOUS_FACE);
  }

  @Property
  void keys_come_back_as_they_were_stored(@ForAll StudioAction action, @ForAll StudioAction other) {
    KeyMap map =
        KeyMap.usual().with(action, other.usualKeys()).with(other, List.of(J)).without(other, J);

    assertThat(KeyMap.ofStored(map.stored())).isEqualTo(map);
  }

  @Test
  void what_was_stored_by_another_version_or_a_clumsy_hand_is_left_out() {
    KeyMap map =
        KeyMap.ofStored(
            Map.of(
                "FLY_TO_THE_MOON", List.of("Ctrl+M"),
                "SAVE", List.of("Ctrl+"),
                "UNDO", List.of("Shortcut+J")));

    assertThat(map).isEqualTo(KeyMap.usual().with(StudioAction.UNDO, List.of(J)));
  }
}
