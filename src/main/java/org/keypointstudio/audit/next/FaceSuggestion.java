package org.keypointstudio.audit.next;

/**
 * A face that is worth labelling.
 *
 * @param face position in the data set, counted from 0
 * @param uncertainty how far the models' answers for its missing keypoints lie apart, in distances
 *     between the eyes, as {@link Uncertainty} has it; NaN if no model was asked
 * @param novelty how little the faces that are labelled, or suggested before it, tell of its look:
 *     0 where they tell all, 1 where they tell nothing
 * @param gain what it tells of all faces that are not labelled, as a share of what was unknown of
 *     them before the first suggestion
 */
public record FaceSuggestion(int face, double uncertainty, double novelty, double gain) {}
