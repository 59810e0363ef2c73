package org.keypointstudio.training.loop;

import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.network.TrainedModel;

/**
 * What a run leaves.
 *
 * @param record how it went
 * @param model with the best weights
 */
public record TrainingResult(RunRecord record, TrainedModel model) {}
