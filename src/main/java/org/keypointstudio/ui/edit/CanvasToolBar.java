package org.keypointstudio.ui.edit;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.keypointstudio.ui.action.ActionControls;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is drawn over the face, how its greys are shown, and the zoom. */
final class CanvasToolBar extends HBox {

  CanvasToolBar(CanvasViewModel view, ActionControls controls) {
    super(4);
    getStyleClass().add("canvas-tool-bar");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    Region spring = new Region();
    setHgrow(spring, Priority.ALWAYS);
    getChildren()
        .addAll(
            controls.iconToggle(StudioAction.SHOW_GROUND_TRUTH),
            controls.iconToggle(StudioAction.SHOW_PREDICTIONS),
            controls.iconToggle(StudioAction.SHOW_ERRORS),
            controls.iconToggle(StudioAction.SHOW_SKELETON),
            controls.iconToggle(StudioAction.SHOW_NAMES),
            controls.iconToggle(StudioAction.SMOOTH),
            new Separator(Orientation.VERTICAL),
            controls.iconToggle(StudioAction.GUIDED),
            new Separator(Orientation.VERTICAL),
            tone("mdi2b-brightness-6", "Brightness", view.brightnessProperty()),
            tone("mdi2c-contrast-box", "Contrast", view.contrastProperty()),
            toneReset(view),
            spring,
            controls.iconButton(StudioAction.ZOOM_OUT),
            zoomLabel(view),
            controls.iconButton(StudioAction.ZOOM_IN),
            controls.iconButton(StudioAction.FIT));
  }

  private static Node tone(String icon, String name, DoubleProperty value) {
    Slider slider = new Slider(-0.9, 0.9, 0);
    slider.getStyleClass().add(Styles.SMALL);
    slider.setPrefWidth(88);
    slider.setMinWidth(40);
    slider.setAccessibleText(name);
    slider.setTooltip(new Tooltip(name + " of the picture on screen; the data stays as it is"));
    slider.setFocusTraversable(false);
    slider.valueProperty().bindBidirectional(value);
    HBox box = new HBox(4, new FontIcon(icon), slider);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private static Node toneReset(CanvasViewModel view) {
    Button reset = new Button(null, new FontIcon("mdi2b-backup-restore"));
    reset.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    reset.setTooltip(new Tooltip("Brightness and contrast back to the original"));
    reset.setAccessibleText("Reset brightness and contrast");
    reset.setFocusTraversable(false);
    reset.setOnAction(_ -> view.resetTone());
    reset
        .disableProperty()
        .bind(view.brightnessProperty().isEqualTo(0).and(view.contrastProperty().isEqualTo(0)));
    return reset;
  }

  private static Node zoomLabel(CanvasViewModel view) {
    Label label = new Label();
    label.getStyleClass().add("tabular");
    label.setMinWidth(56);
    label.setAlignment(Pos.CENTER);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> "%.0f %%".formatted(100 * view.transformProperty().get().scale()),
                view.transformProperty()));
    return label;
  }
}
