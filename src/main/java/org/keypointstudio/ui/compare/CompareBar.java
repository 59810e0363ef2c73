package org.keypointstudio.ui.compare;

import atlantafx.base.theme.Styles;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.keypointstudio.ui.canvas.CanvasSwitch;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** Steps from face to face, and says what is drawn. */
final class CompareBar extends HBox {
  private final CompareViewModel viewModel;
  private final Label position = new Label();
  private final Label name = new Label();

  CompareBar(CompareViewModel viewModel, Runnable edit) {
    super(8);
    this.viewModel = viewModel;
    getStyleClass().add("canvas-tool-bar");
    setAlignment(Pos.CENTER_LEFT);
    Button previous =
        button("compare-previous", "Previous face in this order", MaterialDesignC.CHEVRON_LEFT);
    previous.setOnAction(_ -> viewModel.step(-1));
    Button next = button("compare-next", "Next face in this order", MaterialDesignC.CHEVRON_RIGHT);
    next.setOnAction(_ -> viewModel.step(1));
    position.getStyleClass().add("tabular");
    position.setMinWidth(Region.USE_PREF_SIZE);
    name.getStyleClass().add(Styles.TEXT_MUTED);
    name.setMinWidth(0);
    Button correct =
        button("compare-edit", "Correct this face's labels", MaterialDesignP.PENCIL_OUTLINE);
    correct.setOnAction(_ -> edit.run());
    Region spring = new Region();
    setHgrow(spring, Priority.ALWAYS);
    getChildren()
        .setAll(
            previous,
            next,
            position,
            name,
            correct,
            spring,
            layoutBox(),
            orderBox(),
            new Separator(Orientation.VERTICAL),
            toggle(
                "Lines from labels to predictions",
                MaterialDesignV.VECTOR_LINE,
                viewModel.view().switchProperty(CanvasSwitch.ERRORS)),
            toggle(
                "Ground truth",
                MaterialDesignR.RECORD_CIRCLE_OUTLINE,
                viewModel.view().switchProperty(CanvasSwitch.GROUND_TRUTH)),
            fitButton());
  }

  private ComboBox<PaneLayout> layoutBox() {
    ComboBox<PaneLayout> layout = new ComboBox<>();
    layout.setId("compare-layout");
    layout.setAccessibleText("How the models are laid out");
    layout.getItems().setAll(PaneLayout.values());
    layout.valueProperty().bindBidirectional(viewModel.layoutProperty());
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(viewModel.layoutProperty().map(PaneLayout::explanation));
    layout.setTooltip(tooltip);
    layout.setPrefWidth(136);
    layout.setMinWidth(USE_PREF_SIZE);
    return layout;
  }

  private ComboBox<FaceOrder> orderBox() {
    ComboBox<FaceOrder> order = new ComboBox<>();
    order.setId("compare-order");
    order.setAccessibleText("Order of the faces");
    order.setItems(viewModel.orders());
    order.valueProperty().bindBidirectional(viewModel.orderProperty());
    order.setTooltip(new Tooltip("In which order the faces come"));
    order.setPrefWidth(208);
    order.setMinWidth(128);
    return order;
  }

  private Button fitButton() {
    Button fit = button("compare-fit", "Show whole faces", MaterialDesignF.FIT_TO_SCREEN_OUTLINE);
    fit.setOnAction(_ -> viewModel.view().fit());
    return fit;
  }

  private static Button button(String id, String text, Ikon icon) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setTooltip(new Tooltip(text));
    button.setAccessibleText(text);
    return button;
  }

  private static ToggleButton toggle(String text, Ikon icon, BooleanProperty shown) {
    ToggleButton toggle = new ToggleButton(null, new FontIcon(icon));
    toggle.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    toggle.setTooltip(new Tooltip(text));
    toggle.setAccessibleText(text);
    toggle.selectedProperty().bindBidirectional(shown);
    return toggle;
  }

  void refresh() {
    position.setText(viewModel.position());
    name.setText(viewModel.faceName());
  }
}
