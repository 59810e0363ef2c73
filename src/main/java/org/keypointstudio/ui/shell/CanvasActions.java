package org.keypointstudio.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.keypointstudio.ui.action.ActionRegistry;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.canvas.CanvasSwitch;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.FaceNavigator;
import org.keypointstudio.ui.canvas.tools.KeypointEditingViewModel;

/** Says what the actions do that concern how a face is seen, and keypoints selected together. */
final class CanvasActions {
  private static final double NUDGE = 0.25;
  private static final double FAR_NUDGE = 1;
  private static final double FARTHEST_NUDGE = 5;
  private static final double TURN = 1;
  private static final double GROWTH = 1.01;

  /** The layers that each workspace with a canvas has for itself. */
  private static final Map<StudioAction, CanvasSwitch> LAYERS =
      new EnumMap<>(
          Map.of(
              StudioAction.SHOW_GROUND_TRUTH, CanvasSwitch.GROUND_TRUTH,
              StudioAction.SHOW_PREDICTIONS, CanvasSwitch.PREDICTIONS,
              StudioAction.SHOW_ERRORS, CanvasSwitch.ERRORS,
              StudioAction.SHOW_SKELETON, CanvasSwitch.SKELETON,
              StudioAction.SHOW_NAMES, CanvasSwitch.NAMES,
              StudioAction.SHOW_MINIMAP, CanvasSwitch.MINIMAP));

  /** What only the Edit workspace has, or all have in common. */
  private static final Map<StudioAction, CanvasSwitch> SHARED =
      new EnumMap<>(
          Map.of(
              StudioAction.SHOW_INDICES, CanvasSwitch.INDICES,
              StudioAction.SHOW_PREVIOUS, CanvasSwitch.PREVIOUS,
              StudioAction.SHOW_HEAT_MAP, CanvasSwitch.HEAT_MAP,
              StudioAction.SHOW_MEAN_FACE, CanvasSwitch.MEAN_FACE,
              StudioAction.SHOW_LEGEND, CanvasSwitch.LEGEND,
              StudioAction.MAGNIFIER, CanvasSwitch.MAGNIFIER,
              StudioAction.SNAP, CanvasSwitch.SNAP,
              StudioAction.SMOOTH, CanvasSwitch.SMOOTH));

  private final ActionRegistry actions;

  CanvasActions(ActionRegistry actions) {
    this.actions = actions;
  }

  /**
   * How faces are looked at.
   *
   * @param active of the workspace on show
   * @param shared of the Edit workspace
   */
  void bindView(ObservableValue<FaceNavigator> active, CanvasViewModel shared) {
    actions.bind(StudioAction.ZOOM_IN, () -> active.getValue().view().zoom(1));
    actions.bind(StudioAction.ZOOM_OUT, () -> active.getValue().view().zoom(-1));
    actions.bind(StudioAction.FIT, () -> active.getValue().view().fit());
    actions.bind(StudioAction.RESET_IMAGE, isToned(shared), shared::resetTone);
    LAYERS.forEach(
        (action, layer) -> actions.bindToggle(action, new ActiveSwitch(active, layer).state()));
    SHARED.forEach((action, each) -> actions.bindToggle(action, shared.switchProperty(each)));
  }

  private static BooleanBinding isToned(CanvasViewModel view) {
    return view.brightnessProperty()
        .isNotEqualTo(0)
        .or(view.contrastProperty().isNotEqualTo(0))
        .or(view.gammaProperty().isNotEqualTo(0))
        .or(view.equalizationProperty().isNotEqualTo(0));
  }

  /**
   * What is done to the selected keypoints.
   *
   * @param inEdit whether the Edit workspace is on show
   * @param placed whether a keypoint that has a place is selected
   */
  void bindSelection(
      KeypointEditingViewModel editing,
      ObservableBooleanValue inEdit,
      ObservableBooleanValue placed) {
    actions.bind(StudioAction.SELECT_ALL, inEdit, () -> editing.selection().selectAll());
    BooleanBinding group =
        Bindings.createBooleanBinding(
            () -> inEdit.get() && editing.selection().isGroup(),
            inEdit,
            editing.selection().keypointsProperty());
    actions.bind(StudioAction.TURN_LEFT, group, () -> editing.turnGroup(-TURN));
    actions.bind(StudioAction.TURN_RIGHT, group, () -> editing.turnGroup(TURN));
    actions.bind(StudioAction.ENLARGE, group, () -> editing.scaleGroup(GROWTH));
    actions.bind(StudioAction.SHRINK, group, () -> editing.scaleGroup(1 / GROWTH));
    actions.bind(StudioAction.NUDGE_LEFT, placed, () -> editing.nudge(-NUDGE, 0));
    actions.bind(StudioAction.NUDGE_RIGHT, placed, () -> editing.nudge(NUDGE, 0));
    actions.bind(StudioAction.NUDGE_UP, placed, () -> editing.nudge(0, -NUDGE));
    actions.bind(StudioAction.NUDGE_DOWN, placed, () -> editing.nudge(0, NUDGE));
    actions.bind(StudioAction.NUDGE_LEFT_FAR, placed, () -> editing.nudge(-FAR_NUDGE, 0));
    actions.bind(StudioAction.NUDGE_RIGHT_FAR, placed, () -> editing.nudge(FAR_NUDGE, 0));
    actions.bind(StudioAction.NUDGE_UP_FAR, placed, () -> editing.nudge(0, -FAR_NUDGE));
    actions.bind(StudioAction.NUDGE_DOWN_FAR, placed, () -> editing.nudge(0, FAR_NUDGE));
    actions.bind(StudioAction.NUDGE_LEFT_FARTHEST, placed, () -> editing.nudge(-FARTHEST_NUDGE, 0));
    actions.bind(StudioAction.NUDGE_RIGHT_FARTHEST, placed, () -> editing.nudge(FARTHEST_NUDGE, 0));
    actions.bind(StudioAction.NUDGE_UP_FARTHEST, placed, () -> editing.nudge(0, -FARTHEST_NUDGE));
    actions.bind(StudioAction.NUDGE_DOWN_FARTHEST, placed, () -> editing.nudge(0, FARTHEST_NUDGE));
  }
}
