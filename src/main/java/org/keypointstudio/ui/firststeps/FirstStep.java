package org.keypointstudio.ui.firststeps;

import java.util.List;
import org.keypointstudio.ui.action.StudioAction;

/** The places of the program in the order in which a person is shown around. */
enum FirstStep {
  LOOK(
      "Look",
      """
      Each picture is a face with its keypoints. A field above finds faces: type missing:nose_tip \
      or labelled<15. The right side tells which keypoints are missing, and how often.\
      """,
      StudioAction.BROWSE,
      "#face-search"),
  CORRECT(
      "Correct",
      """
      Drag a keypoint to move it. %s goes to the next missing one, and a click places it. Dashed \
      rings are ghosts: where a missing keypoint probably is; %s accepts one. %s takes anything back.\
      """,
      StudioAction.EDIT,
      ".face-canvas",
      StudioAction.NEXT_MISSING,
      StudioAction.ACCEPT_GHOST,
      StudioAction.UNDO),
  AUDIT(
      "Find what is wrong",
      """
      An audit ranks labels by how likely they are wrong, so that you look where it pays. You \
      accept its suggestion, keep the label, or move it.\
      """,
      StudioAction.AUDIT,
      "#rail-AUDIT"),
  TRAIN(
      "Retrain",
      """
      Train learns from the labels as they are now, while you go on working (%s). Its curves are \
      drawn live, and you may stop it whenever it is good enough.\
      """,
      StudioAction.TRAIN_WORKSPACE,
      "#train-now",
      StudioAction.RETRAIN),
  COMPARE(
      "Compare",
      """
      The same face, once for each model, and figures over all faces. Models holds a starter that \
      is trained already: take it, and its errors and ghosts appear.\
      """,
      StudioAction.COMPARE,
      "#models-menu"),
  YOURS(
      "Now your own faces",
      """
      Open a file or a folder (%s), or drop it on the window. %s finds every command by its name, \
      %s lists the keys. Help leads through these steps again.\
      """,
      StudioAction.BROWSE,
      "#OPEN",
      StudioAction.OPEN,
      StudioAction.COMMAND_PALETTE,
      StudioAction.KEYS);

  private final String title;
  private final String text;
  private final StudioAction place;
  private final String target;

  /** Names, one a line; an enum's fields are to be immutable. */
  private final String keys;

  FirstStep(String title, String text, StudioAction place, String target, StudioAction... keys) {
    this.title = title;
    this.text = text;
    this.place = place;
    this.target = target;
    this.keys = String.join("\n", List.of(keys).stream().map(Enum::name).toList());
  }

  String title() {
    return title;
  }

  /** With a place for each of {@link #keys()}. */
  String text() {
    return text;
  }

  /** Leads to the workspace. */
  StudioAction place() {
    return place;
  }

  /** Finds the node that is meant in the window. */
  String target() {
    return target;
  }

  /** The actions whose keys the text names. */
  List<StudioAction> keys() {
    return keys.lines().map(StudioAction::valueOf).toList();
  }
}
