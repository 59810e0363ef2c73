package org.keypointstudio.ui.chart;

import javafx.scene.paint.Paint;

/** A chart that can be written as lines and texts, which are sharp at any size. */
public interface VectorChart {

  /**
   * The chart as it is shown at present, as the text of an SVG file.
   *
   * @param title for people who cannot see it
   * @param ground what it is painted on
   */
  String svg(String title, Paint ground);
}
