package org.keypointstudio.evaluation.comparison;

/**
 * A figure with its certainty.
 *
 * @param value NaN if nothing counts
 * @param interval of 95 %
 * @param count what the figure stands for: faces, or labelled keypoints where it says so
 */
public record Estimate(double value, Interval interval, int count) {}
