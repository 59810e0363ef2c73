package org.keypointstudio.ui.action;

import java.util.List;
import javafx.scene.input.KeyCombination;

/** Everything a person can do from the menus and the keyboard: its name, icon and keys. */
public enum StudioAction {
  OPEN("Open…", "mdi2f-folder-open-outline", "Shortcut+O"),
  OPEN_FOLDER("Open folder…", "mdi2f-folder-image"),
  SAVE("Save", "mdi2c-content-save-outline", "Shortcut+S"),
  SAVE_AS("Save as…", "mdi2c-content-save-edit-outline", "Shortcut+Shift+S"),
  EXPORT_AS("Export as…", "mdi2e-export-variant", "Shortcut+E"),
  RESTORE_BACKUP("Restore a backup…", "mdi2b-backup-restore"),
  MERGE_FILE("Merge another person's file…", "mdi2s-source-merge"),
  CLOSE("Close data set", "mdi2c-close", "Shortcut+W"),
  QUIT("Quit", "mdi2e-exit-to-app", "Shortcut+Q"),

  SCHEMA("Schema…", "mdi2v-vector-polyline"),
  UNDO("Undo", "mdi2u-undo", "Shortcut+Z"),
  REDO("Redo", "mdi2r-redo", "Shortcut+Y", "Shortcut+Shift+Z"),
  CLEAR_KEYPOINT("Clear keypoint", "mdi2e-eraser", "Delete", "Back_Space"),
  TOGGLE_OCCLUDED("Visible or occluded", "mdi2e-eye-off-outline", "V"),
  MARK_ABSENT("Mark as absent", "mdi2m-map-marker-off-outline", "X"),
  TOGGLE_LOCK("Lock or unlock keypoint", "mdi2l-lock-outline", "L"),
  NEXT_MISSING("Place next missing keypoint", "mdi2m-map-marker-plus-outline", "N"),
  DESELECT("Let go of the keypoint", "mdi2s-selection-off", "Esc"),

  GUIDED("Guided placing", "mdi2m-map-marker-path", "G"),
  GUIDE_REPEAT("Place this keypoint on every face", "mdi2r-repeat", "Shift+G"),
  GUIDE_SKIP("Guided placing: skip the keypoint", "mdi2s-skip-next-outline", "S"),
  GUIDE_BACK("Guided placing: back to the keypoint before", "mdi2s-skip-previous-outline", "B"),

  ACCEPT_GHOST("Accept the ghost of the keypoint", "mdi2c-check", "Enter"),
  ACCEPT_FACE_GHOSTS("Accept all ghosts of this face", "mdi2c-check-all", "Shift+Enter"),
  ACCEPT_ACROSS("Accept ghosts across the filter…", "mdi2g-ghost", "Shortcut+Enter"),
  SWAP_PAIR("Swap keypoint with its partner", "mdi2s-swap-horizontal", "W"),
  SWAP_FACE("Swap left and right of the face", "mdi2s-swap-horizontal-bold", "Shift+W"),
  COPY_FROM_PREVIOUS("Copy points from the previous face", "mdi2c-content-copy", "C"),
  COPY_FROM("Copy points from another face…", "mdi2c-content-duplicate", "Shift+C"),
  RESET_KEYPOINT("Reset keypoint to what was loaded", "mdi2b-backup-restore", "R"),
  RESET_FACE("Reset face to what was loaded", "mdi2r-restore-alert", "Shift+R"),

  AUDIT_ACCEPT("Accept the suggestion for the label", "mdi2c-check-bold", "Enter"),
  AUDIT_ACCEPT_FACE("Accept all suggestions for the face", "mdi2c-check-all", "Shift+Enter"),
  AUDIT_KEEP("Keep the label, it is right", "mdi2s-shield-check-outline", "K"),
  AUDIT_SKIP("Leave the label for later", "mdi2d-debug-step-over", "S"),

  NUDGE_LEFT("Nudge left 0.25 px", "mdi2a-arrow-left", "Left"),
  NUDGE_RIGHT("Nudge right 0.25 px", "mdi2a-arrow-right", "Right"),
  NUDGE_UP("Nudge up 0.25 px", "mdi2a-arrow-up", "Up"),
  NUDGE_DOWN("Nudge down 0.25 px", "mdi2a-arrow-down", "Down"),
  NUDGE_LEFT_FAR("Nudge left 1 px", "mdi2a-arrow-left-bold", "Shift+Left"),
  NUDGE_RIGHT_FAR("Nudge right 1 px", "mdi2a-arrow-right-bold", "Shift+Right"),
  NUDGE_UP_FAR("Nudge up 1 px", "mdi2a-arrow-up-bold", "Shift+Up"),
  NUDGE_DOWN_FAR("Nudge down 1 px", "mdi2a-arrow-down-bold", "Shift+Down"),

  NUDGE_LEFT_FARTHEST("Nudge left 5 px", "mdi2a-arrow-left-thick", "Shortcut+Left"),
  NUDGE_RIGHT_FARTHEST("Nudge right 5 px", "mdi2a-arrow-right-thick", "Shortcut+Right"),
  NUDGE_UP_FARTHEST("Nudge up 5 px", "mdi2a-arrow-up-thick", "Shortcut+Up"),
  NUDGE_DOWN_FARTHEST("Nudge down 5 px", "mdi2a-arrow-down-thick", "Shortcut+Down"),
  SELECT_ALL("Select all keypoints of the face", "mdi2s-select-all", "Shortcut+A"),
  TURN_LEFT("Turn the selection left 1°", "mdi2r-rotate-left", "Alt+Left"),
  TURN_RIGHT("Turn the selection right 1°", "mdi2r-rotate-right", "Alt+Right"),
  ENLARGE("Enlarge the selection 1 %", "mdi2a-arrow-expand", "Alt+Up"),
  SHRINK("Shrink the selection 1 %", "mdi2a-arrow-collapse", "Alt+Down"),
  SNAP("Snap to whole pixels", "mdi2m-magnet"),

  PREVIOUS_FACE("Previous face", "mdi2c-chevron-left", "A", "Left"),
  NEXT_FACE("Next face", "mdi2c-chevron-right", "D", "Right"),
  TOGGLE_REVIEWED("Reviewed", "mdi2c-check-decagram-outline", "K"),
  REVIEWED_NEXT("Reviewed, next face", "mdi2c-check-all", "Shift+K"),
  ADD_TAG("Add a tag…", "mdi2t-tag-plus-outline", "T"),
  SUGGEST_FACES("Suggest faces to label", "mdi2l-lightbulb-on-outline"),
  FIND_FACES("Find faces…", "mdi2m-magnify", "Shortcut+F"),
  GO_TO_FACE("Go to row…", "mdi2a-arrow-right-bold-box-outline", "Shortcut+G"),
  SHOW_TABLE("Faces as a table", "mdi2t-table", "Shortcut+T"),
  FIRST_FACE("First face", "mdi2p-page-first", "Home"),
  LAST_FACE("Last face", "mdi2p-page-last", "End"),

  BROWSE("Browse", "mdi2v-view-grid-outline", "Shortcut+1"),
  EDIT("Edit", "mdi2p-pencil-outline", "Shortcut+2"),
  TRAIN_WORKSPACE("Train", "mdi2c-chart-line", "Shortcut+3"),
  COMPARE("Compare", "mdi2c-compare", "Shortcut+4"),
  AUDIT("Audit", "mdi2s-shield-search", "Shortcut+5"),
  STATISTICS("Statistics", "mdi2c-chart-bar", "Shortcut+6"),

  LEFT_PANEL("Left side panel", "mdi2d-dock-left", "Shortcut+B"),
  RIGHT_PANEL("Right side panel", "mdi2d-dock-right", "Shortcut+Alt+B"),
  BOTH_PANELS("Hide or show both side panels", "mdi2a-arrow-expand-horizontal", "Shortcut+Shift+B"),

  ZOOM_IN("Zoom in", "mdi2m-magnify-plus-outline", "Plus", "Equals", "Add"),
  ZOOM_OUT("Zoom out", "mdi2m-magnify-minus-outline", "Minus", "Subtract"),
  FIT("Fit the face", "mdi2f-fit-to-page-outline", "0", "Numpad 0"),
  SHOW_GROUND_TRUTH("Ground truth", "mdi2c-circle", "1"),
  SHOW_PREDICTIONS("Predictions", "mdi2c-close-thick", "2"),
  SHOW_ERRORS("Error lines", "mdi2v-vector-line", "3"),
  SHOW_SKELETON("Skeleton", "mdi2v-vector-polyline", "4"),
  SHOW_NAMES("All names", "mdi2l-label-outline", "5"),
  SHOW_GHOSTS("Ghosts of missing points", "mdi2g-ghost-outline", "7"),
  SHOW_INDICES("All indices", "mdi2n-numeric", "8"),
  SHOW_PREVIOUS("Trace of the points as loaded", "mdi2h-history", "9"),
  SHOW_HEAT_MAP("Heat map of the keypoint in all faces", "mdi2g-gradient-vertical", "H"),
  SHOW_MEAN_FACE("Mean of all faces", "mdi2f-face-man-outline", "M"),
  SHOW_LEGEND("Legend of the models", "mdi2f-format-list-bulleted-square"),
  SHOW_MINIMAP("Minimap while zoomed", "mdi2m-map-outline"),
  MAGNIFIER("Magnifier while dragging", "mdi2m-magnify-scan"),
  SMOOTH("Smooth pixels", "mdi2b-blur", "6"),
  RESET_IMAGE("Image as it is", "mdi2b-backup-restore"),
  LIGHT_THEME("Light theme", "mdi2w-white-balance-sunny"),
  DARK_THEME("Dark theme", "mdi2w-weather-night", "Shortcut+Shift+D"),
  HIGH_CONTRAST_THEME("High contrast", "mdi2c-contrast-circle"),
  SYSTEM_THEME("Theme of the system", "mdi2t-theme-light-dark"),

  CLEAN("Clean by rules…", "mdi2b-broom"),

  RETRAIN("Train a model", "mdi2p-play", "Shortcut+R"),
  STUDY("Study several recipes…", "mdi2t-table-multiple"),
  AUDIT_LABELS("Audit the labels…", "mdi2s-shield-search", "Shortcut+Shift+A"),
  COMMAND_PALETTE("Find a command…", "mdi2c-console", "Shortcut+Shift+P", "Shortcut+K"),
  KEYS("Keyboard and mouse", "mdi2k-keyboard-outline", "F1", "Shift+Slash"),
  CHANGE_KEYS("Change keys…", "mdi2k-keyboard-settings-outline"),
  ERROR_REPORT("Make an error report…", "mdi2b-bug-outline"),
  OPEN_SAMPLES("Open the sample data", "mdi2f-folder-star-outline"),
  FIRST_STEPS("Show me around", "mdi2s-sign-direction");

  private final String text;
  private final String icon;

  /** Key combinations, one a line; an enum's fields are to be immutable. */
  private final String keys;

  StudioAction(String text, String icon, String... keys) {
    this.text = text;
    this.icon = icon;
    this.keys = String.join("\n", keys);
  }

  /** What switches the layers over a face on and off, in the order in which menus show them. */
  public static List<StudioAction> layers() {
    return List.of(
        SHOW_GROUND_TRUTH,
        SHOW_PREDICTIONS,
        SHOW_ERRORS,
        SHOW_SKELETON,
        SHOW_NAMES,
        SHOW_GHOSTS,
        SHOW_INDICES,
        SHOW_PREVIOUS,
        SHOW_HEAT_MAP,
        SHOW_MEAN_FACE,
        SHOW_LEGEND,
        SHOW_MINIMAP);
  }

  /** What it is called in menus and tooltips. */
  public String text() {
    return text;
  }

  /** The literal of its icon in the icon font. */
  public String icon() {
    return icon;
  }

  /** The keys that do it unless a person chose others, the one that menus show first. */
  public List<KeyCombination> usualKeys() {
    return keys.lines().map(KeyCombination::valueOf).toList();
  }
}
