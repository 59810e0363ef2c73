package org.keypointstudio.ui.shell;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.ui.action.ActionRegistry;
import org.keypointstudio.ui.action.KeysModel;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.FaceNavigator;
import org.keypointstudio.ui.canvas.tools.KeypointEditingViewModel;
import org.keypointstudio.ui.file.DataSetFilesViewModel;
import org.keypointstudio.ui.notes.NotesViewModel;
import org.keypointstudio.ui.safety.BackupsViewModel;
import org.keypointstudio.ui.search.FaceSearch;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.train.TrainViewModel;

/** Says what each action does. */
final class StudioActions {
  private static final double NUDGE = 0.25;
  private static final double FAR_NUDGE = 1;

  /** More steps than any data set has faces. */
  private static final int FAR = Integer.MAX_VALUE;

  private final ActionRegistry actions;
  private final StudioSession session;
  private final ObjectProperty<Workspace> workspace;
  private final ObservableValue<FaceNavigator> active;
  private final BooleanBinding open;

  /**
   * The actions of a window.
   *
   * @param navigators of the workspaces
   */
  StudioActions(
      ActionRegistry actions,
      StudioSession session,
      ObjectProperty<Workspace> workspace,
      Function<Workspace, FaceNavigator> navigators) {
    this.actions = actions;
    this.session = session;
    this.workspace = workspace;
    this.active = workspace.map(navigators);
    this.open =
        Bindings.createBooleanBinding(
            () -> session.openDataSet().isPresent(), session.openDataSetProperty());
  }

  void bindFiles(DataSetFilesViewModel files, BackupsViewModel backups, Runnable quit) {
    actions.bind(StudioAction.OPEN, files::openChosen);
    actions.bind(StudioAction.SAVE, session.dirtyProperty(), files::save);
    actions.bind(StudioAction.SAVE_AS, open, files::saveAs);
    actions.bind(
        StudioAction.RESTORE_BACKUP,
        open.and(session.readOnlyProperty().not()),
        backups::restoreChosen);
    actions.bind(StudioAction.CLOSE, open, files::close);
    actions.bind(StudioAction.QUIT, () -> files.whenNothingIsLost(quit));
  }

  /** Whether a face can be edited at present. */
  BooleanBinding inEdit() {
    return open.and(workspace.isEqualTo(Workspace.EDIT)).and(session.readOnlyProperty().not());
  }

  /**
   * What is done to the selected face.
   *
   * @param covered whether something lies over it
   */
  void bindEditing(KeypointEditingViewModel editing, BooleanProperty covered) {
    actions.bind(
        StudioAction.UNDO,
        session.undoableProperty(),
        () -> session.openDataSet().map(OpenDataSet::document).ifPresent(it -> it.undo()));
    actions.bind(
        StudioAction.REDO,
        session.redoableProperty(),
        () -> session.openDataSet().map(OpenDataSet::document).ifPresent(it -> it.redo()));
    BooleanBinding inEdit = inEdit();
    BooleanBinding selected =
        inEdit.and(session.selectedKeypointProperty().isNotEqualTo(StudioSession.NONE));
    BooleanBinding placed =
        selected.and(
            Bindings.createBooleanBinding(
                this::isSelectedPlaced,
                session.selectedKeypointProperty(),
                session.selectedFaceProperty(),
                session.revisionProperty()));
    actions.bind(StudioAction.CLEAR_KEYPOINT, placed, editing::clearSelected);
    actions.bind(
        StudioAction.TOGGLE_OCCLUDED,
        placed,
        () -> editing.toggleOccluded(session.selectedKeypointProperty().get()));
    actions.bind(StudioAction.NEXT_MISSING, inEdit, editing::selectNextMissing);
    // Esc closes what lies over the face before it lets go of a keypoint.
    actions.bind(StudioAction.DESELECT, selected.and(covered.not()), editing::escape);
    bindNudges(editing, placed);
  }

  private boolean isSelectedPlaced() {
    int keypoint = session.selectedKeypointProperty().get();
    return keypoint != StudioSession.NONE
        && session
            .selectedAnnotation()
            .map(annotation -> annotation.keypoint(keypoint))
            .filter(Keypoint::isPlaced)
            .isPresent();
  }

  private void bindNudges(KeypointEditingViewModel editing, BooleanBinding placed) {
    actions.bind(StudioAction.NUDGE_LEFT, placed, () -> editing.nudge(-NUDGE, 0));
    actions.bind(StudioAction.NUDGE_RIGHT, placed, () -> editing.nudge(NUDGE, 0));
    actions.bind(StudioAction.NUDGE_UP, placed, () -> editing.nudge(0, -NUDGE));
    actions.bind(StudioAction.NUDGE_DOWN, placed, () -> editing.nudge(0, NUDGE));
    actions.bind(StudioAction.NUDGE_LEFT_FAR, placed, () -> editing.nudge(-FAR_NUDGE, 0));
    actions.bind(StudioAction.NUDGE_RIGHT_FAR, placed, () -> editing.nudge(FAR_NUDGE, 0));
    actions.bind(StudioAction.NUDGE_UP_FAR, placed, () -> editing.nudge(0, -FAR_NUDGE));
    actions.bind(StudioAction.NUDGE_DOWN_FAR, placed, () -> editing.nudge(0, FAR_NUDGE));
  }

  void bindFaces() {
    actions.bind(StudioAction.PREVIOUS_FACE, open, () -> active.getValue().step(-1));
    actions.bind(StudioAction.NEXT_FACE, open, () -> active.getValue().step(1));
    actions.bind(StudioAction.FIRST_FACE, open, () -> active.getValue().step(-FAR));
    actions.bind(StudioAction.LAST_FACE, open, () -> active.getValue().step(FAR));
  }

  void bindNotes(NotesViewModel notes, FaceSearch search) {
    BooleanBinding faceSelected =
        open.and(session.selectedFaceProperty().isNotEqualTo(StudioSession.NONE));
    BooleanBinding atHand =
        faceSelected.and(
            workspace.isEqualTo(Workspace.EDIT).or(workspace.isEqualTo(Workspace.BROWSE)));
    actions.bind(
        StudioAction.TOGGLE_REVIEWED,
        faceSelected,
        () -> notes.reviewedProperty().set(!notes.reviewedProperty().get()));
    actions.bind(StudioAction.REVIEWED_NEXT, faceSelected, notes::reviewedAndNext);
    actions.bind(StudioAction.ADD_TAG, atHand, notes::callForTag);
    actions.bind(StudioAction.FIND_FACES, open, search::call);
  }

  /** One click from anywhere: the person sees the run that begins. */
  void bindTraining(TrainViewModel training) {
    actions.bind(
        StudioAction.RETRAIN,
        Bindings.createBooleanBinding(() -> training.canTrain().get(), training.canTrain()),
        () -> {
          workspace.set(Workspace.TRAIN);
          training.train();
        });
  }

  void bindStudy(BooleanProperty shown) {
    actions.bind(
        StudioAction.STUDY,
        open,
        () -> {
          workspace.set(Workspace.TRAIN);
          shown.set(true);
        });
  }

  void bindHelp(KeysModel keys, BooleanProperty paletteShown) {
    actions.bind(StudioAction.COMMAND_PALETTE, () -> paletteShown.set(!paletteShown.get()));
    actions.bind(StudioAction.KEYS, keys::toggle);
    actions.bind(StudioAction.CHANGE_KEYS, keys::change);
  }

  void bindView(BooleanProperty smooth, BooleanProperty dark) {
    for (Workspace place : Workspace.values()) {
      actions.bind(place.action(), () -> workspace.set(place));
    }
    actions.bind(StudioAction.ZOOM_IN, () -> active.getValue().view().zoom(1));
    actions.bind(StudioAction.ZOOM_OUT, () -> active.getValue().view().zoom(-1));
    actions.bind(StudioAction.FIT, () -> active.getValue().view().fit());
    bindLayer(StudioAction.SHOW_GROUND_TRUTH, CanvasViewModel::groundTruthShownProperty);
    bindLayer(StudioAction.SHOW_PREDICTIONS, CanvasViewModel::predictionsShownProperty);
    bindLayer(StudioAction.SHOW_ERRORS, CanvasViewModel::errorsShownProperty);
    bindLayer(StudioAction.SHOW_SKELETON, CanvasViewModel::skeletonShownProperty);
    bindLayer(StudioAction.SHOW_NAMES, CanvasViewModel::namesShownProperty);
    actions.bindToggle(StudioAction.SMOOTH, smooth);
    actions.bindToggle(StudioAction.DARK_THEME, dark);
  }

  private void bindLayer(StudioAction action, Function<CanvasViewModel, BooleanProperty> choice) {
    actions.bindToggle(action, new ActiveSwitch(active, choice).state());
  }
}
