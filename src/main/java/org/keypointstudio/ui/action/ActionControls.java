package org.keypointstudio.ui.action;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Menu entries and buttons for actions, so that each looks and does the same everywhere. */
public final class ActionControls {
  private final ActionRegistry actions;

  /** Controls for these actions. */
  public ActionControls(ActionRegistry actions) {
    this.actions = actions;
  }

  /** A menu entry. */
  public MenuItem menuItem(StudioAction action) {
    ActionRegistry.Binding binding = actions.binding(action);
    MenuItem item =
        binding
            .toggled()
            .<MenuItem>map(
                state -> {
                  CheckMenuItem check = new CheckMenuItem(action.text());
                  check.selectedProperty().bindBidirectional(state);
                  return check;
                })
            .or(() -> binding.chosen().map(chosen -> choice(action, chosen)))
            .orElseGet(
                () -> {
                  MenuItem plain = new MenuItem(action.text(), new FontIcon(action.icon()));
                  plain.setOnAction(_ -> actions.perform(action));
                  return plain;
                });
    item.setId(action.name());
    item.disableProperty().bind(Bindings.not(binding.available()));
    item.acceleratorProperty().bind(actions.keys().map(_ -> accelerator(action)));
    return item;
  }

  /** A click on the choice in force must not take its mark away. */
  private MenuItem choice(StudioAction action, ObservableBooleanValue chosen) {
    RadioMenuItem item = new RadioMenuItem(action.text());
    chosen.subscribe(_ -> item.setSelected(chosen.get()));
    item.setOnAction(
        _ -> {
          actions.perform(action);
          item.setSelected(chosen.get());
        });
    return item;
  }

  private @Nullable KeyCombination accelerator(StudioAction action) {
    return actions.keys(action).stream()
        .findFirst()
        .filter(ActionControls::isSafeInTextFields)
        .orElse(null);
  }

  /**
   * A menu's key works wherever the focus is, so plain letters must not be one: they would act
   * while a person types. The key dispatcher sees to those.
   */
  private static boolean isSafeInTextFields(KeyCombination keys) {
    return keys.getShortcut() == KeyCombination.ModifierValue.DOWN
        || (keys instanceof KeyCodeCombination code && code.getCode().isFunctionKey());
  }

  /** A button of the action's icon only. */
  public Button iconButton(StudioAction action) {
    Button button = new Button();
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setOnAction(_ -> actions.perform(action));
    dress(button, action);
    return button;
  }

  /** A switch of the action's icon only. */
  public ToggleButton iconToggle(StudioAction action) {
    ToggleButton button = new ToggleButton();
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    actions
        .binding(action)
        .toggled()
        .ifPresent(state -> button.selectedProperty().bindBidirectional(state));
    dress(button, action);
    return button;
  }

  /** A button of the action's icon and a text that is shorter than its name. */
  public Button textButton(StudioAction action, String text) {
    Button button = new Button(text);
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> actions.perform(action));
    dress(button, action);
    return button;
  }

  /** A switch of the action's icon and a text that is shorter than its name. */
  public ToggleButton textToggle(StudioAction action, String text) {
    ToggleButton button = iconToggle(action);
    button.getStyleClass().removeAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setText(text);
    return button;
  }

  private void dress(ButtonBase button, StudioAction action) {
    button.setId(action.name());
    button.setGraphic(new FontIcon(action.icon()));
    button.setTooltip(tooltip(action));
    button.setAccessibleText(action.text());
    button.setFocusTraversable(false);
    button.disableProperty().bind(Bindings.not(actions.binding(action).available()));
  }

  /** The action's name and first key, which follows when the key is changed. */
  public Tooltip tooltip(StudioAction action) {
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(actions.keys().map(keys -> text(action, keys.keys(action))));
    return tooltip;
  }

  private static String text(StudioAction action, List<KeyCombination> keys) {
    return keys.isEmpty()
        ? action.text()
        : "%s  (%s)".formatted(action.text(), KeyText.of(keys.getFirst()));
  }
}
