package org.keypointstudio.ui.action;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCombination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which keys do which action: the usual ones, but for the actions whose keys a person changed. An
 * immutable value.
 *
 * @param changed the keys of those actions; an empty list means none at all
 */
public record KeyMap(Map<StudioAction, List<KeyCombination>> changed) {
  private static final Logger LOG = LoggerFactory.getLogger(KeyMap.class);

  /** Copies the map. */
  public KeyMap {
    changed = Map.copyOf(changed);
  }

  /** The usual keys. */
  public static KeyMap usual() {
    return new KeyMap(Map.of());
  }

  /**
   * The keys as they were stored. What cannot be understood (an action of another version, a key
   * that does not exist) is left out and has its usual keys.
   *
   * @param stored key combinations in their own notation, by the action's name
   */
  public static KeyMap ofStored(Map<String, List<String>> stored) {
    Map<StudioAction, List<KeyCombination>> changed = new EnumMap<>(StudioAction.class);
    for (StudioAction action : StudioAction.values()) {
      if (stored.containsKey(action.name())) {
        try {
          changed.put(
              action, stored.get(action.name()).stream().map(KeyCombination::valueOf).toList());
        } catch (IllegalArgumentException problem) {
          LOG.warn("The stored keys of {} cannot be understood", action, problem);
        }
      }
    }
    return new KeyMap(changed);
  }

  /** These keys as {@link #ofStored} reads them. */
  public Map<String, List<String>> stored() {
    Map<String, List<String>> stored = new HashMap<>();
    changed.forEach(
        (action, keys) ->
            stored.put(action.name(), keys.stream().map(KeyCombination::getName).toList()));
    return stored;
  }

  /** The keys that do an action, the one that menus show first. */
  public List<KeyCombination> keys(StudioAction action) {
    return changed.getOrDefault(action, action.usualKeys());
  }

  /** The actions that a key does, in the order in which they are tried. */
  public List<StudioAction> actionsOf(KeyCombination key) {
    return Arrays.stream(StudioAction.values())
        .filter(action -> keys(action).contains(key))
        .toList();
  }

  /** Whether an action has its usual keys. */
  public boolean isUsual(StudioAction action) {
    return !changed.containsKey(action);
  }

  /** These keys with others for one action. */
  public KeyMap with(StudioAction action, List<KeyCombination> keys) {
    Map<StudioAction, List<KeyCombination>> next = new HashMap<>(changed);
    if (keys.equals(action.usualKeys())) {
      next.remove(action);
    } else {
      next.put(action, List.copyOf(keys));
    }
    return new KeyMap(next);
  }

  /** These keys without one key of an action. */
  public KeyMap without(StudioAction action, KeyCombination key) {
    return with(action, keys(action).stream().filter(other -> !other.equals(key)).toList());
  }
}
