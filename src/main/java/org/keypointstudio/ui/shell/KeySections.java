package org.keypointstudio.ui.shell;

import static org.keypointstudio.ui.action.StudioAction.*;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.keypointstudio.ui.action.KeyMap;
import org.keypointstudio.ui.action.KeyText;
import org.keypointstudio.ui.action.StudioAction;

/** The keys in force as a person looks them up: by what they are about, in few lines. */
final class KeySections {
  private KeySections() {}

  /**
   * Keys and habits of the mouse that belong together.
   *
   * @param title what they are about
   * @param lines in the order in which they are shown
   */
  record Section(String title, List<Line> lines) {}

  /**
   * A line of a section.
   *
   * @param text what is done
   * @param keys what does it
   */
  record Line(String text, String keys) {}

  /**
   * Actions that share a line.
   *
   * @param text what they have in common
   */
  private record Group(String text, List<StudioAction> actions) {
    static Group of(StudioAction action) {
      return new Group(action.text(), List.of(action));
    }

    Line line(KeyMap keys) {
      String all =
          actions.size() == 1
              ? KeyText.of(keys.keys(actions.getFirst()))
              : actions.stream()
                  .filter(action -> !keys.keys(action).isEmpty())
                  .map(action -> KeyText.of(keys.keys(action).getFirst()))
                  .collect(Collectors.joining(" "));
      return new Line(text, all);
    }
  }

  /** All sections; what has no key is left out. */
  static List<Section> of(KeyMap keys) {
    return List.of(
        section(
            "Files",
            keys,
            List.of(
                each(
                    OPEN, OPEN_FOLDER, SAVE, SAVE_AS, EXPORT_AS, RESTORE_BACKUP, MERGE_FILE, CLOSE),
                each(QUIT))),
        section(
            "Window",
            keys,
            List.of(
                each(BROWSE, EDIT, TRAIN_WORKSPACE, COMPARE, AUDIT, STATISTICS),
                each(LEFT_PANEL, RIGHT_PANEL, BOTH_PANELS, COMMAND_PALETTE, KEYS, CHANGE_KEYS),
                each(LIGHT_THEME, DARK_THEME, HIGH_CONTRAST_THEME, SYSTEM_THEME))),
        section(
            "Faces",
            keys,
            List.of(
                each(PREVIOUS_FACE, NEXT_FACE, FIRST_FACE, LAST_FACE, FIND_FACES, GO_TO_FACE),
                each(SHOW_TABLE, TOGGLE_REVIEWED, REVIEWED_NEXT, ADD_TAG, SUGGEST_FACES))),
        section(
            "Data and models",
            keys,
            List.of(
                each(SCHEMA, CLEAN, RETRAIN, STUDY, AUDIT_LABELS),
                each(AUDIT_ACCEPT, AUDIT_ACCEPT_FACE, AUDIT_KEEP, AUDIT_SKIP))),
        section(
            "Keypoints",
            keys,
            List.of(
                each(UNDO, REDO, NEXT_MISSING, TOGGLE_OCCLUDED, MARK_ABSENT, TOGGLE_LOCK),
                each(CLEAR_KEYPOINT, DESELECT, SELECT_ALL, SNAP),
                nudges(),
                List.of(
                    new Group("Turn the selection 1°", List.of(TURN_LEFT, TURN_RIGHT)),
                    new Group("Scale the selection 1 %", List.of(ENLARGE, SHRINK))),
                each(
                    SWAP_PAIR,
                    SWAP_FACE,
                    COPY_FROM_PREVIOUS,
                    COPY_FROM,
                    RESET_KEYPOINT,
                    RESET_FACE))),
        section(
            "Missing keypoints",
            keys,
            List.of(
                each(GUIDED, GUIDE_REPEAT, GUIDE_SKIP, GUIDE_BACK),
                each(ACCEPT_GHOST, ACCEPT_FACE_GHOSTS, ACCEPT_ACROSS))),
        section(
            "Picture",
            keys,
            List.of(
                each(ZOOM_IN, ZOOM_OUT, FIT, SMOOTH, MAGNIFIER, RESET_IMAGE),
                StudioAction.layers().stream().map(Group::of).toList())),
        new Section("Mouse", mouse()));
  }

  private static List<Group> nudges() {
    return List.of(
        new Group("Nudge 0.25 px", List.of(NUDGE_LEFT, NUDGE_RIGHT, NUDGE_UP, NUDGE_DOWN)),
        new Group(
            "Nudge 1 px", List.of(NUDGE_LEFT_FAR, NUDGE_RIGHT_FAR, NUDGE_UP_FAR, NUDGE_DOWN_FAR)),
        new Group(
            "Nudge 5 px",
            List.of(
                NUDGE_LEFT_FARTHEST,
                NUDGE_RIGHT_FARTHEST,
                NUDGE_UP_FARTHEST,
                NUDGE_DOWN_FARTHEST)));
  }

  private static List<Group> each(StudioAction... actions) {
    return Arrays.stream(actions).map(Group::of).toList();
  }

  private static Section section(String title, KeyMap keys, List<List<Group>> groups) {
    return new Section(
        title,
        groups.stream()
            .flatMap(List::stream)
            .map(group -> group.line(keys))
            .filter(line -> !line.keys().isEmpty())
            .toList());
  }

  private static List<Line> mouse() {
    return List.of(
        new Line("Select or drag a keypoint", "Left button"),
        new Line("Select several keypoints", "Drag a frame"),
        new Line("Select one more, or one less", "Shift or Ctrl, click"),
        new Line("Turn the selection", "Alt+wheel"),
        new Line("Scale the selection", "Alt+Shift+wheel"),
        new Line("Place the chosen keypoint", "Click"),
        new Line("Accept a ghost", "Double click on it"),
        new Line("Place as occluded, while guided", "Shift+click"),
        new Line("Undo or redo up to a step", "Click in the history"),
        new Line("Type a coordinate", "Double click in the table"),
        new Line("Visible or occluded", "Right click"),
        new Line("Zoom at the cursor", "Wheel"),
        new Line("Pan", "Middle button, Space+drag"),
        new Line("Fit the face", "Double click"),
        new Line("Next keypoint, on the canvas", "Tab"),
        new Line("Open a data set", "Drop a file on the window"));
  }
}
