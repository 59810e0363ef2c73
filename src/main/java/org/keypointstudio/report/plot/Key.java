package org.keypointstudio.report.plot;

/**
 * What a series is called and how it looks.
 *
 * @param name for the legend
 * @param style number of its colour and dashes
 */
public record Key(String name, int style) {}
