package org.keypointstudio.ui.chart;

/**
 * A marked value on an axis.
 *
 * @param value where
 * @param label what is written there
 */
record Tick(double value, String label) {}
