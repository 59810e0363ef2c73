package org.keypointstudio.ui.action;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.input.KeyCombination;

/** The sheet of keys, and changing them. */
public final class KeysModel {
  private final KeyBindings bindings;
  private final KeyRecorder recorder;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final BooleanProperty changing = new SimpleBooleanProperty();
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Conflict>> conflict =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * A key was recorded that does something else already.
   *
   * @param action for which it was recorded
   * @param key what was pressed
   * @param others the actions that it does now
   */
  public record Conflict(StudioAction action, KeyCombination key, List<StudioAction> others) {

    /** What the person has to know to decide. */
    public String text() {
      return "%s already does %s.".formatted(KeyText.of(key), names());
    }

    /** "“Undo” and “Redo”". */
    public String names() {
      return others.stream()
          .map(other -> "“%s”".formatted(other.text()))
          .collect(Collectors.joining(" and "));
    }
  }

  /**
   * The keys.
   *
   * @param recorder gives what is pressed
   */
  public KeysModel(KeyBindings bindings, KeyRecorder recorder) {
    this.bindings = bindings;
    this.recorder = recorder;
    shown.subscribe(this::begin);
    changing.subscribe(this::begin);
  }

  private void begin() {
    recorder.stop();
    conflict.set(Optional.empty());
    query.set("");
  }

  /** Shows the page on which keys are changed. */
  public void change() {
    shown.set(true);
    changing.set(true);
  }

  /** Shows the sheet, or hides whatever is on show. */
  public void toggle() {
    boolean wanted = !shown.get();
    changing.set(false);
    shown.set(wanted);
  }

  /** The actions whose name or keys contain what the person typed. */
  public List<StudioAction> actions() {
    String wanted = query.get().strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(StudioAction.values())
        .filter(
            action ->
                action.text().toLowerCase(Locale.ROOT).contains(wanted)
                    || KeyText.of(keys(action)).toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  /** The keys that do an action at present. */
  public List<KeyCombination> keys(StudioAction action) {
    return bindings.keysProperty().get().keys(action);
  }

  /** Whether an action has its usual keys. */
  public boolean isUsual(StudioAction action) {
    return bindings.keysProperty().get().isUsual(action);
  }

  /** The next key that is pressed does this action, unless it does something else already. */
  public void record(StudioAction action) {
    conflict.set(Optional.empty());
    recorder.await(action, key -> onRecorded(action, key));
  }

  private void onRecorded(StudioAction action, KeyCombination key) {
    List<StudioAction> others =
        bindings.keysProperty().get().actionsOf(key).stream()
            .filter(other -> other != action)
            .toList();
    if (others.isEmpty()) {
      bindings.add(action, key);
    } else {
      conflict.set(Optional.of(new Conflict(action, key, others)));
    }
  }

  /** The key of the conflict does the new action only. */
  public void take() {
    conflict.get().ifPresent(found -> bindings.take(found.action(), found.key()));
    conflict.set(Optional.empty());
  }

  /** The key of the conflict does whichever of its actions is possible, the first in the list. */
  public void share() {
    conflict.get().ifPresent(found -> bindings.add(found.action(), found.key()));
    conflict.set(Optional.empty());
  }

  /** The key of the conflict does what it did. */
  public void leave() {
    conflict.set(Optional.empty());
  }

  /** A key does an action no more. */
  public void remove(StudioAction action, KeyCombination key) {
    bindings.remove(action, key);
  }

  /** An action has its usual keys again. */
  public void reset(StudioAction action) {
    bindings.reset(action);
  }

  /** All actions have their usual keys again. */
  public void resetAll() {
    bindings.resetAll();
  }

  /** The keys in force. */
  public ReadOnlyObjectProperty<KeyMap> keysProperty() {
    return bindings.keysProperty();
  }

  /** The action whose key is waited for; empty if none is. */
  public ReadOnlyObjectProperty<Optional<StudioAction>> awaitingProperty() {
    return recorder.awaitingProperty();
  }

  /** What the person has to decide; empty if there is nothing. */
  public ReadOnlyObjectProperty<Optional<Conflict>> conflictProperty() {
    return conflict.getReadOnlyProperty();
  }

  /** What the person typed to find an action. */
  public StringProperty queryProperty() {
    return query;
  }

  /** Whether the keys are on show. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** Whether they are being changed. */
  public BooleanProperty changingProperty() {
    return changing;
  }
}
