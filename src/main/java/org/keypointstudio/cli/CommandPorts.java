package org.keypointstudio.cli;

import org.keypointstudio.dataset.DataSetStore;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.training.Trainer;

/**
 * What the commands need from outside.
 *
 * @param store opens data sets
 * @param trainer trains models
 * @param loader loads trained models
 * @param window shows the window
 * @param console where to write
 */
public record CommandPorts(
    DataSetStore store,
    Trainer trainer,
    PredictorLoader loader,
    WindowOpener window,
    Console console) {}
