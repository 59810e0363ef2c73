package org.keypointstudio.audit.next;

/**
 * A face that is worth labelling.
 *
 * @param face position in the data set, counted from 0
 * @param uncertainty how far the models' answers for its missing keypoints lie apart, in distances
 *     between the eyes, as {@link Uncertainty} has it
 * @param novelty how unlike it looks to the nearest face that is labelled or suggested before it: 0
 *     for the same picture, 1 for one that has nothing in common with it
 * @param gain what the two promise together: their product
 */
public record FaceSuggestion(int face, double uncertainty, double novelty, double gain) {}
