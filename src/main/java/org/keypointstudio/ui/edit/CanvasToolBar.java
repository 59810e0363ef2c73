package org.keypointstudio.ui.edit;

import atlantafx.base.theme.Styles;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.keypointstudio.project.settings.CanvasSettings;
import org.keypointstudio.ui.action.ActionControls;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What is drawn over the face, how its greys are shown, and the zoom. What a narrow window has no
 * room for is in a menu at the end.
 */
final class CanvasToolBar extends ToolBar {
  private static final double NAME_WIDTH = 136;
  private static final double SLIDER_WIDTH = 160;

  private final CanvasViewModel view;
  private final ActionControls controls;

  CanvasToolBar(CanvasViewModel view, ActionControls controls) {
    this.view = view;
    this.controls = controls;
    getStyleClass().add("canvas-tool-bar");
    setMinWidth(0);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    getItems()
        .addAll(
            controls.iconToggle(StudioAction.SHOW_GROUND_TRUTH),
            controls.iconToggle(StudioAction.SHOW_PREDICTIONS),
            controls.iconToggle(StudioAction.SHOW_ERRORS),
            controls.iconToggle(StudioAction.SHOW_SKELETON),
            controls.iconToggle(StudioAction.SHOW_NAMES),
            controls.iconToggle(StudioAction.GUIDED),
            layersMenu(),
            imageMenu(),
            spring,
            controls.iconButton(StudioAction.ZOOM_OUT),
            new ZoomBox(view),
            controls.iconButton(StudioAction.ZOOM_IN),
            controls.iconButton(StudioAction.FIT));
  }

  /** Every layer there is, and the look of points. */
  private MenuButton layersMenu() {
    MenuButton menu = menuButton("layers", "Layers", "mdi2l-layers-outline");
    menu.setTooltip(new Tooltip("What is drawn over the face, and how large and clear"));
    StudioAction.layers().forEach(layer -> menu.getItems().add(controls.menuItem(layer)));
    menu.getItems().add(controls.menuItem(StudioAction.MAGNIFIER));
    menu.getItems()
        .addAll(
            new SeparatorMenuItem(),
            slider(
                "Size of points",
                view.pointRadiusProperty(),
                CanvasSettings.LEAST_RADIUS,
                CanvasSettings.GREATEST_RADIUS),
            slider(
                "Opacity of points", view.pointOpacityProperty(), CanvasSettings.LEAST_OPACITY, 1));
    return menu;
  }

  /** How the greys are shown. */
  private MenuButton imageMenu() {
    MenuButton menu = menuButton("image", "Image", "mdi2b-brightness-6");
    menu.setTooltip(
        new Tooltip("Brightness and contrast of the picture on screen; the data stays as it is"));
    menu.getItems()
        .addAll(
            slider("Brightness", view.brightnessProperty(), -0.9, 0.9),
            slider("Contrast", view.contrastProperty(), -0.9, 0.9),
            slider("Gamma", view.gammaProperty(), -2, 2),
            slider("Local equalisation", view.equalizationProperty(), 0, 1),
            controls.menuItem(StudioAction.RESET_IMAGE),
            new SeparatorMenuItem(),
            controls.menuItem(StudioAction.SMOOTH));
    return menu;
  }

  private static MenuButton menuButton(String id, String text, String icon) {
    MenuButton menu = new MenuButton(text, new FontIcon(icon));
    menu.setId(id + "-menu");
    menu.getStyleClass().add(Styles.FLAT);
    menu.setMinWidth(USE_PREF_SIZE);
    menu.setFocusTraversable(false);
    return menu;
  }

  private static CustomMenuItem slider(
      String name, DoubleProperty value, double least, double greatest) {
    Slider slider = new Slider(least, greatest, value.get());
    slider.setId("slider-" + name.replace(' ', '-'));
    slider.getStyleClass().add(Styles.SMALL);
    slider.setPrefWidth(SLIDER_WIDTH);
    slider.setBlockIncrement((greatest - least) / 20);
    slider.setAccessibleText(name);
    Property<Number> shown = slider.valueProperty();
    shown.bindBidirectional(value);
    Label label = new Label(name);
    label.setMinWidth(NAME_WIDTH);
    HBox row = new HBox(8, label, slider);
    row.setAlignment(Pos.CENTER_LEFT);
    CustomMenuItem item = new CustomMenuItem(row, false);
    item.setMnemonicParsing(false);
    return item;
  }
}
