package org.keypointstudio.model;

/**
 * One entry of a data set: an image in which one face is annotated.
 *
 * @param index position in the data set, counted from 0
 * @param name what the person sees: "row 17" or a file's name
 */
public record Face(int index, String name) {}
