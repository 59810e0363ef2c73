package org.keypointstudio.ui.edit;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.keypointstudio.ui.action.ActionControls;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.guide.GuidedPlacingViewModel;
import org.keypointstudio.ui.session.StudioSession;

/** Says which keypoint is to be placed next, and offers what else can be done with it. */
final class GuideBar extends HBox {

  GuideBar(GuidedPlacingViewModel guide, StudioSession session, ActionControls controls) {
    super(8);
    getStyleClass().addAll("canvas-tool-bar", "guide-bar");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    Label instruction = new Label();
    instruction.setId("guide-instruction");
    instruction.getStyleClass().add(Styles.TEXT_BOLD);
    instruction.setMinWidth(Region.USE_PREF_SIZE);
    Label progress = new Label();
    progress.getStyleClass().add(Styles.TEXT_MUTED);
    progress.setMinWidth(0);
    Region spring = new Region();
    setHgrow(spring, Priority.ALWAYS);
    instruction
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                guide::instruction,
                guide.activeProperty(),
                session.selectedKeypointProperty(),
                session.selectedFaceProperty()));
    progress
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                guide::progress,
                guide.activeProperty(),
                session.selectedKeypointProperty(),
                session.selectedFaceProperty(),
                session.revisionProperty()));
    getChildren()
        .addAll(
            instruction,
            progress,
            spring,
            controls.iconButton(StudioAction.ACCEPT_GHOST),
            controls.textButton(StudioAction.GUIDE_BACK, "Back"),
            controls.textButton(StudioAction.GUIDE_SKIP, "Skip"));
    visibleProperty().bind(guide.activeProperty());
    managedProperty().bind(guide.activeProperty());
  }
}
