package org.keypointstudio.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import org.keypointstudio.ui.action.ActionRegistry;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.canvas.tools.KeypointEditingViewModel;
import org.keypointstudio.ui.canvas.tools.LabelEditingViewModel;
import org.keypointstudio.ui.ghost.GhostsAcrossViewModel;
import org.keypointstudio.ui.ghost.GhostsViewModel;
import org.keypointstudio.ui.guide.GuidedPlacingViewModel;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Says what the actions on the points of the selected face do, which are there while it is edited.
 */
final class PointActions {
  private final ActionRegistry actions;
  private final StudioSession session;
  private final BooleanBinding inEdit;
  private final BooleanBinding selected;

  /**
   * The actions of a window.
   *
   * @param inEdit whether a face can be edited at present
   */
  PointActions(ActionRegistry actions, StudioSession session, BooleanBinding inEdit) {
    this.actions = actions;
    this.session = session;
    this.inEdit = inEdit;
    this.selected = inEdit.and(session.selectedKeypointProperty().isNotEqualTo(StudioSession.NONE));
  }

  void bindGuide(GuidedPlacingViewModel guide) {
    BooleanBinding guided = inEdit.and(guide.activeProperty());
    actions.bindToggle(StudioAction.GUIDED, inEdit, guide.activeProperty());
    actions.bind(StudioAction.GUIDE_REPEAT, selected, guide::repeatSelected);
    actions.bind(StudioAction.GUIDE_SKIP, guided, guide::skip);
    actions.bind(StudioAction.GUIDE_BACK, guided, guide::back);
  }

  void bindGhosts(
      GhostsViewModel ghosts,
      GhostsAcrossViewModel across,
      GuidedPlacingViewModel guide,
      KeypointEditingViewModel editing) {
    BooleanBinding offered =
        selected.and(
            Bindings.createBooleanBinding(
                () -> ghosts.ghost(session.selectedKeypointProperty().get()).isPresent(),
                session.selectedKeypointProperty(),
                ghosts.ghostsProperty()));
    actions.bind(
        StudioAction.ACCEPT_GHOST,
        offered,
        () -> {
          ghosts.accept(session.selectedKeypointProperty().get());
          goOn(guide, editing);
        });
    BooleanBinding any =
        Bindings.createBooleanBinding(
            () -> !ghosts.ghostsProperty().get().isEmpty(), ghosts.ghostsProperty());
    actions.bind(
        StudioAction.ACCEPT_FACE_GHOSTS,
        inEdit.and(any),
        () -> {
          ghosts.acceptFace();
          if (guide.activeProperty().get()) {
            guide.advance();
          }
        });
    actions.bindToggle(StudioAction.ACCEPT_ACROSS, across.shownProperty());
    actions.bindToggle(StudioAction.SHOW_GHOSTS, ghosts.shownProperty());
  }

  private static void goOn(GuidedPlacingViewModel guide, KeypointEditingViewModel editing) {
    if (guide.activeProperty().get()) {
      guide.advance();
    } else {
      editing.selectNextMissing();
    }
  }

  void bindLabels(
      LabelEditingViewModel labels,
      GuidedPlacingViewModel guide,
      KeypointEditingViewModel editing,
      BooleanProperty copying) {
    actions.bind(
        StudioAction.MARK_ABSENT,
        selected,
        () -> {
          editing.markSelectedAbsent();
          if (guide.activeProperty().get()) {
            guide.advance();
          }
        });
    actions.bind(StudioAction.TOGGLE_LOCK, selected, labels::toggleLock);
    actions.bind(StudioAction.SWAP_PAIR, selected, labels::swapPair);
    actions.bind(StudioAction.SWAP_FACE, inEdit, labels::swapFace);
    actions.bind(StudioAction.COPY_FROM_PREVIOUS, inEdit, labels::copyFromPrevious);
    actions.bind(StudioAction.COPY_FROM, inEdit, () -> copying.set(true));
    actions.bind(StudioAction.RESET_KEYPOINT, selected, labels::resetKeypoint);
    actions.bind(StudioAction.RESET_FACE, inEdit, labels::resetFace);
  }
}
