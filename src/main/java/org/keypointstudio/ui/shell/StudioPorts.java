package org.keypointstudio.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keypointstudio.dataset.DataSetStore;
import org.keypointstudio.prediction.FeatureExtractor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.project.ProjectFolder;
import org.keypointstudio.project.audit.Auditor;
import org.keypointstudio.project.settings.SettingsStore;
import org.keypointstudio.project.shipped.ShippedData;
import org.keypointstudio.project.shipped.ShippedModels;
import org.keypointstudio.project.support.LogLine;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.ui.dialog.DialogService;
import org.keypointstudio.ui.thread.UiThread;

/**
 * What the window needs from outside.
 *
 * @param store opens and saves data sets
 * @param trainer trains models
 * @param loader loads trained models
 * @param extractor tells what models make of faces
 * @param auditor judges labels
 * @param settings keeps what is remembered
 * @param dialogs choosers and questions
 * @param workers runs long work, several pieces at a time
 * @param writer runs short writes, one at a time and in order
 * @param projects where the program keeps what belongs to a data set, by the data set's path
 * @param journals the folders for journals of a data set, the preferred one first, by its path
 * @param log what this session has noted, for error reports
 * @param models come with the program
 * @param samples come with the program
 * @param uiThread the window's thread
 */
public record StudioPorts(
    DataSetStore store,
    Trainer trainer,
    PredictorLoader loader,
    FeatureExtractor extractor,
    Auditor auditor,
    SettingsStore settings,
    DialogService dialogs,
    Executor workers,
    Executor writer,
    Function<Path, ProjectFolder> projects,
    Function<Path, List<Path>> journals,
    Supplier<List<LogLine>> log,
    ShippedModels models,
    ShippedData samples,
    UiThread uiThread) {}
