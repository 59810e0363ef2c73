package org.keypointstudio.ui.dock;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.keypointstudio.ui.dock.SidePanel.Side;

/** Hides and shows the side panels of whatever place is on show. */
public final class PanelSwitches {
  private final ObservableValue<Map<Side, PanelState>> panels;
  private final Map<Side, BooleanProperty> shown = new EnumMap<>(Side.class);

  /**
   * Switches for the panels of a place that changes.
   *
   * @param panels the panels at the sides of the present place; no entry where there is none
   */
  public PanelSwitches(ObservableValue<Map<Side, PanelState>> panels) {
    this.panels = panels;
    for (Side side : Side.values()) {
      shown.put(side, follow(side));
    }
  }

  private BooleanProperty follow(Side side) {
    BooleanProperty followed = new SimpleBooleanProperty();
    panels.subscribe(
        (before, now) -> {
          panel(before, side).ifPresent(it -> followed.unbindBidirectional(it.shownProperty()));
          bind(followed, panel(now, side));
        });
    bind(followed, panel(panels.getValue(), side));
    return followed;
  }

  private static Optional<PanelState> panel(Map<Side, PanelState> panels, Side side) {
    return Optional.ofNullable(panels.get(side));
  }

  private static void bind(BooleanProperty followed, Optional<PanelState> panel) {
    panel.ifPresentOrElse(
        it -> followed.bindBidirectional(it.shownProperty()), () -> followed.set(false));
  }

  /** Whether the panel at a side is shown; false where there is none. */
  public BooleanProperty shownProperty(Side side) {
    return Objects.requireNonNull(shown.get(side), side.name());
  }

  /** Whether the place has a panel at a side. */
  public BooleanBinding available(Side side) {
    return Bindings.createBooleanBinding(() -> panels.getValue().containsKey(side), panels);
  }

  /** Hides all panels of the place, so that its middle has all the room; shows them if none is. */
  public void toggleAll() {
    boolean anyShown = panels.getValue().values().stream().anyMatch(it -> it.shownProperty().get());
    panels.getValue().values().forEach(it -> it.shownProperty().set(!anyShown));
  }
}
