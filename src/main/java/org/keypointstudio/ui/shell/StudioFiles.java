package org.keypointstudio.ui.shell;

import java.time.InstantSource;
import org.keypointstudio.dataset.file.KnownFormats;
import org.keypointstudio.project.convert.Conversion;
import org.keypointstudio.project.journal.FileJournalDisk;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.ui.banner.Banners;
import org.keypointstudio.ui.file.DataSetFilesViewModel;
import org.keypointstudio.ui.file.ExportAsViewModel;
import org.keypointstudio.ui.mapping.MappingViewModel;
import org.keypointstudio.ui.merge.MergeViewModel;
import org.keypointstudio.ui.merge.OtherFileMerge;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.safety.BackupsViewModel;
import org.keypointstudio.ui.safety.OutsideChanges;
import org.keypointstudio.ui.safety.ProjectSafety;
import org.keypointstudio.ui.safety.SafetyPorts;
import org.keypointstudio.ui.safety.UnsavedWorkOffer;
import org.keypointstudio.ui.schema.SchemaEditorViewModel;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.settings.Settings;

/** Opening, saving, and keeping from loss, put together. */
final class StudioFiles {
  private final Banners banners = new Banners();
  private final ProjectSafety safety;
  private final MergeViewModel merge;
  private final OutsideChanges outside;
  private final OtherFileMerge otherFile;
  private final BackupsViewModel backups;
  private final DataSetFilesViewModel files;
  private final MappingViewModel mapping;
  private final ExportAsViewModel export;
  private final SchemaEditorViewModel schema;

  StudioFiles(
      StudioSession session,
      StudioPorts ports,
      TaskExecutor tasks,
      Notifications notifications,
      Settings settings) {
    LabelStore labels = new LabelStore(ports.store(), ports.projects());
    SafetyPorts safetyPorts =
        new SafetyPorts(
            labels,
            ports.journals(),
            new FileJournalDisk(),
            ports.writer(),
            ports.workers(),
            ports.uiThread(),
            InstantSource.system());
    safety = new ProjectSafety(safetyPorts, banners, notifications);
    merge = new MergeViewModel(session, labels, safety, tasks, banners, notifications);
    otherFile = new OtherFileMerge(session, labels, tasks, ports.dialogs(), notifications, merge);
    backups = new BackupsViewModel(session, labels, tasks, ports.dialogs(), notifications);
    files =
        new DataSetFilesViewModel(
            session,
            new DataSetFilesViewModel.FileServices(
                labels,
                safety,
                new UnsavedWorkOffer(session, safety, banners, ports.dialogs(), notifications),
                merge),
            tasks,
            ports.dialogs(),
            notifications,
            settings);
    mapping = new MappingViewModel(session, tasks, ports.dialogs(), notifications);
    export =
        new ExportAsViewModel(
            session,
            new Conversion(KnownFormats.all(), labels),
            tasks,
            ports.dialogs(),
            mapping,
            notifications);
    schema =
        new SchemaEditorViewModel(
            session,
            labels,
            tasks,
            notifications,
            new SchemaEditorViewModel.Files(files::whenNothingIsLost, files::open));
    outside = new OutsideChanges(session, safetyPorts, change -> merge.offer(change, files::open));
  }

  Banners banners() {
    return banners;
  }

  ProjectSafety safety() {
    return safety;
  }

  MergeViewModel merge() {
    return merge;
  }

  OtherFileMerge otherFile() {
    return otherFile;
  }

  OutsideChanges outside() {
    return outside;
  }

  BackupsViewModel backups() {
    return backups;
  }

  ExportAsViewModel export() {
    return export;
  }

  MappingViewModel mapping() {
    return mapping;
  }

  SchemaEditorViewModel schema() {
    return schema;
  }

  DataSetFilesViewModel files() {
    return files;
  }
}
