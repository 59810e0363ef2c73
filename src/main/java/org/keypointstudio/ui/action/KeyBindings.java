package org.keypointstudio.ui.action;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCombination;
import org.keypointstudio.ui.settings.Settings;

/** The keys in force, as the settings have them. Lives on the window's thread. */
public final class KeyBindings {
  private final Settings settings;
  private final ReadOnlyObjectWrapper<KeyMap> keys;

  /** The keys of these settings; each change is stored there. */
  public KeyBindings(Settings settings) {
    this.settings = settings;
    this.keys = new ReadOnlyObjectWrapper<>(KeyMap.ofStored(settings.valueProperty().get().keys()));
  }

  /** The keys in force. */
  public ReadOnlyObjectProperty<KeyMap> keysProperty() {
    return keys.getReadOnlyProperty();
  }

  /** A key does an action too, before its others: menus show it. */
  public void add(StudioAction action, KeyCombination key) {
    List<KeyCombination> wanted = new ArrayList<>(keys.get().keys(action));
    wanted.remove(key);
    wanted.addFirst(key);
    change(map -> map.with(action, wanted));
  }

  /** A key does this action and no other any more. */
  public void take(StudioAction action, KeyCombination key) {
    change(
        map -> {
          KeyMap freed = map;
          for (StudioAction holder : map.actionsOf(key)) {
            freed = freed.without(holder, key);
          }
          return freed;
        });
    add(action, key);
  }

  /** A key does an action no more. */
  public void remove(StudioAction action, KeyCombination key) {
    change(map -> map.without(action, key));
  }

  /** An action has its usual keys again. */
  public void reset(StudioAction action) {
    change(map -> map.with(action, action.usualKeys()));
  }

  /** All actions have their usual keys again. */
  public void resetAll() {
    change(_ -> KeyMap.usual());
  }

  private void change(UnaryOperator<KeyMap> change) {
    keys.set(change.apply(keys.get()));
    settings.update(present -> present.withKeys(keys.get().stored()));
  }
}
