package org.keypointstudio.audit;

import java.util.List;

/**
 * Something that may be wrong with the labels of a face.
 *
 * @param kind of error
 * @param wrong the keypoints whose labels are wrong
 * @param places for errors of order, the keypoint whose label belongs to each wrong one; else empty
 * @param logWeight logarithm of the prior probability times the density of the labels
 */
record Hypothesis(
    SuspicionKind kind, List<Integer> wrong, List<Integer> places, double logWeight) {}
