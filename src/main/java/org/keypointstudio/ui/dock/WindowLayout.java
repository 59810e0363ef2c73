package org.keypointstudio.ui.dock;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.keypointstudio.project.settings.LayoutSettings;
import org.keypointstudio.ui.settings.Settings;

/** How the window is arranged, kept from one start of the program to the next. */
public final class WindowLayout {
  private static final double LEAST_CHANGE = 0.01;

  private final Settings settings;
  private final Map<SidePanel, PanelState> panels = new EnumMap<>(SidePanel.class);

  /** Held here, since what binds them holds them weakly. */
  private final Map<String, DoubleProperty> shares = new HashMap<>();

  /** The arrangement of these settings. */
  public WindowLayout(Settings settings) {
    this.settings = settings;
    for (SidePanel panel : SidePanel.values()) {
      LayoutSettings.Panel remembered =
          Objects.requireNonNullElse(
              present().panels().get(panel.name()),
              new LayoutSettings.Panel(true, panel.usualWidth()));
      PanelState state = new PanelState(panel, remembered.shown(), remembered.width());
      state.shownProperty().subscribe((_, _) -> store(state));
      state.settledWidthProperty().subscribe((_, _) -> store(state));
      panels.put(panel, state);
    }
  }

  private LayoutSettings present() {
    return settings.valueProperty().get().layout();
  }

  private void store(PanelState state) {
    LayoutSettings.Panel panel =
        new LayoutSettings.Panel(state.shownProperty().get(), state.settledWidthProperty().get());
    settings.update(all -> all.withLayout(all.layout().withPanel(state.panel().name(), panel)));
  }

  /** A side panel. */
  public PanelState panel(SidePanel panel) {
    return Objects.requireNonNull(panels.get(panel), panel.name());
  }

  /**
   * How much of the height the upper of two parts takes, 0 to 1; it is kept whenever it changes.
   *
   * @param name of the two parts
   * @param usual the share until a person changes it
   */
  public DoubleProperty share(String name, double usual) {
    return shares.computeIfAbsent(name, _ -> rememberedShare(name, usual));
  }

  private DoubleProperty rememberedShare(String name, double usual) {
    DoubleProperty share =
        new SimpleDoubleProperty(Objects.requireNonNullElse(present().shares().get(name), usual));
    share.subscribe(
        (_, now) -> {
          double kept = Objects.requireNonNullElse(present().shares().get(name), usual);
          // A layout that rounds to whole pixels is no wish of a person.
          if (Math.abs(now.doubleValue() - kept) > LEAST_CHANGE) {
            settings.update(all -> all.withLayout(all.layout().withShare(name, now.doubleValue())));
          }
        });
    return share;
  }

  /** Where the window was when it was closed last. */
  public LayoutSettings.Bounds window() {
    return present().window();
  }

  /** Keeps where the window is. */
  public void keepWindow(LayoutSettings.Bounds bounds) {
    settings.update(all -> all.withLayout(all.layout().withWindow(bounds)));
  }
}
