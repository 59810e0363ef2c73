package org.keypointstudio.ui.shell;

import static org.keypointstudio.ui.action.StudioAction.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** All sections, in columns of about the same height; what has no key is left out. */
  static List<List<Section>> columns(KeyMap keys) {
    return List.of(
        List.of(files(keys), window(keys), missing(keys)),
        List.of(faces(keys), new Section("Mouse", mouse())),
        List.of(keypoints(keys)),
        List.of(picture(keys), models(keys)));
  }

  private static Section files(KeyMap keys) {
    return section(
        "Files",
        keys,
        each(OPEN, OPEN_FOLDER, SAVE, SAVE_AS, EXPORT_AS, RESTORE_BACKUP, MERGE_FILE, CLOSE, QUIT));
  }

  private static Section window(KeyMap keys) {
    return section(
        "Window",
        keys,
        Stream.concat(
                each(BROWSE, EDIT, TRAIN_WORKSPACE, COMPARE, AUDIT, STATISTICS).stream(),
                each(
                    LEFT_PANEL,
                    RIGHT_PANEL,
                    BOTH_PANELS,
                    COMMAND_PALETTE,
                    KEYS,
                    CHANGE_KEYS,
                    LIGHT_THEME,
                    DARK_THEME,
                    HIGH_CONTRAST_THEME,
                    SYSTEM_THEME)
                    .stream())
            .toList());
  }

  private static Section missing(KeyMap keys) {
    return section(
        "Missing keypoints",
        keys,
        each(
            GUIDED,
            GUIDE_REPEAT,
            GUIDE_SKIP,
            GUIDE_BACK,
            ACCEPT_GHOST,
            ACCEPT_FACE_GHOSTS,
            ACCEPT_ACROSS));
  }

  private static Section faces(KeyMap keys) {
    return section(
        "Faces",
        keys,
        each(
            PREVIOUS_FACE,
            NEXT_FACE,
            FIRST_FACE,
            LAST_FACE,
            FIND_FACES,
            GO_TO_FACE,
            SHOW_TABLE,
            TOGGLE_REVIEWED,
            REVIEWED_NEXT,
            ADD_TAG,
            SUGGEST_FACES));
  }

  private static Section models(KeyMap keys) {
    return section(
        "Data and models",
        keys,
        each(
            SCHEMA,
            CLEAN,
            RETRAIN,
            STUDY,
            AUDIT_LABELS,
            AUDIT_ACCEPT,
            AUDIT_ACCEPT_FACE,
            AUDIT_KEEP,
            AUDIT_SKIP));
  }

  private static Section picture(KeyMap keys) {
    return section(
        "Picture",
        keys,
        Stream.concat(
                each(ZOOM_IN, ZOOM_OUT, FIT, SMOOTH, MAGNIFIER, RESET_IMAGE).stream(),
                StudioAction.layers().stream().map(Group::of))
            .toList());
  }

  private static Section keypoints(KeyMap keys) {
    List<Group> groups =
        new ArrayList<>(
            each(
                UNDO,
                REDO,
                NEXT_MISSING,
                TOGGLE_OCCLUDED,
                MARK_ABSENT,
                TOGGLE_LOCK,
                CLEAR_KEYPOINT,
                DESELECT,
                SELECT_ALL,
                SNAP));
    groups.addAll(nudges());
    groups.add(new Group("Turn the selection 1°", List.of(TURN_LEFT, TURN_RIGHT)));
    groups.add(new Group("Scale the selection 1 %", List.of(ENLARGE, SHRINK)));
    groups.addAll(
        each(SWAP_PAIR, SWAP_FACE, COPY_FROM_PREVIOUS, COPY_FROM, RESET_KEYPOINT, RESET_FACE));
    return section("Keypoints", keys, groups);
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

  private static Section section(String title, KeyMap keys, List<Group> groups) {
    return new Section(
        title,
        groups.stream()
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
