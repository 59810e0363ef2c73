package org.keypointstudio.project.shipped;

import org.keypointstudio.training.RunRecord;

/**
 * A model that comes with the program.
 *
 * @param name of its folder
 * @param record how it was trained
 */
public record ShippedModel(String name, RunRecord record) {}
