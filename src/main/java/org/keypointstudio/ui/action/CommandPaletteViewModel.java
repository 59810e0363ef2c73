package org.keypointstudio.ui.action;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Everything that can be done, found by a few letters of its name. */
public final class CommandPaletteViewModel {
  private final ActionRegistry actions;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final StringProperty query = new SimpleStringProperty("");

  /**
   * One command.
   *
   * @param action what it does
   * @param keys that do it too; empty if there are none
   * @param available whether it can be done at present
   */
  public record Command(StudioAction action, String keys, boolean available) {}

  private record Found(Command command, int score) {}

  /** A palette of these actions. */
  public CommandPaletteViewModel(ActionRegistry actions) {
    this.actions = actions;
  }

  /**
   * The commands that fit the query, the best fit first; of equals, what can be done at present.
   */
  public List<Command> commands() {
    return Arrays.stream(StudioAction.values())
        .filter(action -> action != StudioAction.COMMAND_PALETTE)
        .flatMap(
            action -> {
              OptionalInt score = FuzzyMatch.score(query.get(), action.text());
              return score.stream().mapToObj(value -> new Found(command(action), value));
            })
        .sorted(
            Comparator.comparingInt(Found::score)
                .reversed()
                .thenComparing(found -> !found.command().available()))
        .map(Found::command)
        .toList();
  }

  private Command command(StudioAction action) {
    return new Command(
        action, KeyText.of(actions.keys(action)), actions.binding(action).available().get());
  }

  /** Does a command and closes the palette. What cannot be done at present does nothing. */
  public void run(Command command) {
    if (actions.binding(command.action()).available().get()) {
      shown.set(false);
      actions.perform(command.action());
    }
  }

  /** Whether the palette is on show. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** What the person typed. */
  public StringProperty queryProperty() {
    return query;
  }
}
