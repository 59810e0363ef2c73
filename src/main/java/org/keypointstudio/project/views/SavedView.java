package org.keypointstudio.project.views;

/**
 * A way of looking at a data set that somebody gave a name. What its texts mean is up to who reads
 * them.
 *
 * @param name unique among the views of a data set
 * @param filter which faces, by the name of a fixed filter; blank for all
 * @param query which of them, as a person types it; blank for all
 * @param order how they are sorted, as a measure is written; blank for the data set's order
 */
public record SavedView(String name, String filter, String query, String order) {}
