package org.keypointstudio.ui.shell;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.project.settings.UserSettings;
import org.keypointstudio.ui.action.ActionRegistry;
import org.keypointstudio.ui.action.KeysModel;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.audit.AuditViewModel;
import org.keypointstudio.ui.browse.BrowseViewModel;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.FaceNavigator;
import org.keypointstudio.ui.canvas.tools.KeypointEditingViewModel;
import org.keypointstudio.ui.file.DataSetFilesViewModel;
import org.keypointstudio.ui.file.ExportAsViewModel;
import org.keypointstudio.ui.firststeps.FirstStepsViewModel;
import org.keypointstudio.ui.merge.OtherFileMerge;
import org.keypointstudio.ui.next.NextFacesViewModel;
import org.keypointstudio.ui.notes.NotesViewModel;
import org.keypointstudio.ui.safety.BackupsViewModel;
import org.keypointstudio.ui.schema.SchemaEditorViewModel;
import org.keypointstudio.ui.search.FaceSearch;
import org.keypointstudio.ui.search.GoToFaceViewModel;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.starter.SamplesViewModel;
import org.keypointstudio.ui.support.ErrorReportViewModel;
import org.keypointstudio.ui.theme.ThemeManager;
import org.keypointstudio.ui.train.TrainViewModel;

/** Says what each action does. */
final class StudioActions {
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

  void bindFiles(
      DataSetFilesViewModel files,
      ExportAsViewModel export,
      BackupsViewModel backups,
      OtherFileMerge merge,
      Runnable quit) {
    actions.bind(StudioAction.OPEN, files::openChosen);
    actions.bind(StudioAction.OPEN_FOLDER, files::openChosenFolder);
    actions.bind(StudioAction.EXPORT_AS, open, export::exportChosen);
    actions.bind(StudioAction.SAVE, session.dirtyProperty(), files::save);
    actions.bind(StudioAction.SAVE_AS, open, files::saveAs);
    actions.bind(
        StudioAction.RESTORE_BACKUP,
        open.and(session.readOnlyProperty().not()),
        backups::restoreChosen);
    actions.bind(
        StudioAction.MERGE_FILE, open.and(session.readOnlyProperty().not()), merge::mergeChosen);
    actions.bind(StudioAction.CLOSE, open, files::close);
    actions.bind(StudioAction.QUIT, () -> files.whenNothingIsLost(quit));
  }

  void bindSchema(SchemaEditorViewModel schema) {
    actions.bind(StudioAction.SCHEMA, open, schema::toggle);
  }

  /** Whether labels can be reviewed at present. */
  private BooleanBinding inAudit() {
    return open.and(workspace.isEqualTo(Workspace.AUDIT)).and(session.readOnlyProperty().not());
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
    BooleanBinding onCanvas = inEdit.or(inAudit());
    BooleanBinding selected =
        onCanvas.and(session.selectedKeypointProperty().isNotEqualTo(StudioSession.NONE));
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
    new CanvasActions(actions).bindSelection(editing, onCanvas, placed);
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
            workspace
                .isEqualTo(Workspace.EDIT)
                .or(workspace.isEqualTo(Workspace.BROWSE))
                .or(workspace.isEqualTo(Workspace.AUDIT)));
    actions.bind(
        StudioAction.TOGGLE_REVIEWED,
        faceSelected,
        () -> notes.reviewedProperty().set(!notes.reviewedProperty().get()));
    actions.bind(StudioAction.REVIEWED_NEXT, faceSelected, notes::reviewedAndNext);
    actions.bind(StudioAction.ADD_TAG, atHand, notes::callForTag);
    actions.bind(StudioAction.FIND_FACES, open, search::call);
  }

  void bindBrowsing(BrowseViewModel browsing, GoToFaceViewModel goTo) {
    actions.bind(StudioAction.GO_TO_FACE, open, () -> goTo.shownProperty().set(true));
    actions.bind(
        StudioAction.SHOW_TABLE,
        open,
        () -> {
          boolean tableShown =
              workspace.get() == Workspace.BROWSE
                  && browsing.listingProperty().get() == BrowseViewModel.Listing.TABLE;
          browsing
              .listingProperty()
              .set(tableShown ? BrowseViewModel.Listing.GALLERY : BrowseViewModel.Listing.TABLE);
          workspace.set(Workspace.BROWSE);
        });
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

  /** Rules can be looked through a data set that cannot be edited, too. */
  void bindCleaning(BooleanProperty shown) {
    actions.bind(StudioAction.CLEAN, open, () -> shown.set(!shown.get()));
  }

  void bindAudit(AuditViewModel auditing, NextFacesViewModel next) {
    actions.bind(StudioAction.SUGGEST_FACES, open, next::suggest);
    BooleanBinding inHand =
        inAudit()
            .and(
                Bindings.createBooleanBinding(
                    () -> auditing.currentProperty().get().isPresent(),
                    auditing.currentProperty()));
    actions.bind(StudioAction.AUDIT_ACCEPT, inHand, auditing::accept);
    actions.bind(StudioAction.AUDIT_ACCEPT_FACE, inHand, auditing::acceptFace);
    actions.bind(StudioAction.AUDIT_KEEP, inHand, auditing::keep);
    actions.bind(StudioAction.AUDIT_SKIP, inHand, auditing::skip);
    actions.bind(
        StudioAction.AUDIT_LABELS,
        open,
        () -> {
          workspace.set(Workspace.AUDIT);
          auditing.run().settingUpProperty().set(true);
        });
  }

  void bindSamples(SamplesViewModel samples) {
    actions.bind(
        StudioAction.OPEN_SAMPLES, new SimpleBooleanProperty(samples.isPresent()), samples::open);
  }

  void bindFirstSteps(FirstStepsViewModel steps) {
    actions.bind(StudioAction.FIRST_STEPS, steps.available(), steps::begin);
  }

  void bindHelp(KeysModel keys, BooleanProperty paletteShown, ErrorReportViewModel reports) {
    actions.bind(StudioAction.ERROR_REPORT, reports::begin);
    actions.bind(StudioAction.COMMAND_PALETTE, () -> paletteShown.set(!paletteShown.get()));
    actions.bind(StudioAction.KEYS, keys::toggle);
    actions.bind(StudioAction.CHANGE_KEYS, keys::change);
  }

  void bindView(CanvasViewModel shared) {
    for (Workspace place : Workspace.values()) {
      actions.bind(place.action(), () -> workspace.set(place));
    }
    new CanvasActions(actions).bindView(active, shared);
  }

  /** The look of the window; the key of the dark one changes to and fro. */
  void bindThemes(ThemeManager theme) {
    bindTheme(StudioAction.LIGHT_THEME, theme, UserSettings.Theme.LIGHT);
    bindTheme(StudioAction.HIGH_CONTRAST_THEME, theme, UserSettings.Theme.HIGH_CONTRAST);
    bindTheme(StudioAction.SYSTEM_THEME, theme, UserSettings.Theme.SYSTEM);
    actions.bindChoice(
        StudioAction.DARK_THEME,
        theme.themeProperty().isEqualTo(UserSettings.Theme.DARK),
        () ->
            theme
                .themeProperty()
                .set(
                    theme.lookProperty().get() == UserSettings.Theme.DARK
                        ? UserSettings.Theme.LIGHT
                        : UserSettings.Theme.DARK));
  }

  private void bindTheme(StudioAction action, ThemeManager theme, UserSettings.Theme wanted) {
    actions.bindChoice(
        action, theme.themeProperty().isEqualTo(wanted), () -> theme.themeProperty().set(wanted));
  }
}
