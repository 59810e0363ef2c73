package org.keypointstudio.ui.canvas;

import java.util.Objects;
import org.keypointstudio.project.settings.CanvasSettings;
import org.keypointstudio.ui.settings.Settings;

/** Keeps what a person switches on a canvas from one start of the program to the next. */
public final class CanvasMemory {
  private final CanvasViewModel view;
  private final Settings settings;

  /** Nothing is done before {@link #keep}. */
  public CanvasMemory(CanvasViewModel view, Settings settings) {
    this.view = view;
    this.settings = settings;
  }

  /** Sets the canvas as the settings have it, and the settings as the canvas from now on. */
  public void keep() {
    CanvasSettings remembered = settings.valueProperty().get().canvas();
    view.pointRadiusProperty().set(remembered.pointRadius());
    view.pointOpacityProperty().set(remembered.pointOpacity());
    for (CanvasSwitch each : CanvasSwitch.values()) {
      boolean on =
          Objects.requireNonNullElse(remembered.switches().get(each.name()), each.isUsual());
      view.switchProperty(each).set(on);
      view.switchProperty(each).subscribe((_, now) -> store(each, now));
    }
    view.pointRadiusProperty().subscribe((_, _) -> storePoints());
    view.pointOpacityProperty().subscribe((_, _) -> storePoints());
  }

  private void store(CanvasSwitch each, boolean on) {
    settings.update(present -> present.withCanvas(present.canvas().withSwitch(each.name(), on)));
  }

  private void storePoints() {
    settings.update(
        present ->
            present.withCanvas(
                present
                    .canvas()
                    .withPoints(
                        view.pointRadiusProperty().get(), view.pointOpacityProperty().get())));
  }
}
