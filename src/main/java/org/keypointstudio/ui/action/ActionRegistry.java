package org.keypointstudio.ui.action;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** What each action does, when it can be done, and which keys do it. */
public final class ActionRegistry {
  private final Map<StudioAction, Binding> bindings = new EnumMap<>(StudioAction.class);
  private final ObservableValue<KeyMap> keys;

  /**
   * What an action does.
   *
   * @param handler does it
   * @param available whether it can be done at present
   * @param toggled the state that it switches, if it is a switch
   * @param chosen whether it is the one in force, if it is one of several choices
   */
  public record Binding(
      Runnable handler,
      ObservableBooleanValue available,
      Optional<BooleanProperty> toggled,
      Optional<ObservableBooleanValue> chosen) {}

  /** Actions with their usual keys. */
  public ActionRegistry() {
    this(new SimpleObjectProperty<>(KeyMap.usual()));
  }

  /** Actions with these keys, which may change. */
  public ActionRegistry(ObservableValue<KeyMap> keys) {
    this.keys = keys;
  }

  /** The keys in force. */
  public ObservableValue<KeyMap> keys() {
    return keys;
  }

  /** The keys that do an action at present, the one that menus show first. */
  public List<KeyCombination> keys(StudioAction action) {
    return keys.getValue().keys(action);
  }

  /** The action does this, whenever it is available. */
  public void bind(StudioAction action, ObservableBooleanValue available, Runnable handler) {
    put(action, new Binding(handler, available, Optional.empty(), Optional.empty()));
  }

  /** The action does this, always. */
  public void bind(StudioAction action, Runnable handler) {
    bind(action, new SimpleBooleanProperty(true), handler);
  }

  /** The action switches this state, always. */
  public void bindToggle(StudioAction action, BooleanProperty state) {
    bindToggle(action, new SimpleBooleanProperty(true), state);
  }

  /** The action switches this state, whenever it is available. */
  public void bindToggle(
      StudioAction action, ObservableBooleanValue available, BooleanProperty state) {
    put(
        action,
        new Binding(
            () -> state.set(!state.get()), available, Optional.of(state), Optional.empty()));
  }

  /** The action makes one of several choices. */
  public void bindChoice(StudioAction action, ObservableBooleanValue chosen, Runnable handler) {
    put(
        action,
        new Binding(
            handler, new SimpleBooleanProperty(true), Optional.empty(), Optional.of(chosen)));
  }

  private void put(StudioAction action, Binding binding) {
    if (bindings.put(action, binding) != null) {
      throw new IllegalStateException(action + " is bound twice");
    }
  }

  /**
   * What the action does.
   *
   * @throws IllegalStateException if nobody has said so
   */
  public Binding binding(StudioAction action) {
    @Nullable Binding binding = bindings.get(action);
    if (binding == null) {
      throw new IllegalStateException(action + " does nothing");
    }
    return binding;
  }

  /** Does the action if it is available; tells whether it was. */
  public boolean perform(StudioAction action) {
    Binding binding = binding(action);
    boolean available = binding.available().get();
    if (available) {
      binding.handler().run();
    }
    return available;
  }
}
