package org.keypointstudio.cli;

import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.training.Trainer;

/**
 * What the commands need from outside.
 *
 * @param labels opens and saves data sets with their marks
 * @param trainer trains models
 * @param loader loads trained models
 * @param window shows the window
 * @param console where to write
 */
public record CommandPorts(
    LabelStore labels,
    Trainer trainer,
    PredictorLoader loader,
    WindowOpener window,
    Console console) {}
