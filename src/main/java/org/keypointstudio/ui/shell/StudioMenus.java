package org.keypointstudio.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.keypointstudio.ui.action.ActionControls;
import org.keypointstudio.ui.action.ActionRegistry;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.file.DataSetFilesViewModel;
import org.keypointstudio.ui.settings.Settings;

/** The menu bar: every action has its entry. */
final class StudioMenus {
  private static final List<Integer> BACKUP_CHOICES = List.of(0, 1, 3, 10, 30);

  private final ActionControls controls;
  private final DataSetFilesViewModel files;
  private final Settings settings;

  StudioMenus(ActionRegistry actions, DataSetFilesViewModel files, Settings settings) {
    this.controls = new ActionControls(actions);
    this.files = files;
    this.settings = settings;
  }

  MenuBar menuBar() {
    Menu file =
        menu(
            "File",
            StudioAction.OPEN,
            StudioAction.OPEN_FOLDER,
            StudioAction.SAVE,
            StudioAction.SAVE_AS,
            StudioAction.EXPORT_AS,
            StudioAction.RESTORE_BACKUP,
            StudioAction.MERGE_FILE,
            StudioAction.CLOSE,
            StudioAction.QUIT);
    file.getItems().add(2, recentMenu());
    file.getItems().add(7, backupsMenu());
    Menu edit =
        menu(
            "Edit",
            StudioAction.UNDO,
            StudioAction.REDO,
            StudioAction.SELECT_ALL,
            StudioAction.NEXT_MISSING,
            StudioAction.TOGGLE_OCCLUDED,
            StudioAction.MARK_ABSENT,
            StudioAction.TOGGLE_LOCK,
            StudioAction.CLEAR_KEYPOINT,
            StudioAction.DESELECT,
            StudioAction.SWAP_PAIR,
            StudioAction.SWAP_FACE,
            StudioAction.COPY_FROM_PREVIOUS,
            StudioAction.COPY_FROM,
            StudioAction.RESET_KEYPOINT,
            StudioAction.RESET_FACE,
            StudioAction.SCHEMA);
    edit.getItems().add(edit.getItems().size() - 1, new SeparatorMenuItem());
    edit.getItems().add(9, new SeparatorMenuItem());
    edit.getItems().add(2, new SeparatorMenuItem());
    edit.getItems()
        .addAll(new SeparatorMenuItem(), guideMenu(), ghostMenu(), nudgeMenu(), groupMenu());
    Menu faces =
        menu(
            "Faces",
            StudioAction.PREVIOUS_FACE,
            StudioAction.NEXT_FACE,
            StudioAction.FIRST_FACE,
            StudioAction.LAST_FACE,
            StudioAction.FIND_FACES,
            StudioAction.SUGGEST_FACES,
            StudioAction.GO_TO_FACE,
            StudioAction.SHOW_TABLE,
            StudioAction.TOGGLE_REVIEWED,
            StudioAction.REVIEWED_NEXT,
            StudioAction.ADD_TAG);
    faces.getItems().add(8, new SeparatorMenuItem());
    faces.getItems().add(4, new SeparatorMenuItem());
    Menu data = menu("Data", StudioAction.STATISTICS, StudioAction.CLEAN);
    Menu models = menu("Model", StudioAction.RETRAIN, StudioAction.STUDY);
    Menu help =
        menu(
            "Help",
            StudioAction.FIRST_STEPS,
            StudioAction.OPEN_SAMPLES,
            StudioAction.COMMAND_PALETTE,
            StudioAction.KEYS,
            StudioAction.CHANGE_KEYS,
            StudioAction.ERROR_REPORT);
    help.getItems().add(5, new SeparatorMenuItem());
    help.getItems().add(2, new SeparatorMenuItem());
    Menu audit =
        menu(
            "Audit",
            StudioAction.AUDIT_LABELS,
            StudioAction.AUDIT_ACCEPT,
            StudioAction.AUDIT_ACCEPT_FACE,
            StudioAction.AUDIT_KEEP,
            StudioAction.AUDIT_SKIP);
    audit.getItems().add(1, new SeparatorMenuItem());
    MenuBar bar = new MenuBar(file, edit, viewMenu(), faces, data, models, audit, help);
    bar.setUseSystemMenuBar(true);
    return bar;
  }

  private Menu guideMenu() {
    return menu(
        "Guided placing",
        StudioAction.GUIDED,
        StudioAction.GUIDE_REPEAT,
        StudioAction.GUIDE_SKIP,
        StudioAction.GUIDE_BACK);
  }

  private Menu ghostMenu() {
    return menu(
        "Ghosts of missing points",
        StudioAction.ACCEPT_GHOST,
        StudioAction.ACCEPT_FACE_GHOSTS,
        StudioAction.ACCEPT_ACROSS);
  }

  private Menu viewMenu() {
    Menu view =
        menu(
            "View",
            StudioAction.BROWSE,
            StudioAction.EDIT,
            StudioAction.TRAIN_WORKSPACE,
            StudioAction.COMPARE,
            StudioAction.AUDIT,
            StudioAction.STATISTICS,
            StudioAction.ZOOM_IN,
            StudioAction.ZOOM_OUT,
            StudioAction.FIT,
            StudioAction.SMOOTH,
            StudioAction.RESET_IMAGE,
            StudioAction.MAGNIFIER,
            StudioAction.SNAP);
    view.getItems().addAll(new SeparatorMenuItem(), themeMenu());
    view.getItems().add(6, new SeparatorMenuItem());
    view.getItems().add(6, layersMenu());
    view.getItems().add(6, panelsMenu());
    view.getItems().add(6, new SeparatorMenuItem());
    return view;
  }

  private Menu panelsMenu() {
    return menu(
        "Side panels", StudioAction.LEFT_PANEL, StudioAction.RIGHT_PANEL, StudioAction.BOTH_PANELS);
  }

  private Menu layersMenu() {
    return menu("Layers", StudioAction.layers().toArray(StudioAction[]::new));
  }

  private Menu themeMenu() {
    return menu(
        "Theme",
        StudioAction.LIGHT_THEME,
        StudioAction.DARK_THEME,
        StudioAction.HIGH_CONTRAST_THEME,
        StudioAction.SYSTEM_THEME);
  }

  private Menu groupMenu() {
    return menu(
        "Turn and scale the selection",
        StudioAction.TURN_LEFT,
        StudioAction.TURN_RIGHT,
        StudioAction.ENLARGE,
        StudioAction.SHRINK);
  }

  private Menu nudgeMenu() {
    return menu(
        "Nudge the selection",
        StudioAction.NUDGE_LEFT,
        StudioAction.NUDGE_RIGHT,
        StudioAction.NUDGE_UP,
        StudioAction.NUDGE_DOWN,
        StudioAction.NUDGE_LEFT_FAR,
        StudioAction.NUDGE_RIGHT_FAR,
        StudioAction.NUDGE_UP_FAR,
        StudioAction.NUDGE_DOWN_FAR,
        StudioAction.NUDGE_LEFT_FARTHEST,
        StudioAction.NUDGE_RIGHT_FARTHEST,
        StudioAction.NUDGE_UP_FARTHEST,
        StudioAction.NUDGE_DOWN_FARTHEST);
  }

  private Menu menu(String title, StudioAction... entries) {
    Menu menu = new Menu(title);
    for (StudioAction entry : entries) {
      menu.getItems().add(controls.menuItem(entry));
    }
    return menu;
  }

  /** How many earlier versions each save keeps. */
  private Menu backupsMenu() {
    Menu menu = new Menu("Backups to keep");
    ToggleGroup group = new ToggleGroup();
    for (int count : BACKUP_CHOICES) {
      RadioMenuItem item =
          new RadioMenuItem(count == 0 ? "None" : "The last %d versions".formatted(count));
      item.setId("backups-" + count);
      item.setToggleGroup(group);
      item.setOnAction(_ -> settings.update(present -> present.withBackups(count)));
      settings.valueProperty().subscribe(value -> item.setSelected(value.backups() == count));
      menu.getItems().add(item);
    }
    return menu;
  }

  private Menu recentMenu() {
    Menu menu = new Menu("Open recent");
    settings
        .valueProperty()
        .subscribe(
            value -> {
              menu.getItems().setAll(value.recentFiles().stream().map(this::recentItem).toList());
              menu.setDisable(value.recentFiles().isEmpty());
            });
    return menu;
  }

  private MenuItem recentItem(String file) {
    MenuItem item = new MenuItem(file);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> files.open(Path.of(file)));
    return item;
  }
}
