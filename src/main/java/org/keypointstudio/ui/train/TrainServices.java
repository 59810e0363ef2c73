package org.keypointstudio.ui.train;

import java.time.InstantSource;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.ui.dialog.DialogService;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.thread.UiThread;

/**
 * What training in the window needs.
 *
 * @param executor runs the training off the window's thread
 * @param errands does short work, one piece after the other, without a place in the status bar
 * @param trainer trains models
 * @param predictions lets a new model predict all faces
 * @param folders decides where runs are kept
 * @param dialogs asks before something is lost
 * @param uiThread hears how a run goes
 * @param notifications tells how a run ended
 * @param clock tells how long a run has taken
 */
public record TrainServices(
    TaskExecutor executor,
    TaskExecutor errands,
    Trainer trainer,
    ModelPredictions predictions,
    RunFolders folders,
    DialogService dialogs,
    UiThread uiThread,
    Notifications notifications,
    InstantSource clock) {}
