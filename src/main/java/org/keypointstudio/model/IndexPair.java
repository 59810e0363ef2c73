package org.keypointstudio.model;

/**
 * Two keypoints that belong together: a left and a right one, or the ends of a skeleton line.
 *
 * @param first index in the schema
 * @param second index in the schema
 */
public record IndexPair(int first, int second) {}
