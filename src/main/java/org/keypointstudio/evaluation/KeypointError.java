package org.keypointstudio.evaluation;

/**
 * The error of one keypoint, over the faces in which it is labelled.
 *
 * @param name of the keypoint
 * @param faces in which it is labelled
 * @param rmse root mean squared error of its scalar coordinates, in pixels; NaN without faces
 * @param meanDistance mean Euclidean distance, in pixels; NaN without faces
 */
public record KeypointError(String name, int faces, double rmse, double meanDistance) {}
