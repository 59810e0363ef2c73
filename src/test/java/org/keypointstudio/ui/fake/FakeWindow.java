package org.keypointstudio.ui.fake;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.keypointstudio.dataset.DataSetStore;
import org.keypointstudio.project.ProjectFolder;
import org.keypointstudio.project.journal.FileJournalDisk;
import org.keypointstudio.project.journal.JournalDisk;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.settings.SettingsStore;
import org.keypointstudio.project.settings.UserSettings;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.ui.banner.Banner;
import org.keypointstudio.ui.banner.Banners;
import org.keypointstudio.ui.file.DataSetFilesViewModel;
import org.keypointstudio.ui.merge.MergeViewModel;
import org.keypointstudio.ui.merge.OtherFileMerge;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.safety.BackupsViewModel;
import org.keypointstudio.ui.safety.OutsideChanges;
import org.keypointstudio.ui.safety.ProjectSafety;
import org.keypointstudio.ui.safety.SafetyPorts;
import org.keypointstudio.ui.safety.UnsavedWorkOffer;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.settings.Settings;
import org.keypointstudio.ui.thread.UiThread;

/**
 * What a window has for opening, editing and saving, without a window; all work is done at once.
 */
public final class FakeWindow {
  private final StudioSession session = new StudioSession();
  private final FakeDialogs dialogs = new FakeDialogs();
  private final Notifications notifications = new Notifications();
  private final Banners banners = new Banners();
  private final Settings settings;
  private final ProjectSafety safety;
  private final MergeViewModel merge;
  private final OutsideChanges outside;
  private final OtherFileMerge otherFile;
  private final BackupsViewModel backups;
  private final DataSetFilesViewModel files;

  /** A window whose projects lie in a folder. */
  public FakeWindow(DataSetStore store, Path home) {
    this(store, home, new FileJournalDisk());
  }

  /** A window whose projects lie in a folder, and whose journals on a disk. */
  public FakeWindow(DataSetStore store, Path home, JournalDisk disk) {
    settings =
        new Settings(
            UserSettings.defaults(),
            new SettingsStore(home.resolve("settings.json")),
            Runnable::run);
    LabelStore labels = new LabelStore(store, path -> project(path, home));
    SafetyPorts ports =
        new SafetyPorts(
            labels,
            path -> List.of(project(path, home).journal(), home.resolve("elsewhere")),
            disk,
            Runnable::run,
            Runnable::run,
            UiThread.direct(),
            InstantSource.system());
    CurrentThreadTaskExecutor tasks = new CurrentThreadTaskExecutor();
    safety = new ProjectSafety(ports, banners, notifications);
    merge = new MergeViewModel(session, labels, safety, tasks, banners, notifications);
    otherFile = new OtherFileMerge(session, labels, tasks, dialogs, notifications, merge);
    backups = new BackupsViewModel(session, labels, tasks, dialogs, notifications);
    files =
        new DataSetFilesViewModel(
            session,
            new DataSetFilesViewModel.FileServices(
                labels,
                safety,
                new UnsavedWorkOffer(session, safety, banners, dialogs, notifications),
                merge),
            tasks,
            dialogs,
            notifications,
            settings);
    outside = new OutsideChanges(session, ports, change -> merge.offer(change, files::open));
  }

  /** The project folder of a data set. */
  public static ProjectFolder project(Path dataSet, Path home) {
    return new ProjectFolder(home.resolve(dataSet.getFileName() + ".keypoint-studio"));
  }

  /** The session. */
  public StudioSession session() {
    return session;
  }

  /** Answers its questions. */
  public FakeDialogs dialogs() {
    return dialogs;
  }

  /** Its messages. */
  public Notifications notifications() {
    return notifications;
  }

  /** Its banners. */
  public Banners banners() {
    return banners;
  }

  /** Its settings. */
  public Settings settings() {
    return settings;
  }

  /** Keeps its labels. */
  public ProjectSafety safety() {
    return safety;
  }

  /** Merges. */
  public MergeViewModel merge() {
    return merge;
  }

  /** Merges other people's files. */
  public OtherFileMerge otherFile() {
    return otherFile;
  }

  /** Notices what changes outside. */
  public OutsideChanges outside() {
    return outside;
  }

  /** Gives earlier versions back. */
  public BackupsViewModel backups() {
    return backups;
  }

  /** Opens and saves. */
  public DataSetFilesViewModel files() {
    return files;
  }

  /** Gives an answer to the banner of a topic. */
  public void answer(Banner.Topic topic, String text) {
    banners.shown().stream()
        .filter(banner -> banner.topic() == topic)
        .flatMap(banner -> banner.answers().stream())
        .filter(answer -> answer.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " is no answer in " + banners.shown()))
        .action()
        .run();
  }
}
